/** Spelling without what people mix up in keys: case, `-`, `_` and blanks. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/gu, '');
}

/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same, swap));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The candidate most like a word, or null where none is like it (more than a third of its letters differ). */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = bare(word);
  if (wanted === '' || wanted.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(wanted, bare(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

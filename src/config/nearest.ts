import { editsBetween } from '../core/text/edits.js';

/** Spelling without what people mix up in keys: case, `-`, `_` and blanks. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/gu, '');
}

/** The candidate most like a word, or null where none is like it (more than a third of its letters differ). */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = bare(word);
  if (wanted === '' || wanted.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(wanted, bare(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** A command as typed: its name without the slash, in lower case, and the rest of the line. */
export interface Typed {
  readonly name: string;
  readonly rest: string;
}

/** Full-width ／ works as /. Null where the text is not written as a command. */
export function parseCommand(text: string): Typed | null {
  const trimmed = text.trim();
  if (!/^[/／]/u.test(trimmed)) return null;
  return splitLine(trimmed.slice(1));
}

/** In private the slash may be left out. */
export function parsePrivate(text: string): Typed | null {
  return parseCommand(text) ?? splitLine(text.trim());
}

/** A notice handed in for approval must not be cut off. */
const LONGEST = 8000;

/** A line without its slash. */
export function splitLine(text: string): Typed | null {
  const line = text.slice(0, LONGEST).trim();
  const name = /^[^\s@\uff20:\uff1a]{1,20}/u.exec(line)?.[0];
  if (name === undefined) return null;
  return {
    name: name.toLowerCase(),
    rest: line
      .slice(name.length)
      .replace(/^[\s:\uff1a]+/u, '')
      .trim(),
  };
}

/** The known name nearest to what was typed, by edit distance; null where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(typed.length / 2)) + 1;
  for (const name of names) {
    // A name of one letter is near to everything that holds it.
    if (name.length === 1 && typed.length > 1) continue;
    const distance = editDistance(typed, name);
    // As many changes as there are letters: nothing of it was typed.
    if (distance < least && distance < Math.max(typed.length, name.length)) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Levenshtein distance in UTF-16 units. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

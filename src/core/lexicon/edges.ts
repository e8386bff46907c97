/** What stands at the edge of a word: a Latin word or a number may not be a piece of a longer one. */
export type Edge = 'other' | 'letter' | 'digit';

export function edgeOf(code: number): Edge {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ? 'letter' : 'other';
}

/** Whether a word's edge is free: the code unit at `neighbour`, just outside the word, does not continue it. */
export function standsFree(text: string, neighbour: number, edge: Edge): boolean {
  if (edge === 'other') return true;
  return neighbour < 0 || neighbour >= text.length || edgeOf(text.charCodeAt(neighbour)) !== edge;
}

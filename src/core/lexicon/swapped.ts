const LONGEST = 5;
/** Characters that stand beside each other in any order in ordinary sentences. */
const ANYWHERE = new Set(
  '的是就都不我你他她它们这那个一有没了在上下来去也还很太会能要到说看好多大小和与把给',
);

/** Whether it stands beside anything: that it makes a word with a neighbour says nothing. */
export function standsAnywhere(unit: number): boolean {
  return ANYWHERE.has(String.fromCharCode(unit));
}

/**
 * A word with neighbours in the wrong order, as people write to be read by eyes alone: 圾垃, 微加信. Words of two to five
 * characters; longer ones are left. Such a spelling counts only where the segmenter makes nothing of it.
 */
export function swapsOf(word: string): readonly string[] {
  const chars = Array.from(word);
  if (chars.length < 2 || chars.length > LONGEST || !/^\p{Script=Han}+$/u.test(word)) return [];
  if (chars.some((char) => ANYWHERE.has(char))) return [];
  const orders = chars.flatMap((_, at) => [
    moved(chars, at, 2),
    moved(chars, at, 3),
    ...(chars.length === 3 ? [turned(chars), turned(turned(chars))] : []),
  ]);
  return [...new Set(orders.map((order) => order.join('')))].filter((order) => order !== word);
}

/** The `size` characters from `at` on backwards; too few of them: nothing moves. */
function moved(chars: readonly string[], at: number, size: number): readonly string[] {
  if (at + size > chars.length) return chars;
  return [...chars.slice(0, at), ...chars.slice(at, at + size).toReversed(), ...chars.slice(at + size)];
}

/** The last one first. */
function turned(chars: readonly string[]): readonly string[] {
  return [...chars.slice(-1), ...chars.slice(0, -1)];
}

/** Words of so many characters may hold one pair that is a word by chance. */
const CLEAR = 4;

/** Whether the segmenter has cut `start` … `end` into single characters, so that it is no language by itself. */
export function isCutToPieces(boundaries: Uint8Array, start: number, end: number): boolean {
  if (boundaries[start] !== 1 || boundaries[end] !== 1) return false;
  let joined = 0;
  for (let at = start + 1; at < end; at++) if (boundaries[at] !== 1) joined++;
  return joined <= (end - start >= CLEAR ? 1 : 0);
}

const SIZE = 0x10000;

/**
 * Code unit → 1: `one`, an expression for a single character with the flag `g`, matches it; or it is among `more`.
 * A loop over such a table passes by ordinary talk many times faster than an expression does. Surrogates count only
 * where `more` names them.
 */
export function unitSet(one: RegExp, more: readonly number[] = []): Uint8Array {
  const set = new Uint8Array(SIZE);
  for (const { index } of everyUnit().matchAll(one)) set[index] = 1;
  set.fill(0, 0xd800, 0xe000);
  for (const code of more) set[code] = 1;
  return set;
}

const CHUNK = 0x2000;
// Side by side, surrogates would be read as one character; what stands in their place is struck out again.
function everyUnit(): string {
  const units = new Uint16Array(SIZE).map((_, code) => ((code & 0xf800) === 0xd800 ? 0 : code));
  const chunks = Array.from({ length: SIZE / CHUNK }, (_, at) =>
    units.subarray(at * CHUNK, (at + 1) * CHUNK),
  );
  return chunks.map((chunk) => String.fromCharCode(...chunk)).join('');
}

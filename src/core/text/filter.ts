import type { Words } from './words.js';

/**
 * A hashed table of pairs of neighbouring symbols. Each byte says which steps of a word the pair can be, so that the
 * steps chain up (Baeza-Yates and Gonnet's shift-and, over pairs): `seen = ((seen << 1) | START) & pairs[hash]`.
 * `seen & FINAL` tells that a word of two or three symbols, or the first four of a longer one, may end here. Wrong only
 * on the safe side: it may fire without need, never fail to.
 */
export interface Filter {
  readonly pairs: Uint8Array;
  readonly mask: number;
}

/**
 * The whole of a two-symbol word: bit 0. Steps of a longer word than three: 3, 4, 5. Of a three-symbol word: 1, 2, or, if
 * its first symbol is odd, 6, 7: so that the first pair of one seldom chains up with the second of another.
 * The scanning loops hold START = 0b01001011 and FINAL = 0b10100101 as literals.
 */
const FIRST_OF_TWO = 1;
const FIRST_OF_THREE = [1 << 1, 1 << 6] as const;
const FIRST_OF_MORE = 1 << 3;
/** Multiplies the first symbol of a pair. Knuth's golden ratio of 32 bits: that of 16 bits laid common pairs upon one another. */
const SPREAD = 0x9e3779b9;

const SLICE = 16_384;
/** Bytes for each pair: the more, the rarer two pairs share one. */
const ROOM = 16;
/** A small list leaves most of a table of 64K empty, which costs less than the table of code units. */
const MIN_BITS = 16;
const MAX_BITS = 21;

/** Yields between slices. */
export function* makeFilter(words: Words): Generator<undefined, Filter> {
  const wanted = Math.ceil(Math.log2(Math.max(1, words.symbols.length * ROOM * 0.6)));
  const size = 2 ** Math.min(MAX_BITS, Math.max(MIN_BITS, wanted));
  const filter = { pairs: new Uint8Array(size), mask: size - 1 };
  for (let from = 0; from < words.count; from += SLICE) {
    addPairs(filter, words, { from, to: Math.min(words.count, from + SLICE) });
    yield undefined;
  }
  markSingles(filter, words);
  return filter;
}

function addPairs(
  filter: Filter,
  { symbols, starts }: Words,
  { from, to }: { from: number; to: number },
): void {
  const { pairs, mask } = filter;
  for (let index = from; index < to; index++) {
    const first = starts[index]!;
    const length = starts[index + 1]! - first;
    if (length < 2) continue;
    const steps = Math.min(length, 4) - 1;
    let bit = steps === 1 ? FIRST_OF_TWO : steps === 2 ? FIRST_OF_THREE[symbols[first]! & 1]! : FIRST_OF_MORE;
    for (let at = first; at < first + steps; at++, bit <<= 1)
      pairs[(Math.imul(symbols[at]!, SPREAD) + symbols[at + 1]!) & mask]! |= bit;
  }
}

// A word of one symbol is the end of a pair, whatever stands before it.
function markSingles({ pairs, mask }: Filter, { count, starts, symbols, runs, alphabet }: Words): void {
  const singles = new Set<number>();
  for (let index = 0; index < count; index++) {
    const first = starts[index]!;
    if (starts[index + 1]! - first === 1 && runs[first] === 1) singles.add(symbols[first]!);
  }
  for (const single of singles) {
    for (let before = 0; before <= alphabet.reach; before++)
      pairs[(Math.imul(before, SPREAD) + single) & mask]! |= 1;
  }
}

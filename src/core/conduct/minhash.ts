import { type FoldTable, SKIP } from '../text/fold.js';

/** How many hash functions; the share of equal values estimates how many pairs of letters two texts have in common. */
const HASHES = 64;
/** Fewer letters than this are nobody's advertisement: too much ordinary talk is alike. */
const LEAST_LETTERS = 16;
/** Longer texts are told by their beginning. */
const MOST_LETTERS = 2000;

const FACTORS = new Uint32Array(HASHES);
const OFFSETS = new Uint32Array(HASHES);
for (let index = 0, state = 0x2545f491; index < HASHES; index += 1) {
  // Numerical Recipes' generator: fixed, so that prints of different runs can be compared.
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  FACTORS[index] = state | 1;
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  OFFSETS[index] = state;
}

/** Hashes of a text's pairs of letters, folded: disguises, marks and blanks make no difference, nor do the digits of a number. */
export interface Shingles {
  readonly hashes: Uint32Array;
  readonly count: number;
}

/** Null where the text is too short to be told by. */
export function shinglesOf(text: string, fold: FoldTable): Shingles | null {
  if (text.length < LEAST_LETTERS) return null;
  const hashes = new Uint32Array(Math.min(text.length, MOST_LETTERS));
  let count = 0;
  let before = 0;
  for (let at = 0; at < text.length && count < MOST_LETTERS; at += 1) {
    const letter = letterOf(fold.unit[text.charCodeAt(at)] ?? SKIP);
    if (letter === 0 || (letter === DIGIT && before === DIGIT)) continue;
    if (before !== 0) hashes[count++] = Math.imul((before << 16) ^ letter ^ (before >>> 3), 0x9e3779b1) >>> 0;
    before = letter;
  }
  return count + 1 < LEAST_LETTERS ? null : { hashes, count };
}

const DIGIT = 0x30;

function letterOf(code: number): number {
  if (code === SKIP || (code >= 0xd800 && code <= 0xdfff)) return 0;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const isLatin = code >= 0x61 && code <= 0x7a;
  return isLatin || (code >= 0x3400 && code < 0xd800) ? code : 0;
}

/** The value of one hash function. */
export function minOf({ hashes, count }: Shingles, index: number): number {
  const factor = FACTORS[index] ?? 1;
  const offset = OFFSETS[index] ?? 0;
  let least = 0xffffffff;
  for (let at = 0; at < count; at += 1) {
    let value = Math.imul(hashes[at] ?? 0, factor) + offset;
    value = Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 0;
    if (value < least) least = value;
  }
  return least;
}

export function minHash(shingles: Shingles): Uint32Array {
  return Uint32Array.from({ length: HASHES }, (_, index) => minOf(shingles, index));
}

/** 0 … 1: how alike two texts are by their prints. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < HASHES; index += 1) if (a[index] === b[index]) equal += 1;
  return equal / HASHES;
}

export function printText(print: Uint32Array): string {
  return Array.from(print, (value) => value.toString(16).padStart(8, '0')).join('');
}

/** Null where it is none. */
export function parsePrint(text: string): Uint32Array | null {
  if (!/^[0-9a-f]{512}$/u.test(text)) return null;
  return Uint32Array.from({ length: HASHES }, (_, index) =>
    Number.parseInt(text.slice(index * 8, index * 8 + 8), 16),
  );
}

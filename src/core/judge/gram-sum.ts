import { specialise } from '../text/specialise.js';
import { extendHash, HASH_SEED } from './grams.js';
import { type JudgeModel, placed, rowBytes } from './model.js';
import { PAIRS, sumOf } from './weights.js';

/** Adds the weights of all n-grams of `units` up to `sums`, one number for each category. */
export type GramSum = (units: Uint16Array, length: number, sums: Int32Array) => void;

interface Rows {
  /** Two neighbouring rows of the model in each: their fingerprints, the first in the low byte. */
  readonly marks: Uint16Array;
  readonly times: number;
  readonly shift: number;
}

interface Tables {
  /** The row of an n-gram by its hash before finishing; -1: not learned. */
  readonly rowOf: (unfinished: number) => number;
  /** The same for every unit by itself. */
  readonly single: Int32Array;
  /** Adds up the first `count` rows of `found`; returns how many are left: none. */
  readonly addUp: (count: number, sums: Int32Array) => number;
  /** Rows found and not yet added up. */
  readonly found: Int32Array;
}

interface Weights {
  /** The weights of all rows, `width` bytes each, two categories to a byte (weights.ts). */
  readonly weights: Uint8Array;
  readonly width: number;
  /** Byte of weights → both of them in one number, the second 65536 times itself. */
  readonly pairs: Int32Array;
  readonly found: Int32Array;
}

/** So many weights of at most 100 steps stay inside 16 bits. */
const ROOM = 256;

export function makeGramSum(model: JudgeModel): GramSum {
  const bytes = rowBytes(model);
  const width = bytes - 1;
  const { rows } = model;
  const marks = new Uint16Array(rows >> 1);
  const weights = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const at = row * bytes;
    marks[row >> 1]! |= model.table[at]! << (8 * (row & 1));
    for (let byte = 1; byte < bytes; byte++) weights[row * width + byte - 1] = model.table[at + byte]!;
  }
  const rowOf = specialise(makeFinder, { marks, ...placed(rows) });
  const pairs = Int32Array.from(PAIRS, (pair) => sumOf(pair, 0) + 0x10000 * sumOf(pair, 1));
  const found = new Int32Array(ROOM);
  return specialise(makeAdder, {
    rowOf,
    single: new Int32Array(0x10000).map((_, unit) => rowOf(extendHash(HASH_SEED, unit))),
    addUp: specialise(makeAddUp, { weights, width, pairs, found }),
    found,
  });
}

// The three are self-contained, as `specialise` asks: what grams.ts and model.ts say stands in them once more.
function makeFinder({ marks, times, shift }: Rows): Tables['rowOf'] {
  return (unfinished) => {
    const mixed = Math.imul(unfinished ^ (unfinished >>> 16), 0x85ebca6b);
    const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    const hash = again ^ (again >>> 16);
    const mark = (hash & 0xff) | (((hash & 0xff) - 1) >>> 31);
    const row = Math.imul(hash >>> 8, times) >>> shift;
    const both = marks[row >>> 1]!;
    const side = (row & 1) << 3;
    if (((both >>> side) & 0xff) === mark) return row;
    return ((both >>> (side ^ 8)) & 0xff) === mark ? row ^ 1 : -1;
  };
}

function makeAddUp({ weights, width, pairs, found }: Weights): Tables['addUp'] {
  const split = (pair: number, at: number, sums: Int32Array): void => {
    const low = (pair << 16) >> 16;
    sums[at]! += low;
    sums[at + 1]! += (pair - low) >> 16;
  };
  const addFour = (count: number, byte: number, sums: Int32Array): void => {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const at = found[i]! * width + byte;
      a += pairs[weights[at]!]!;
      b += pairs[weights[at + 1]!]!;
      c += pairs[weights[at + 2]!]!;
      d += pairs[weights[at + 3]!]!;
    }
    split(a, byte * 2, sums);
    split(b, byte * 2 + 2, sums);
    split(c, byte * 2 + 4, sums);
    split(d, byte * 2 + 6, sums);
  };
  const addOne = (count: number, byte: number, sums: Int32Array): void => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += pairs[weights[found[i]! * width + byte]!]!;
    split(sum, byte * 2, sums);
  };
  return (count, sums) => {
    let byte = 0;
    for (; byte + 4 <= width; byte += 4) addFour(count, byte, sums);
    for (; byte < width; byte++) addOne(count, byte, sums);
    return 0;
  };
}

function makeAdder({ rowOf, single, found, addUp }: Tables): GramSum {
  const push = (count: number, row: number): number => {
    found[count] = row;
    return count + 1 + (row >> 31);
  };
  return (units, length, sums) => {
    for (let at = 0; at < sums.length; at++) sums[at] = 0;
    let count = 0;
    let one = 0;
    let two = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at]!;
      const three = (Math.imul(two ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      two = (Math.imul(one ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      one = (Math.imul(0x9e3779b9 ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      count = push(count, single[unit]!);
      if (at > 0) count = push(count, rowOf(two));
      if (at > 1) count = push(count, rowOf(three));
      if (count > 252) count = addUp(count, sums);
    }
    addUp(count, sums);
  };
}

import type { ContentCategory } from '../model/category.js';

/**
 * What the judge learned of one category. The sum of a message's n-gram weights, divided by the root of their number,
 * gives its margin: `bias + scale * sum / √count`. Thresholds are margins.
 */
export interface JudgeCategory {
  readonly category: ContentCategory;
  /** Regulation and number. */
  readonly clause: string;
  readonly bias: number;
  /** Worth of one step of a weight. */
  readonly scale: number;
  /** Calibration: probability = 1 / (1 + exp(-(slope * margin + offset))). */
  readonly slope: number;
  readonly offset: number;
  /** At and above this the judge alone asks for a review. */
  readonly review: number;
  /** At and above this it confirms what the words suspect. */
  readonly confirm: number;
  /** Below this it clears what the words suspect weakly. */
  readonly clear: number;
  /** At and above this it backs what the words merely hint at. */
  readonly back: number;
}

/**
 * The learned judge: a table of n-grams with a weight of four bits for each category (weights.ts).
 * `table` holds `rows` rows: a fingerprint (0: free) and the weights of the categories, two in a byte.
 * An n-gram stands in the row that `placingOf` says, or in its neighbour (the row number's last bit turned).
 * Which categories there are, and how many, is the model's own affair.
 */
export interface JudgeModel {
  /** A number that `placingOf` accepts. */
  readonly rows: number;
  readonly categories: readonly JudgeCategory[];
  readonly table: Uint8Array;
}

/** How a hash is brought to a row: `Math.imul(hash >>> HASH_UNUSED, times) >>> shift`. */
export interface Placing {
  readonly times: number;
  readonly shift: number;
}

/** The last bits of a hash are the fingerprint's. */
const HASH_UNUSED = 8;
const HASH_USED = 32 - HASH_UNUSED;
const LARGEST_TIMES = 2 ** HASH_UNUSED - 1;

/** Rows are a power of two times an odd number up to 255, even and at most 2^24; null: not such a number. */
export function placingOf(rows: number): Placing | null {
  if (!Number.isInteger(rows) || rows < 2 || rows > 2 ** HASH_USED || rows % 2 === 1) return null;
  let times = rows;
  let shift = HASH_USED;
  for (; times % 2 === 0; times /= 2) shift--;
  return times > LARGEST_TIMES ? null : { times, shift };
}

/**
 * The same of a number that is known to be one: the file was checked, or the settings are ours.
 * @throws RangeError where it is not: a defect
 */
export function placed(rows: number): Placing {
  const placing = placingOf(rows);
  if (placing === null) throw new RangeError(`no table has ${rows} rows`);
  return placing;
}

export function rowOf(hash: number, { times, shift }: Placing): number {
  return Math.imul(hash >>> HASH_UNUSED, times) >>> shift;
}

/** 1 … 255, from bits of the hash that do not choose the row. */
export function fingerprintOf(hash: number): number {
  const low = hash & 0xff;
  return low === 0 ? 1 : low;
}

export function rowBytes({ categories }: Pick<JudgeModel, 'categories'>): number {
  return 1 + Math.ceil(categories.length / 2);
}

/** Byte of the row that holds the n-gram with this hash; -1: not learned. */
export function findRow(model: JudgeModel, hash: number): number {
  const { table, rows } = model;
  const width = rowBytes(model);
  const row = rowOf(hash, placed(rows));
  const mark = fingerprintOf(hash);
  if (table[row * width] === mark) return row * width;
  const other = (row ^ 1) * width;
  return table[other] === mark ? other : -1;
}

/** How far the category that is nearest to its review threshold stands above it; negative: none reaches its own. */
export function nearestOf(reviews: Float64Array, margins: Float64Array): number {
  let most = -Infinity;
  for (let at = 0; at < reviews.length; at++) {
    const above = (margins[at] ?? 0) - (reviews[at] ?? Infinity);
    if (above > most) most = above;
  }
  return most;
}

/** 0 … 1 */
export function probabilityOf(category: JudgeCategory, margin: number): number {
  return 1 / (1 + Math.exp(-(category.slope * margin + category.offset)));
}

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
  /** Worth of one step of an int8 weight. */
  readonly scale: number;
  /** Calibration: probability = 1 / (1 + exp(-(slope * margin + offset))). */
  readonly slope: number;
  readonly offset: number;
  /** At and above this the judge alone asks for a review. */
  readonly review: number;
  /** At and above this it confirms what the words suspect. */
  readonly confirm: number;
  /** Below this it clears what the words merely suspect. */
  readonly clear: number;
}

/**
 * The learned judge: a table of n-grams with one int8 weight for each category.
 * `table` holds `2 ** bits` rows of `1 + categories.length` bytes: a fingerprint (0: free) and the weights.
 * An n-gram stands in row `hash >>> (32 - bits)` or in its neighbour (the row number's last bit turned).
 */
export interface JudgeModel {
  readonly bits: number;
  readonly categories: readonly JudgeCategory[];
  readonly table: Int8Array;
}

/** -127 … 127 without 0, from bits of the hash that do not choose the row. */
export function fingerprintOf(hash: number): number {
  const low = hash & 0xff;
  return low === 0 || low === 128 ? 1 : low < 128 ? low : low - 256;
}

export function rowBytes(model: Pick<JudgeModel, 'categories'>): number {
  return model.categories.length + 1;
}

/** 0 … 1 */
export function probabilityOf(category: JudgeCategory, margin: number): number {
  return 1 / (1 + Math.exp(-(category.slope * margin + category.offset)));
}

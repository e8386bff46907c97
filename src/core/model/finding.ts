import type { Category } from './category.js';

/** Merely suspected findings are never more than a review by the owner. */
export type Certainty = 'suspected' | 'confirmed';

/**
 * A span in the ORIGINAL text: UTF-16 code units, `end` exclusive, `text === original.slice(start, end)`.
 * `term` is the lexicon entry, field or pattern that matched.
 */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly term: string;
}

/** What a rule reports. It does not punish. `score` is 0…1: how surely the subject is prohibited. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly certainty: Certainty;
  /** Regulation and number, as in `spec`: `E三2(5)`. */
  readonly clause: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

import type { ContentCategory } from '../core/model/category.js';
import { type Example, isMade } from './example.js';
import { seededRandom, shuffle } from './random.js';
import { logRatios } from './ratios.js';
import type { Encoded } from './vocabulary.js';

/** Weights of all categories, one category beside the other: `weights[feature * categories + category]`. */
export interface Linear {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
}

export interface Learning {
  readonly epochs: number;
  readonly rate: number;
  /** L2: how strongly weights are drawn to where they began. */
  readonly shrink: number;
  readonly seed: number;
}

export const LEARNING: Learning = { epochs: 5, rate: 0.4, shrink: 0.0006, seed: 1 };

/** A line of another category counts little against this one: an advertisement for fraud is both. */
const OTHER_CATEGORY = 0.02;
/** A line from life against one that was made. */
const REAL = 3;
/** A row of a labelled set: few say so exactly where the line runs between contempt and talk of it. */
const LABELLED = 20;
/** A harmless line that shares the words of prohibited ones: it says what the words alone do not. */
const TWIN = 6;
/** Below this an example has nothing to teach any more. */
const NEGLIGIBLE = 0.002;
/** Part of its log ratio that a weight begins with and is drawn to. */
const BELIEVED = 0.3;
/** Step widths: an n-gram that tells nothing by itself moves slowly, one that tells much quickly, so that few n-grams carry a lot. */
const SLOWEST = 0.2;
const QUICKER = 2;
/** First square of the step widths (AdaGrad), so that the first steps are not wild. */
const FIRST_SQUARE = 0.01;

export interface Lesson {
  readonly encoded: Encoded;
  readonly examples: readonly Example[];
  /** Rows to learn from. */
  readonly rows: Int32Array;
  readonly categories: readonly ContentCategory[];
}

/**
 * Logistic regression for every category by stochastic gradient steps (AdaGrad) in a fixed order. It begins with what
 * each n-gram says by itself: from there it goes less far astray on texts unlike those it learns from.
 */
export function learn(lesson: Lesson, learning: Learning = LEARNING): Linear {
  const { categories, encoded } = lesson;
  const count = categories.length;
  const beliefs = logRatios(lesson).map((ratio) => BELIEVED * ratio);
  const model: Linear = { weights: beliefs.slice(), biases: new Float64Array(count) };
  const squares = new Float32Array(model.weights.length).fill(FIRST_SQUARE);
  const heft = heftOf(lesson);
  const random = seededRandom(learning.seed);
  const rows = lesson.rows.slice();
  const errors = new Float64Array(count);
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    shuffle(rows, random);
    const step = learning.rate / (1 + epoch * 0.5);
    for (const row of rows) {
      score(model, { encoded, row, into: errors });
      if (toErrors(errors, lesson, { row, heft }))
        update(model, { encoded, row, errors, squares, beliefs, step, shrink: learning.shrink });
    }
  }
  return model;
}

interface Scoring {
  readonly encoded: Encoded;
  readonly row: number;
  readonly into: Float64Array;
}

/** Margins of one row. */
export function score({ weights, biases }: Linear, { encoded, row, into }: Scoring): void {
  const { features, offsets, shares } = encoded;
  const count = biases.length;
  into.fill(0);
  const end = offsets[row + 1] ?? 0;
  for (let at = offsets[row] ?? 0; at < end; at++) {
    const base = (features[at] ?? 0) * count;
    for (let c = 0; c < count; c++) into[c] = (into[c] ?? 0) + (weights[base + c] ?? 0);
  }
  const share = shares[row] ?? 0;
  for (let c = 0; c < count; c++) into[c] = (biases[c] ?? 0) + share * (into[c] ?? 0);
}

/** Turns margins into weighted errors; false: nothing to learn from this row. */
function toErrors(
  margins: Float64Array,
  lesson: Lesson,
  { row, heft }: { row: number; heft: readonly number[] },
): boolean {
  const example = lesson.examples[row];
  if (example === undefined) return false;
  let worth = false;
  for (const [c, category] of lesson.categories.entries()) {
    const right = example.category === category;
    const weight = right ? (heft[c] ?? 1) * worthOf(example) : against(example);
    const error = weight * (1 / (1 + Math.exp(-(margins[c] ?? 0))) - (right ? 1 : 0));
    const small = Math.abs(error) < NEGLIGIBLE;
    margins[c] = small ? 0 : error;
    if (!small) worth = true;
  }
  return worth;
}

function against(example: Example): number {
  if (example.category !== null) return OTHER_CATEGORY;
  return example.origin === 'twin' ? TWIN : worthOf(example);
}

function worthOf({ origin }: Example): number {
  if (origin === 'contrast') return LABELLED;
  return isMade(origin) ? 1 : REAL;
}

/** Rare categories weigh more: √(others / own). */
function heftOf({ categories, examples, rows }: Lesson): readonly number[] {
  return categories.map((category) => {
    let own = 1;
    for (const row of rows) if (examples[row]?.category === category) own++;
    return Math.sqrt(Math.max(1, rows.length / own - 1));
  });
}

interface Updating {
  readonly encoded: Encoded;
  readonly row: number;
  readonly errors: Float64Array;
  readonly squares: Float32Array;
  readonly beliefs: Float32Array;
  readonly step: number;
  readonly shrink: number;
}

function update(
  { weights, biases }: Linear,
  { encoded, row, errors, squares, beliefs, step, shrink }: Updating,
): void {
  const { features, offsets, shares } = encoded;
  const count = biases.length;
  const share = shares[row] ?? 0;
  const end = offsets[row + 1] ?? 0;
  for (let c = 0; c < count; c++) {
    const error = errors[c] ?? 0;
    if (error === 0) continue;
    biases[c] = (biases[c] ?? 0) - 0.01 * step * error;
    const pull = error * share;
    for (let at = offsets[row] ?? 0; at < end; at++) {
      const cell = (features[at] ?? 0) * count + c;
      const weight = weights[cell] ?? 0;
      const belief = beliefs[cell] ?? 0;
      const slope = pull + shrink * (weight - belief);
      const square = (squares[cell] ?? 0) + slope * slope;
      squares[cell] = square;
      const pace = step * (SLOWEST + QUICKER * Math.abs(belief));
      weights[cell] = weight - (pace * slope) / Math.sqrt(square);
    }
  }
}

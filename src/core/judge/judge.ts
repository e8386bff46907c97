import type { FoldTable } from '../text/fold.js';
import { extendHash, finishHash, gramCount, HASH_SEED, LONGEST, UnitBuffer } from './grams.js';
import { makeGramSum } from './gram-sum.js';
import { isMonotonous, NOTHING } from './monotony.js';
import { findRow, nearestOf, type JudgeModel, rowBytes } from './model.js';

/** The n-gram of units `first` … `last` (inclusive) stands in the table at byte `at`. */
type GramVisitor = (at: number, first: number, last: number) => void;

/** Where the units of a message came from; the first and the last one are its edges. */
export type Places = Pick<UnitBuffer, 'starts' | 'ends' | 'length'>;

/** A model made ready. One judge reads one message at a time: what it returns is overwritten by the next call. */
export interface Judge {
  readonly model: JudgeModel;
  /** How far the nearest category stands above its review threshold; negative: none reaches its own. */
  readonly nearest: (text: string) => number;
  /** The margin of every category, in the model's order. Reused. */
  readonly margins: (text: string) => Float64Array;
  /** Calls `visit` for every known n-gram of the text, and returns its units. Slower; for explanations. */
  readonly walk: (text: string, visit: GramVisitor) => Places;
}

export function makeJudge(model: JudgeModel, folding: FoldTable): Judge {
  const buffer = new UnitBuffer();
  const sums = new Int32Array((rowBytes(model) - 1) * 2);
  const margins = new Float64Array(model.categories.length);
  const add = makeGramSum(model);
  // In rows of numbers: looked up for every message and every category.
  const biases = Float64Array.from(model.categories, ({ bias }) => bias);
  const scales = Float64Array.from(model.categories, ({ scale }) => scale);
  const reviews = Float64Array.from(model.categories, ({ review }) => review);
  const weigh = (text: string): Float64Array => {
    buffer.read(text, folding);
    add(buffer.units, buffer.length, sums);
    const root = Math.sqrt(gramCount(buffer.length));
    for (let at = 0; at < margins.length; at++)
      margins[at] = (biases[at] ?? 0) + ((scales[at] ?? 0) * (sums[at] ?? 0)) / root;
    return margins;
  };
  return {
    model,
    nearest(text) {
      const above = nearestOf(reviews, weigh(text));
      return above >= 0 && isMonotonous(buffer.units, buffer.length) ? NOTHING : above;
    },
    margins(text) {
      weigh(text);
      return isMonotonous(buffer.units, buffer.length) ? margins.fill(NOTHING) : margins;
    },
    walk(text, visit) {
      buffer.read(text, folding);
      visitGrams(buffer, model, visit);
      return buffer;
    },
  };
}

function visitGrams(buffer: UnitBuffer, model: JudgeModel, visit: GramVisitor): void {
  for (let first = 0; first < buffer.length; first++) {
    let hash = HASH_SEED;
    const end = Math.min(buffer.length, first + LONGEST);
    for (let last = first; last < end; last++) {
      hash = extendHash(hash, buffer.units[last] ?? 0);
      const at = findRow(model, finishHash(hash));
      if (at >= 0) visit(at, first, last);
    }
  }
}

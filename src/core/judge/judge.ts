import type { FoldTable } from '../text/fold.js';
import { extendHash, finishHash, gramCount, HASH_SEED, LONGEST, UnitBuffer } from './grams.js';
import { findRow, type JudgeModel, rowBytes } from './model.js';
import { makeScreen } from './screen.js';
import { PAIRS, sumOf } from './weights.js';

/** The n-gram of units `first` … `last` (inclusive) stands in the table at byte `at`. */
type GramVisitor = (at: number, first: number, last: number) => void;

/** Where the units of a message came from; the first and the last one are its edges. */
export type Places = Pick<UnitBuffer, 'starts' | 'ends' | 'length'>;

/** A model made ready. One judge reads one message at a time: what it returns is overwritten by the next call. */
export interface Judge {
  readonly model: JudgeModel;
  /** Whether any category may reach its review threshold: cheap, and sure where it says no. */
  readonly mayReach: (text: string) => boolean;
  /** The margin of every category, in the model's order. Reused. */
  readonly margins: (text: string) => Float64Array;
  /** Calls `visit` for every known n-gram of the text, and returns its units. Slower; for explanations. */
  readonly walk: (text: string, visit: GramVisitor) => Places;
}

export function makeJudge(model: JudgeModel, folding: FoldTable): Judge {
  const buffer = new UnitBuffer();
  const sums = new Float64Array(rowBytes(model) - 1);
  const margins = new Float64Array(model.categories.length);
  const screen = makeScreen(model);
  return {
    model,
    mayReach(text) {
      buffer.read(text, folding);
      return screen(buffer.units, buffer.length);
    },
    margins(text) {
      buffer.read(text, folding);
      sums.fill(0);
      if (isMonotonous(buffer)) return margins.fill(NOTHING);
      addWeights(buffer, { model, sums });
      finish(model, { sums, margins, length: buffer.length });
      return margins;
    },
    walk(text, visit) {
      buffer.read(text, folding);
      visitGrams(buffer, model, visit);
      return buffer;
    },
  };
}

/** A margin below every threshold. */
const NOTHING = -99;
const SHORT = 12;
const VARIED = 6;

/** A long text of hardly any different characters says nothing, however often it says it. */
function isMonotonous({ units, length }: UnitBuffer): boolean {
  if (length <= SHORT) return false;
  let seen = 0;
  for (let at = 0; at < length; at++) {
    if (units.indexOf(units[at] ?? 0) < at) continue;
    seen++;
    if (seen >= VARIED) return false;
  }
  return true;
}

interface Adding {
  readonly model: JudgeModel;
  /** One for each byte of a row: the sums of two categories (weights.ts). */
  readonly sums: Float64Array;
}

function addWeights({ units, length }: UnitBuffer, { model, sums }: Adding): void {
  const { table } = model;
  const width = sums.length;
  for (let first = 0; first < length; first++) {
    let hash = HASH_SEED;
    const end = Math.min(length, first + LONGEST);
    for (let last = first; last < end; last++) {
      hash = extendHash(hash, units[last] ?? 0);
      const at = findRow(model, finishHash(hash));
      if (at < 0) continue;
      for (let b = 0; b < width; b++) sums[b] = (sums[b] ?? 0) + (PAIRS[table[at + 1 + b] ?? 0] ?? 0);
    }
  }
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

interface Finishing {
  readonly sums: Float64Array;
  readonly margins: Float64Array;
  readonly length: number;
}

function finish(model: JudgeModel, { sums, margins, length }: Finishing): void {
  const root = Math.sqrt(gramCount(length));
  for (const [at, { bias, scale }] of model.categories.entries()) {
    margins[at] = bias + (scale * sumOf(sums[at >> 1] ?? 0, at)) / root;
  }
}

import { fingerprintOf, placed, rowOf } from '../core/judge/model.js';
import { codeOf, LARGEST } from '../core/judge/weights.js';
import type { Linear } from './logistic.js';
import type { Encoded } from './vocabulary.js';

/** A weight this many times the root mean square is cut: one wild n-gram must not coarsen all others. */
const CUT = 8;

export interface Quantised {
  readonly table: Uint8Array;
  /** Worth of one step, for each category. */
  readonly scales: readonly number[];
  /** N-grams that have a weight. */
  readonly kept: number;
}

/** The weightiest n-grams that find a row each, weightiest first; one whose two rows are taken is left out. */
export function choose(linear: Linear, encoded: Encoded, rows: number): readonly number[] {
  const marks = new Uint8Array(rows);
  const chosen: number[] = [];
  for (const feature of byImportance(linear, encoded, scalesOf(linear))) {
    const hash = encoded.hashes[feature] ?? 0;
    const at = freeRow(marks, hash, { rows, width: 1 });
    if (at < 0) continue;
    marks[at] = fingerprintOf(hash);
    chosen.push(feature);
  }
  return chosen;
}

/** Puts the n-grams into the table in their order, one a row. */
export function quantise(linear: Linear, encoded: Encoded, rows: number): Quantised {
  const count = linear.biases.length;
  const scales = scalesOf(linear);
  const width = 1 + Math.ceil(count / 2);
  const table = new Uint8Array(width * rows);
  let kept = 0;
  for (const [feature, hash] of encoded.hashes.entries()) {
    const codes = scales.map((scale, c) => codeOf((linear.weights[feature * count + c] ?? 0) / scale));
    if (codes.every((code) => code === 0)) continue;
    const at = freeRow(table, hash, { rows, width });
    if (at < 0) continue;
    table[at] = fingerprintOf(hash);
    for (const [c, code] of codes.entries()) put(table, at + 1 + (c >> 1), c % 2 === 0 ? code : code << 4);
    kept++;
  }
  return { table, scales, kept };
}

/** Both halves of a byte are put once, into a row of zeros. */
function put(table: Uint8Array, at: number, half: number): void {
  table[at] = (table[at] ?? 0) + half;
}

/** Byte of a free row for this hash; -1: both are taken, or hold what cannot be told from it. */
function freeRow(table: Uint8Array, hash: number, { rows, width }: { rows: number; width: number }): number {
  const row = rowOf(hash, placed(rows));
  const mark = fingerprintOf(hash);
  const places = [row * width, (row ^ 1) * width];
  if (places.some((at) => table[at] === mark)) return -1;
  return places.find((at) => table[at] === 0) ?? -1;
}

function scalesOf({ weights, biases }: Linear): readonly number[] {
  const count = biases.length;
  return Array.from(biases, (_bias, c) => {
    let squares = 0;
    let largest = 0;
    let used = 0;
    for (let cell = c; cell < weights.length; cell += count) {
      const weight = weights[cell] ?? 0;
      if (weight === 0) continue;
      squares += weight * weight;
      largest = Math.max(largest, Math.abs(weight));
      used++;
    }
    const limit = Math.min(largest, CUT * Math.sqrt(squares / Math.max(1, used)));
    return limit === 0 ? 1 : limit / LARGEST;
  });
}

/** What is met often is worth a little more room than what is met three times. */
const OFTEN = 0.15;

/** Features by their weightiest category, each measured by its own scale: a category of small weights keeps its n-grams too. */
function byImportance(linear: Linear, { hashes, features }: Encoded, scales: readonly number[]): Int32Array {
  const { weights, biases } = linear;
  const count = biases.length;
  const importance = new Float64Array(hashes.length);
  for (let cell = 0; cell < weights.length; cell++) {
    const feature = Math.floor(cell / count);
    const weight = Math.abs(weights[cell] ?? 0) / (scales[cell % count] ?? 1);
    importance[feature] = Math.max(importance[feature] ?? 0, weight);
  }
  const met = new Float64Array(hashes.length);
  for (const feature of features) met[feature] = (met[feature] ?? 0) + 1;
  for (const [feature, times] of met.entries())
    importance[feature] = (importance[feature] ?? 0) * times ** OFTEN;
  return Int32Array.from(hashes.keys()).sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
}

import { specialise } from '../text/specialise.js';
import { ONE } from './sound-grams.js';
import { finishHash } from './grams.js';
import { findRow, type JudgeModel, placed, rowBytes } from './model.js';
import { PAIRS } from './weights.js';

/** The sum of the weights of a message's features: both categories in one number (weights.ts). */
export type SoundSum = (sounds: Uint16Array, length: number) => number;

interface Tables {
  /** Two neighbouring rows of the model in each: twice a fingerprint (low byte) and a byte of weights. */
  readonly rows: Int32Array;
  readonly weights: Float64Array;
  /** Number of a sound → its hash. */
  readonly hashes: Int32Array;
  /** Number of a sound → the byte of weights of the sound by itself. */
  readonly single: Uint8Array;
  readonly times: number;
  readonly shift: number;
}

/** Of a model with one or two categories. */
export function makeSoundSum(model: JudgeModel, hashes: Int32Array): SoundSum {
  const tables = { rows: rowsOf(model), weights: PAIRS, hashes, ...placed(model.rows) };
  return specialise(adder, { ...tables, single: singleSounds(model, hashes) });
}

/** The byte of weights of each sound by itself; 0: none learned. */
function singleSounds(model: JudgeModel, hashes: Int32Array): Uint8Array {
  return Uint8Array.from(hashes, (hash) => {
    const at = findRow(model, finishHash(hash ^ ONE));
    return at < 0 ? 0 : (model.table[at + 1] ?? 0);
  });
}

function rowsOf(model: JudgeModel): Int32Array {
  const width = rowBytes(model);
  const byte = (row: number, offset: number): number => model.table[row * width + offset] ?? 0;
  return Int32Array.from({ length: model.rows / 2 }, (_, at) => {
    const row = at * 2;
    return byte(row, 0) | (byte(row, 1) << 8) | (byte(row + 1, 0) << 16) | (byte(row + 1, 1) << 24);
  });
}

// Self-contained, as `specialise` asks: what sound-grams.ts, grams.ts and model.ts say stands in it once more.
function adder({ rows, weights, hashes, single, times, shift }: Tables): SoundSum {
  const weightOf = (unfinished: number): number => {
    const mixed = Math.imul(unfinished ^ (unfinished >>> 16), 0x85ebca6b);
    const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    const hash = again ^ (again >>> 16);
    const mark = (hash & 0xff) === 0 ? 1 : hash & 0xff;
    const row = Math.imul(hash >>> 8, times) >>> shift;
    const two = rows[row >>> 1]!;
    const low = two & 0xffff;
    const high = two >>> 16;
    const first = (row & 1) === 0 ? low : high;
    const second = low ^ high ^ first;
    if ((first & 0xff) === mark) return weights[first >>> 8]!;
    return (second & 0xff) === mark ? weights[second >>> 8]! : 0;
  };
  return (sounds, length) => {
    let sum = 0;
    let before = 0;
    let far = 0;
    for (let at = 0; at < length; at++) {
      const number = sounds[at]!;
      const sound = hashes[number]!;
      sum += weights[single[number]!]!;
      if (at > 0) sum += weightOf(((sound + before) | 0) ^ 0x2545f491);
      if (at > 1) {
        sum += weightOf(((sound + far) | 0) ^ 0x2545f491);
        sum += weightOf(((sound + before + far) | 0) ^ 0x68e31da4);
      }
      far = before;
      before = sound;
    }
    return sum;
  };
}

import { specialise } from '../text/specialise.js';
import { extendHash, finishHash, gramCount, HASH_SEED } from './grams.js';
import { findRow, type JudgeModel, rowBytes } from './model.js';
import { weightAt } from './weights.js';

/**
 * Whether any category can reach its review threshold in a message of these units. Wrong only on the safe side: it may
 * say so without need, never fail to. Nearly all talk ends here.
 *
 * Single characters are summed up exactly, category by category; of each longer n-gram only the weight in the category
 * that it speaks for most is added, whichever that is. So one small number stands for a row, however many categories
 * there are.
 */
export type Screen = (units: Uint16Array, length: number) => boolean;

/** Longer messages are not screened: the sums of a lane would run over. */
const MAX_LENGTH = 256;
/** Weights are kept as bytes from here, 1 … 255. */
const MIDDLE = 128;
const IN_WORD = 4;

interface Rows {
  /** Two neighbouring rows of the model: twice a fingerprint (low byte) and the bound (high byte, signed). */
  readonly pairs: Int32Array;
  readonly shift: number;
}

interface Tables {
  /** The bound of an n-gram by its hash before finishing; 0: not learned. */
  readonly boundOf: (unfinished: number) => number;
  /** Unit → row of `singles`; 0: not learned. */
  readonly rowOf: Uint16Array;
  /** Weights of single characters, `width` words a row, four categories to a word. */
  readonly singles: Int32Array;
  readonly width: number;
  /** Two lanes of 16 bits in each. */
  readonly sums: Int32Array;
  readonly scales: Float64Array;
  /** What a category needs from bias to review. */
  readonly needs: Float64Array;
  /** Worth of one step of a bound. */
  readonly step: number;
  /** Length → root of the number of n-grams. */
  readonly roots: Float64Array;
}

export function makeScreen(model: JudgeModel): Screen {
  const { categories } = model;
  const width = Math.ceil(categories.length / IN_WORD);
  const { pairs, step } = boundRows(model);
  return specialise(screen, {
    ...singleUnits(model, width),
    boundOf: specialise(bounder, { pairs, shift: 32 - model.bits }),
    step,
    width,
    sums: new Int32Array(width * 2),
    scales: Float64Array.from(categories, ({ scale }) => scale),
    needs: Float64Array.from(categories, ({ review, bias }) => review - bias),
    roots: Float64Array.from({ length: MAX_LENGTH + 1 }, (_, length) => Math.sqrt(gramCount(length))),
  });
}

function boundRows(model: JudgeModel): Pick<Rows, 'pairs'> & Pick<Tables, 'step'> {
  const { table, bits } = model;
  const row = rowBytes(model);
  const bounds = Float64Array.from({ length: 2 ** bits }, (_, at) => strongest(model, at * row));
  const step = bounds.reduce((most, bound) => Math.max(most, Math.abs(bound)), 1e-9) / (MIDDLE - 1);
  const pairs = new Int32Array(2 ** (bits - 1));
  for (let at = 0; at < bounds.length; at += 2) {
    const marks = [table[at * row] ?? 0, table[(at + 1) * row] ?? 0] as const;
    const steps = [Math.ceil((bounds[at] ?? 0) / step), Math.ceil((bounds[at + 1] ?? 0) / step)] as const;
    // Neighbours with one fingerprint are taken for each other.
    const [low, high] = marks[0] === marks[1] ? [Math.max(...steps), Math.max(...steps)] : steps;
    pairs[at >> 1] = marks[0] | ((low & 0xff) << 8) | (marks[1] << 16) | ((high & 0xff) << 24);
  }
  return { pairs, step };
}

/** The most that the row at this byte adds to any category; 0: a free row. */
function strongest({ table, categories }: JudgeModel, at: number): number {
  if (table[at] === 0) return 0;
  return categories.reduce((most, { scale }, c) => Math.max(most, scale * weightAt(table, at, c)), -Infinity);
}

function singleUnits(model: JudgeModel, width: number): Pick<Tables, 'rowOf' | 'singles'> {
  const rowOf = new Uint16Array(0x10000);
  const rows: number[] = Array.from({ length: width }, () => 0x01010101 * MIDDLE);
  for (let unit = 0; unit < rowOf.length; unit++) {
    const at = findRow(model, finishHash(extendHash(HASH_SEED, unit)));
    if (at < 0) continue;
    rowOf[unit] = rows.length / width;
    for (let word = 0; word < width; word++) rows.push(packed(model, at, word * IN_WORD));
  }
  return { rowOf, singles: Int32Array.from(rows) };
}

function packed({ table, categories }: JudgeModel, at: number, from: number): number {
  let word = 0;
  for (let c = 0; c < IN_WORD; c++) {
    const weight = from + c < categories.length ? weightAt(table, at, from + c) : 0;
    word |= (weight + MIDDLE) << (8 * c);
  }
  return word;
}

// Both are self-contained, as `specialise` asks: the numbers of grams.ts and the constants above stand in them as literals.
function bounder({ pairs, shift }: Rows): Tables['boundOf'] {
  return (unfinished) => {
    const mixed = Math.imul(unfinished ^ (unfinished >>> 16), 0x85ebca6b);
    const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    const hash = again ^ (again >>> 16);
    const mark = (hash & 0xff) | (((hash & 0xff) - 1) >>> 31);
    const pair = pairs[(hash >>> shift) >>> 1]!;
    const unlike = pair ^ (mark | (mark << 16));
    // A byte that is 0 where the fingerprint is met, spread to a mask: no branch, which would be guessed wrong.
    const low = ((pair << 16) >> 24) & (((unlike & 0xff) - 1) >> 31);
    return low | ((pair >> 24) & ((((unlike >>> 16) & 0xff) - 1) >> 31));
  };
}

function screen(tables: Tables): Screen {
  const { boundOf, rowOf, singles, width, sums, scales, needs, step, roots } = tables;
  const addSingle = (row: number): void => {
    for (let word = 0; word < width; word++) {
      const four = singles[row + word]!;
      sums[word * 2] = sums[word * 2]! + (four & 0xff00ff);
      sums[word * 2 + 1] = sums[word * 2 + 1]! + ((four >>> 8) & 0xff00ff);
    }
  };
  return (units, length) => {
    if (length > 256) return true;
    for (let lane = 0; lane < sums.length; lane++) sums[lane] = 0;
    let bound = 0;
    let one = 0;
    let two = 0;
    let three = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at]!;
      addSingle(rowOf[unit]! * width);
      const four = (Math.imul(three ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      three = (Math.imul(two ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      two = (Math.imul(one ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      one = (Math.imul(0x9e3779b9 ^ unit, 0x01000193) + 0x7f4a7c15) | 0;
      if (at > 2) bound += boundOf(four);
      if (at > 1) bound += boundOf(three);
      if (at > 0) bound += boundOf(two);
    }
    const most = bound * step + 1e-6;
    for (let c = 0; c < scales.length; c++) {
      const lane = sums[((c >> 2) << 1) + (c & 1)]!;
      const sum = ((c & 2) === 0 ? lane & 0xffff : lane >>> 16) - 128 * length;
      if (scales[c]! * sum + most >= needs[c]! * roots[length]!) return true;
    }
    return false;
  };
}

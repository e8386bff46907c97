/** What a weight can be, in steps of its category's scale; negative ones alike. Small weights are many and lie closer. */
const LEVELS: readonly number[] = [0, 5, 11, 18, 27, 40, 60, 100];
/** The largest weight, in steps. */
export const LARGEST = 100;
const NEGATIVE = 8;
const CODES = 16;
/** Two sums live in one number, this far apart; both stay far below half of it. */
const LANE = 2 ** 24;

/** A weight is four bits: a level and a sign. Two categories share a byte, the first in the low half. */
export function codeOf(steps: number): number {
  const size = Math.abs(steps);
  let best = 0;
  for (const [code, level] of LEVELS.entries()) {
    if (Math.abs(level - size) < Math.abs((LEVELS[best] ?? 0) - size)) best = code;
  }
  return steps < 0 && best > 0 ? best + NEGATIVE : best;
}

function stepsOf(code: number): number {
  const level = LEVELS[code % NEGATIVE] ?? 0;
  return code < NEGATIVE ? level : -level;
}

/** The two weights of a byte as one number that can be added up: first + second × LANE. */
export const PAIRS: Float64Array = Float64Array.from(
  { length: CODES * CODES },
  (_none, byte) => stepsOf(byte % CODES) + LANE * stepsOf(Math.floor(byte / CODES)),
);

/** The sum of one half of the bytes that were added up. `category` tells which half: even ones come first. */
export function sumOf(pair: number, category: number): number {
  const second = Math.round(pair / LANE);
  return category % 2 === 0 ? pair - second * LANE : second;
}

/** One weight of a row that begins at byte `at`, in steps. */
export function weightAt(table: Uint8Array, at: number, category: number): number {
  return sumOf(PAIRS[table[at + 1 + (category >> 1)] ?? 0] ?? 0, category);
}

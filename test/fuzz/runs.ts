import type fc from 'fast-check';

/** `npm run fuzz`: many more inputs, from a new seed each time, and the clock is looked at. */
const IS_LONG = process.env['QUNSHAO_FUZZ'] === 'long';

const TIMES_LONGER = 10;

/** How often a property is tried. The short version has one seed, so that a failure is everybody's; fast-check prints the long one's. */
export function tries(short: number): fc.Parameters<unknown> {
  return IS_LONG
    ? { numRuns: short * TIMES_LONGER, endOnFailure: true }
    : { numRuns: short, seed: 20_261_126 };
}

/** Runs it, and answers what it threw; a value that is thrown must be of this class and one sentence on one line. */
export function refusalOf(
  run: () => unknown,
  refusal: abstract new (...args: never) => Error,
  lines: 'one line' | 'lines' = 'one line',
): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return sentenceOf(error, refusal, lines);
  }
}

/** The message of a documented refusal. Anything else that was thrown is a defect and goes on. */
export function sentenceOf(
  error: unknown,
  refusal: abstract new (...args: never) => Error,
  lines: 'one line' | 'lines' = 'one line',
): string {
  if (!(error instanceof refusal)) throw error;
  const { message } = error;
  const isSentence = message !== '' && /\p{Script=Han}/u.test(message) && message.length < 20_000;
  // eslint-disable-next-line no-control-regex
  const isPrintable = !/[\u0000-\u0009\u000b-\u001f\u007f\u009b]/u.test(message);
  if (!isSentence || !isPrintable || (lines === 'one line' && message.includes('\n')))
    throw new Error(`no sentence for a person: ${JSON.stringify(message.slice(0, 300))}`);
  return message;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Longer than the machine's own jitter, ms. */
const NOTICEABLE = 100;
const TIMES_THE_SIZE = 8;
/** Linear is 8, the square 64. */
const MOST_GROWTH = 24;
/** Of twice the size: linear is 2, the square 4. */
const MOST_DOUBLING = 3;
const RUNS = 3;

/**
 * Eight times the input takes about eight times as long. Where it takes much longer, because it falls out of the processor's caches or
 * because it grows by the square, twice that input tells which. The short version only runs both sizes: a hang shows itself by the time
 * limit of the test, and no clock decides.
 */
export function growsLinearly(of: (size: number) => () => unknown, size: number): void {
  const least = IS_LONG ? size * 5 : size;
  const large = least * TIMES_THE_SIZE;
  if (!IS_LONG) {
    of(least)();
    of(large)();
    return;
  }
  const before = quickest(of(least));
  const after = quickest(of(large));
  if (after < NOTICEABLE || after < before * MOST_GROWTH) return;
  const twice = quickest(of(2 * large));
  if (twice < after * MOST_DOUBLING) return;
  const times = [before, after, twice].map((one) => `${one.toFixed(1)} ms`);
  throw new Error(`of ${least}, ${large} and ${2 * large} letters: ${times.join(', ')}`);
}

/** Other work on the machine only ever makes a run slower. */
function quickest(run: () => unknown): number {
  return Math.min(...Array.from({ length: RUNS }, () => timeOf(run)));
}

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
/** Linear is 8, the square 64; larger inputs fall out of the caches. */
const MOST_GROWTH = 24;
const MOST_RUNS = 12;

/**
 * Eight times the input takes about eight times as long. The short version only runs both sizes: a hang shows itself by the
 * time limit of the test, and no clock decides.
 */
export function growsLinearly(of: (size: number) => () => unknown, size: number): void {
  const least = IS_LONG ? size * 5 : size;
  const small = of(least);
  const large = of(least * TIMES_THE_SIZE);
  if (!IS_LONG) {
    small();
    large();
    return;
  }
  let [before, after] = [Infinity, Infinity];
  // The quickest of several runs: other work on the machine only ever makes one slower.
  for (let times = 0; times < MOST_RUNS; times += 1) {
    before = Math.min(before, timeOf(small));
    after = Math.min(after, timeOf(large));
    if (times >= 2 && (after < NOTICEABLE || after < before * MOST_GROWTH)) return;
  }
  throw new Error(
    `size ${least}: ${before.toFixed(1)} ms, ${TIMES_THE_SIZE} times the size: ${after.toFixed(1)} ms`,
  );
}

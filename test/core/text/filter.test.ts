import { expect, test } from 'vitest';
import { type Filter, makeFilter } from '../../../src/core/text/filter.js';
import { encodeExact, type Words } from '../../../src/core/text/words.js';

const START = 0b01001011;
const FINAL = 0b10100101;

const ROWS = [
  { what: 'words of many different characters', chars: 4000, lengths: [2, 3, 4, 5], atMost: 0.012 },
  { what: 'words of three characters that share their pairs', chars: 800, lengths: [3], atMost: 0.04 },
] as const;

test.each(ROWS)('$what: the filter fires where one ends, and seldom elsewhere', (row) => {
  const dice = createDice();
  // Frequent characters are much more frequent than seldom ones, as in a language.
  const char = (): string => String.fromCharCode(0x4e00 + Math.floor(row.chars * dice() ** 2));
  const made = (length: number): string => Array.from({ length }, char).join('');
  const patterns = Array.from({ length: 30_000 }, (_, index) =>
    made(row.lengths[index % row.lengths.length] ?? 2),
  );
  const words = finished(encodeExact(patterns));
  const filter = finished(makeFilter(words));
  const missed = patterns.filter(
    (word) => !alarms(filter, words, word).includes(Math.min(word.length, 4) - 1),
  );
  expect(missed).toEqual([]);
  const text = made(100_000);
  expect(alarms(filter, words, text).length / text.length).toBeLessThan(row.atMost);
});

/** The indices at which the filter fires. */
function alarms({ pairs, mask }: Filter, { alphabet }: Words, text: string): readonly number[] {
  const found: number[] = [];
  let before = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const symbol = alphabet.ofUnit[text.charCodeAt(at)] ?? 0;
    seen = ((seen << 1) | START) & (pairs[(Math.imul(before, -1640531527) + symbol) & mask] ?? 0);
    if ((seen & FINAL) !== 0) found.push(at);
    before = symbol;
  }
  return found;
}

/** The same sequence each time: a linear congruential generator (Numerical Recipes). */
function createDice(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function finished<Made>(steps: Generator<undefined, Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

import { describe, expect, it } from 'vitest';
import { makeSoundTable } from '../../../src/core/judge/sounds.js';
import { makeAloud } from '../../../src/core/lexicon/aloud.js';
import { makeWordTable } from '../../../src/core/lexicon/word-table.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';

const SYLLABLES = new Map(
  Object.entries({
    jiu: '就酒救',
    shi: '是式时世',
    zhe: '这者',
    yang: '样阳',
    bu: '不部',
    neng: '能',
    li: '理李里',
    jie: '解杰结',
    wo: '我',
    men: '们门',
  }).flatMap(([syllable, chars]) => Array.from(chars, (char) => [char, syllable] as const)),
);
const COUNTED: readonly (readonly [string, number])[] = [
  ['就是', 50_000],
  ['就', 40_000],
  ['酒', 2_000],
  ['式', 500],
  ['这样', 30_000],
  ['这', 60_000],
  ['不能', 20_000],
  ['不', 90_000],
  ['能', 30_000],
  ['部', 3_000],
  ['理解', 9_000],
  ['我们', 60_000],
  ['我', 90_000],
  ['们', 10_000],
  ['李', 5_000],
  ['杰', 900],
  // Too rare to be heard, and no Chinese word.
  ['酒世', 30],
  ['T恤', 900],
];
const sounds = makeSoundTable(makeFoldTable([['這', '这']]), SYLLABLES);
const aloud = makeAloud({ counted: COUNTED, words: makeWordTable(COUNTED, []), sounds });

describe('what a text gains aloud', () => {
  it.each([
    { name: 'an empty text', text: '' },
    { name: 'words as they are written', text: '我们就是不能这样' },
    { name: 'the same in traditional characters', text: '我们就是不能這样' },
    { name: 'characters that no word sounds like', text: '式部李酒能' },
    { name: 'too few characters', text: '酒式这样' },
    { name: 'no Chinese at all', text: 'jiushi buneng 12345' },
    { name: 'halves of characters', text: '\ud800\udc00\ud800' },
  ])('is nothing: $name', ({ text }) => {
    expect(aloud.gain(text)).toBe(0);
  });

  it.each([
    { name: 'one word written by ear', text: '我们酒式这样', least: 0.05 },
    { name: 'two', text: '我们酒式部能这样', least: 0.3 },
    { name: 'beside signs and letters', text: 'ok，我们酒式，部能这样！', least: 0.3 },
    { name: 'a name is heard as a word too', text: '我们不能李杰', least: 0.05 },
  ])('is something: $name', ({ text, least }) => {
    expect(aloud.gain(text)).toBeGreaterThan(least);
  });

  it('is more, the more is written by ear', () => {
    expect(aloud.gain('我们酒式部能这样')).toBeGreaterThan(aloud.gain('我们酒式不能这样'));
  });

  it('reads no further than the first two hundred', () => {
    expect(aloud.gain(`${'这样'.repeat(100)}酒式`)).toBe(0);
    expect(aloud.gain(`酒式${'这样'.repeat(100_000)}`)).toBeGreaterThan(0);
  });
});

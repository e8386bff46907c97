import { describe, expect, it } from 'vitest';
import { makeFindParted, mayBeParted } from '../../../src/core/lexicon/parted.js';
import { HitBuffer } from '../../../src/core/text/hits.js';

const find = makeFindParted(
  new Map([
    ['非洲', 7],
    ['垃圾', 9],
  ]),
);

function found(text: string): readonly (readonly [number, number, number])[] {
  const hits = new HitBuffer();
  find(text, hits);
  return Array.from({ length: hits.count }, (_, hit) => [hits.start(hit), hits.end(hit), hits.pattern(hit)]);
}

describe('words that a foreign character parts', () => {
  it.each([
    { name: 'nothing in nothing', text: '', want: [] },
    { name: 'nothing in two characters', text: '非洲', want: [] },
    { name: 'one between', text: '回你非的洲吧', want: [[2, 5, 7]] },
    {
      name: 'two of them',
      text: '垃些圾非的洲',
      want: [
        [0, 3, 9],
        [3, 6, 7],
      ],
    },
    { name: 'two characters between', text: '非我的洲', want: [] },
    { name: 'a sign between is skipped elsewhere', text: '非*洲', want: [] },
    { name: 'a letter between', text: '非a洲', want: [] },
    { name: 'a repeated character', text: '非非洲', want: [] },
  ])('$name', ({ text, want }) => {
    expect(found(text)).toEqual(want);
  });

  it.each([
    { name: 'two rare characters', word: '垃圾', want: true },
    { name: 'one that stands anywhere', word: '你是', want: false },
    { name: 'three characters', word: '王八蛋', want: false },
    { name: 'the same twice', word: '妈妈', want: false },
    { name: 'Latin letters', word: 'sb', want: false },
  ])('may part $name: $want', ({ word, want }) => {
    expect(mayBeParted(word)).toBe(want);
  });
});

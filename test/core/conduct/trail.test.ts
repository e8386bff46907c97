import { describe, expect, it } from 'vitest';
import { createTrail, printOf } from '../../../src/core/conduct/trail.js';
import { NOW } from '../../builders/model.js';

/** Says each of `texts`, `every` seconds apart; answers what the last one made. */
function last(texts: readonly string[], every: number): string | null {
  const trail = createTrail();
  let found: string | null = null;
  for (const [index, text] of texts.entries()) found = trail.add(NOW + index * every * 1000, printOf(text));
  return found;
}

const lines = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `第${index}句`);
const again = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe('what one member wrote lately', () => {
  it.each([
    { name: 'nothing', texts: [], every: 1, want: null },
    {
      name: 'empty texts, as of pictures, are never the same text',
      texts: again(7, ''),
      every: 3,
      want: null,
    },
    { name: 'seven quick lines', texts: lines(7), every: 1, want: null },
    { name: 'eight quick lines', texts: lines(8), every: 1, want: 'burst' },
    { name: 'a line every five seconds', texts: lines(60), every: 5, want: null },
    { name: 'a line every three seconds for a minute', texts: lines(60), every: 3, want: 'burst' },
    { name: '收到 seven times in a minute and a half', texts: again(7, '收到'), every: 13, want: null },
    { name: '收到 eight times', texts: again(8, '收到'), every: 13, want: 'repeat' },
    { name: 'thumbs are no text', texts: again(12, '👍👍👍'), every: 13, want: null },
    {
      name: 'a long text three times',
      texts: again(3, '返校聚会的报名链接在群公告里'),
      every: 60,
      want: null,
    },
    {
      name: 'a long text four times',
      texts: again(4, '返校聚会的报名链接在群公告里'),
      every: 60,
      want: 'repeat',
    },
    {
      name: 'over an hour it is a reminder',
      texts: again(4, '返校聚会的报名链接在群公告里'),
      every: 1200,
      want: null,
    },
    {
      name: 'marks and blanks make no other text',
      texts: [
        '返校聚会的报名链接在群里',
        '返校聚会的报名链接在群里!',
        '返校 聚会的报名链接在群里。',
        '返校聚会的报名链接…在群里',
      ],
      every: 60,
      want: 'repeat',
    },
  ])('$name: $want', ({ texts, every, want }) => {
    expect(last(texts, every)).toBe(want);
  });

  it('counts what is remembered', () => {
    const trail = createTrail();
    expect(trail.countSince(0)).toBe(0);
    for (let index = 0; index < 20; index += 1) trail.add(NOW + index, printOf(`${index}`));
    expect(trail.countSince(NOW)).toBe(16);
    expect(trail.countSince(NOW + 18)).toBe(2);
  });
});

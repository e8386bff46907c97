import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../../src/core/lexicon/compile.js';
import type { Combination } from '../../../src/core/lexicon/compiled.js';
import { standsFree } from '../../../src/core/lexicon/edges.js';
import { evaluate } from '../../../src/core/lexicon/evaluate.js';
import { makeScanner } from '../../../src/core/lexicon/scanner.js';
import { findSpans } from '../../../src/core/lexicon/spans.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';
import { HitBuffer } from '../../../src/core/text/hits.js';
import type { Segmenter } from '../../../src/core/text/segmenter.js';

const TEXT = [
  '类别: gambling',
  '条款: A5',
  '[单词]',
  '百家乐计划',
  'vpn机场',
  '[赌]',
  '百家乐、斗牛、牛',
  '[户]',
  '开户、户头',
  '[联系]',
  '加我、vx',
  '#手机号',
  '[组合]',
  '赌 + 户 + 联系 | 疑似 | 0.6 | 窗口 6',
  '赌 + 户 | 疑似 | 0.6 | 窗口 3',
  '联系 + 赌 | 疑似 | 0.6 | 窗口 4',
  '户 + !赌 | 疑似 | 0.6',
  '[例外]',
  '反百家乐',
].join('\n');
const LEXICON = compileLexicon([{ file: 'a.txt', text: TEXT }], makeFoldTable());

/** Cuts in twos from `shift` on, and counts how often it is asked. */
function pairs(shift: number): Segmenter & { asked: number } {
  return {
    asked: 0,
    cut(text) {
      this.asked++;
      return [text.slice(0, shift), ...(text.slice(shift).match(/[^]{1,2}/gu) ?? [])].filter(Boolean);
    },
  };
}

it.each([
  { name: 'nothing', text: '', asked: 0 },
  { name: 'no word of the lexicon', text: '明天一起吃饭', asked: 0 },
  { name: 'a part alone', text: '开户', asked: 1 },
  { name: 'parts too far from each other', text: '斗牛比赛今天下午三点在操场那边', asked: 0 },
  { name: 'parts far apart', text: '斗牛讲座之后再说别的事情加我', asked: 0 },
  { name: 'parts side by side', text: '百家乐开户', asked: 1 },
  { name: 'a word inside a longer Latin word', text: 'myvx百家乐', asked: 0 },
])('$name: segmented $asked times', ({ text, asked }) => {
  const segmenter = pairs(0);
  makeScanner(LEXICON, segmenter)(text);
  expect(segmenter.asked).toBe(asked);
});

/** A combination begins with a word, whatever else its first class may be. */
function isTriggered(hits: HitBuffer, text: string): (combination: Combination) => boolean {
  const words = Array.from({ length: hits.count }, (_, hit) => ({
    start: hits.start(hit),
    end: hits.end(hit),
    pattern: LEXICON.patterns[hits.pattern(hit)]!,
  }));
  const free = words.filter(
    ({ start, end, pattern }) =>
      standsFree(text, start - 1, pattern.first) && standsFree(text, end, pattern.last),
  );
  return ({ parts }) => free.some(({ pattern }) => pattern.classes.includes(parts[0]!));
}

describe('what is passed over', () => {
  const words = [
    '百家乐',
    '斗牛',
    '牛',
    '开户',
    '户头',
    '加我',
    'vx',
    '反',
    '计划',
    '13812345678',
    '，',
    '吃',
    'a',
  ];
  it('is nothing that would have been found', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 9 }), fc.nat(1), (parts, shift) => {
        const text = parts.join('');
        const segmenter = pairs(shift);
        const found = new Set(makeScanner(LEXICON, segmenter)(text));
        const hits = new HitBuffer();
        LEXICON.matcher.scan(text, hits);
        const spans = findSpans({ lexicon: LEXICON, segmenter, hits }, text);
        const all = evaluate(LEXICON, new Set(LEXICON.combinations.filter(isTriggered(hits, text))), spans);
        expect(new Set(all)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});

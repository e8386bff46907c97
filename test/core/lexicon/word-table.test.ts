import { describe, expect, it } from 'vitest';
import {
  COMMON,
  extendWord,
  JOINED,
  makeWordTable,
  NO_WORD,
  TURNED,
  WORD_SEED,
  type WordTable,
} from '../../../src/core/lexicon/word-table.js';
import { countedWords } from '../../../src/segment/common-words.js';

const costOf = (table: WordTable, word: string): number =>
  table.costOf(Array.from(word).reduce((hash, char) => extendWord(hash, char.charCodeAt(0)) | 0, WORD_SEED));
const pairOf = (table: WordTable, pair: string): number =>
  table.pairOf(pair.charCodeAt(0), pair.charCodeAt(1));

describe('makeWordTable', () => {
  const table = makeWordTable(
    [
      ['垃圾', 2000],
      ['海上', 500],
      ['上海', 5000],
      ['心坎', 30],
      ['坎坷', 5],
      ['abc', 9000],
    ],
    ['脑残'],
  );

  it.each([
    { name: 'without words no word has a cost', table: makeWordTable([], []), word: '垃圾', known: false },
    { name: 'a common word', table, word: '垃圾', known: true },
    { name: 'a word of the lexicon', table, word: '脑残', known: true },
    { name: 'a word that is rare is none to read by', table, word: '心坎', known: false },
    { name: 'what is not in Chinese characters', table, word: 'abc', known: false },
  ])('$name', ({ table: words, word, known }) => {
    expect(costOf(words, word) !== NO_WORD).toBe(known);
  });

  it('a word costs the less the more often it was counted', () => {
    expect(costOf(table, '上海')).toBeLessThan(costOf(table, '海上'));
  });

  it.each([
    { name: 'strangers', pair: '上圾', want: 0 },
    { name: 'in a common word', pair: '垃圾', want: JOINED | COMMON },
    { name: 'only the other way round', pair: '圾垃', want: TURNED },
    { name: 'a word both ways', pair: '海上', want: JOINED | COMMON },
    { name: 'in a rare word', pair: '心坎', want: JOINED },
    { name: 'in a word that hardly occurs', pair: '坎坷', want: 0 },
  ])('$name', ({ pair, want }) => {
    expect(pairOf(table, pair)).toBe(want);
  });

  it('knows every word that it was made of, and next to nothing else', () => {
    const counted = [...countedWords(0)];
    const all = makeWordTable(counted, []);
    const made = counted.filter(([word, times]) => times >= 100 && /^[\u4e00-\u9fff]{2,4}$/u.test(word));
    expect(made.filter(([word]) => costOf(all, word) === NO_WORD)).toEqual([]);
    const turned = made.map(([word]) => Array.from(word).toReversed().join(''));
    const known = new Set(made.map(([word]) => word));
    expect(turned.filter((word) => !known.has(word) && costOf(all, word) !== NO_WORD)).toEqual([]);
  });
});

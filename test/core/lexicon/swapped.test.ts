import { describe, expect, it } from 'vitest';
import { isCutToPieces, swapsOf } from '../../../src/core/lexicon/swapped.js';

describe('swapsOf', () => {
  it.each([
    { name: 'nothing of nothing', word: '', want: [] },
    { name: 'one character stays', word: '赌', want: [] },
    { name: 'two change places', word: '垃圾', want: ['圾垃'] },
    { name: 'a word twice the same is the same', word: '妈妈', want: [] },
    {
      name: 'three in every order',
      word: '加微信',
      want: ['微加信', '信微加', '加信微', '信加微', '微信加'],
    },
    { name: 'Latin letters are left', word: 'vx', want: [] },
    { name: 'characters that stand anywhere are left', word: '就是', want: [] },
    { name: 'long words are left', word: '注册就送彩金', want: [] },
  ])('$name', ({ word, want }) => {
    expect(new Set(swapsOf(word))).toEqual(new Set(want));
  });
});

describe('isCutToPieces', () => {
  it.each([
    { name: 'every character by itself', boundaries: [1, 1, 1], want: true },
    { name: 'a word of the language: 子女', boundaries: [1, 0, 1], want: false },
    { name: 'the end of it belongs to the next word', boundaries: [1, 1, 0], want: false },
    { name: 'one pair may be a word among four', boundaries: [1, 0, 1, 1, 1], want: true },
    { name: 'two pairs may not', boundaries: [1, 0, 1, 0, 1], want: false },
  ])('$name', ({ boundaries, want }) => {
    expect(isCutToPieces(Uint8Array.from(boundaries), 0, boundaries.length - 1)).toBe(want);
  });
});

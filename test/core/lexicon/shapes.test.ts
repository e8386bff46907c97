import { expect, it } from 'vitest';
import { findEntity } from '../../../src/core/lexicon/entities.js';
import { plainShapes } from '../../../src/core/lexicon/shapes.js';

it.each([
  { name: 'an empty text', text: '', want: '' },
  { name: 'ordinary language', text: '一二三四，九八年的', want: '一二三四，九八年的' },
  { name: 'full width', text: 'ａｂｃ１２３．ｃｏｍ', want: 'abc123.com' },
  { name: 'circled', text: '①②ⓐ', want: '12a' },
  { name: 'supplementary', text: '𝟏𝐚', want: '1a' },
  { name: 'keycaps', text: '1️⃣2️⃣', want: '12' },
  { name: 'marks and zero width', text: 'aͫ\u200bb', want: 'ab' },
  { name: 'a number spelt out', text: '幺三八一二三四五六七八', want: '13812345678' },
])('$name', ({ text, want }) => {
  expect(plainShapes(text).text).toBe(want);
});

it.each([
  { name: '手机号', text: '电话138-1234-5678', want: '138-1234-5678' },
  { name: '手机号', text: '加我 一三八一二三四五六七八', want: '一三八一二三四五六七八' },
  { name: '手机号', text: '１３８①②③④⑤⑥⑦⑧', want: '１３８①②③④⑤⑥⑦⑧' },
  { name: '地址', text: '他家在洪山区珞喻路152号', want: '他家在洪山区珞喻路152号' },
  { name: '密级', text: '秘密★5年', want: '秘密★' },
  { name: '手机号', text: '订单202403150012345678', want: undefined },
])('$name in $text', ({ name, text, want }) => {
  const [first] = findEntity(name, text);
  expect(first === undefined ? undefined : text.slice(first.start, first.end)).toBe(want);
});

import { expect, it } from 'vitest';
import { storable, storableParameters } from '../../src/store/text.js';

it.each([
  { name: 'empty text', text: '', want: '' },
  { name: 'Chinese and an emoji are left alone', text: '群哨🌸𠮷', want: '群哨🌸𠮷' },
  { name: 'NUL', text: 'a\0b', want: 'a\uFFFDb' },
  { name: 'a lone high surrogate', text: 'a\uD83C', want: 'a\uFFFD' },
  { name: 'a lone low surrogate before a whole pair', text: '\uDF38🌸', want: '\uFFFD🌸' },
  { name: 'a right-to-left override is text like any other', text: '\u202Eabc', want: '\u202Eabc' },
])('storable: $name', ({ text, want }) => {
  expect(storable(text)).toBe(want);
});

it('cleans only the texts among parameters', () => {
  expect(storableParameters([])).toEqual([]);
  expect(storableParameters([1, null, 'a\0'])).toEqual([1, null, 'a\uFFFD']);
});

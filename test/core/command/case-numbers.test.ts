import { describe, expect, it } from 'vitest';
import { leadingNumber, leadingNumbers, readOrdinal } from '../../../src/core/command/case-numbers.js';

describe('leadingNumbers', () => {
  it.each([
    { name: 'empty text', text: '', want: null },
    { name: 'no number', text: '看错了', want: null },
    { name: 'one', text: '12', want: [[12], ''] },
    { name: 'blanks', text: '12 13 15', want: [[12, 13, 15], ''] },
    { name: 'commas of both widths', text: '12,13，15。', want: [[12, 13, 15], ''] },
    { name: 'with and', text: '12、13和15', want: [[12, 13, 15], ''] },
    { name: 'each once', text: '12 12 13', want: [[12, 13], ''] },
    { name: 'full-width digits', text: '１２ １３', want: [[12, 13], ''] },
    { name: 'the number sign', text: '#12 #13', want: [[12, 13], ''] },
    { name: 'with its word', text: '编号12', want: [[12], ''] },
    { name: 'ordinal', text: '第十二号', want: [[12], ''] },
    { name: 'in Chinese', text: '十 二十 三十五 一百零五', want: [[10, 20, 35, 105], ''] },
    { name: 'a range', text: '12-15', want: [[12, 13, 14, 15], ''] },
    { name: 'a range that runs backwards', text: '15-12', want: null },
    { name: 'a range without end', text: '1-900', want: null },
    { name: 'a reason behind', text: '12 13 看错了', want: [[12, 13], '看错了'] },
    { name: 'a reason glued', text: '12看错了', want: [[12], '看错了'] },
    { name: 'a date is none', text: '3月2日那条', want: null },
    { name: 'a date behind is a reason', text: '1 2月的消息', want: [[1], '2月的消息'] },
    { name: 'a word that begins like a numeral', text: '一直在刷屏', want: null },
    { name: 'a code', text: 'T649', want: null },
  ])('$name', ({ text, want }) => {
    const read = leadingNumbers(text);
    expect(read === null ? null : [read.numbers, read.rest]).toEqual(want);
  });

  it('the reason is kept as it was written', () => {
    expect(leadingNumbers('12，我，没有！')?.rest).toBe('我，没有！');
    expect(leadingNumber('12 13')).toEqual({ number: 12, rest: '13' });
  });
});

describe('readOrdinal', () => {
  it.each([
    { name: 'empty text', text: '', want: null },
    { name: 'a digit', text: ' 2 ', want: 2 },
    { name: 'with a full stop', text: '2。', want: 2 },
    { name: 'ordinal', text: '第一个', want: 1 },
    { name: 'in Chinese', text: '二', want: 2 },
    { name: 'no such', text: '12', want: null },
    { name: 'words', text: '一直', want: null },
  ])('$name', ({ text, want }) => {
    expect(readOrdinal(text)).toBe(want);
  });
});

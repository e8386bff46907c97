import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestName, parseCommand, parsePrivate } from '../../../src/core/command/parse.js';

describe('parseCommand', () => {
  it.each([
    { name: 'empty text', text: '', want: null },
    { name: 'a slash alone', text: '/', want: null },
    { name: 'a slash and blanks', text: '/ \u3000', want: null },
    { name: 'plain words', text: '帮助', want: null },
    { name: 'a slash inside', text: '转: /模式 执行', want: null },
    { name: 'a name', text: '/帮助', want: { name: '帮助', rest: '' } },
    { name: 'a full-width slash', text: '／帮助', want: { name: '帮助', rest: '' } },
    { name: 'blanks around', text: '\u3000 /确认  12 \n', want: { name: '确认', rest: '12' } },
    { name: 'English in capitals', text: '/CONFIRM 12', want: { name: 'confirm', rest: '12' } },
    { name: 'a blank after the slash', text: '/ 确认 12', want: { name: '确认', rest: '12' } },
    { name: 'a colon', text: '/确认:12', want: { name: '确认', rest: '12' } },
    { name: 'a full-width colon', text: '/举报：他发广告', want: { name: '举报', rest: '他发广告' } },
    {
      name: 'a mention that ends in U+2005',
      text: '/警告 @李雷\u2005吵架',
      want: { name: '警告', rest: '@李雷\u2005吵架' },
    },
    {
      name: 'a mention without a blank',
      text: '/警告@李雷\u2005吵架',
      want: { name: '警告', rest: '@李雷\u2005吵架' },
    },
    {
      name: 'a full-width mention without a blank',
      text: '/警告＠李雷 吵架',
      want: { name: '警告', rest: '＠李雷 吵架' },
    },
  ])('$name', ({ text, want }) => {
    expect(parseCommand(text)).toEqual(want);
  });

  it('any text: null, or a short name without blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const typed = parseCommand(text);
        if (typed !== null) expect(typed.name).toMatch(/^[^\s@:\uff1a\uff20]{1,40}$/u);
      }),
    );
  });
});

describe('parsePrivate', () => {
  it.each([
    { name: 'empty text', text: '', want: null },
    { name: 'without the slash', text: '确认 12', want: { name: '确认', rest: '12' } },
    { name: 'with it', text: '/确认 12', want: { name: '确认', rest: '12' } },
  ])('$name', ({ text, want }) => {
    expect(parsePrivate(text)).toEqual(want);
  });
});

describe('nearestName', () => {
  const NAMES = ['帮助', 'help', '状态', 'status', '群', 'group', '确认', 'confirm', '为什么', 'why'];
  it.each([
    { name: 'no names', typed: '帮助', names: [], want: null },
    { name: 'one letter wrong', typed: '状太', names: NAMES, want: '状态' },
    { name: 'one letter missing', typed: 'statu', names: NAMES, want: 'status' },
    { name: 'two letters swapped', typed: 'hepl', names: NAMES, want: 'help' },
    { name: 'a letter too many', typed: '为什么呢', names: NAMES, want: '为什么' },
    { name: 'nothing near', typed: '今天天气', names: NAMES, want: null },
    { name: 'a single letter is not near every single letter', typed: '哦', names: NAMES, want: null },
    { name: 'two other letters are not near', typed: '微笑', names: NAMES, want: null },
  ])('$name', ({ typed, names, want }) => {
    expect(nearestName(typed, names)).toBe(want);
  });
});

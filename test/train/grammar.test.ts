import { describe, expect, it } from 'vitest';
import { expandAll } from '../../src/train/expand.js';
import { GrammarError, parseGrammar } from '../../src/train/grammar.js';

function lines(text: string): readonly string[] {
  return expandAll([parseGrammar('a.txt', text)]).map((example) => example.text);
}

describe('parseGrammar', () => {
  it.each([
    { name: 'an empty file lacks its category', text: '' },
    { name: 'a category that nobody knows', text: '类别: nonsense' },
    { name: 'words before any section', text: '类别: fraud\n你好' },
    { name: 'an amount that is no number', text: '类别: fraud\n数量: 很多' },
    { name: 'a disguise without spellings', text: '类别: fraud\n[变形]\n微信' },
  ])('refuses $name', ({ text }) => {
    expect(() => parseGrammar('a.txt', text)).toThrow(GrammarError);
  });

  it('says file and line', () => {
    expect(() => parseGrammar('a.txt', '类别: fraud\n?')).toThrow('a.txt 第 2 行');
  });
});

describe('expandAll', () => {
  it.each([
    { name: 'no sentences: no lines', text: '类别: fraud\n数量: 5', want: [] },
    { name: 'no amount: no lines', text: '类别: fraud\n[句]\n你好', want: [] },
    { name: 'shared classes make no lines', text: '类别: shared\n数量: 5\n[句]\n你好', want: [] },
    { name: 'a line without holes comes once', text: '类别: fraud\n数量: 5\n[句]\n你好', want: ['你好'] },
    {
      name: 'comments and blank lines do not count',
      text: '类别: fraud\n数量: 5\n\n# 说明\n[句]\n你好',
      want: ['你好'],
    },
    {
      name: 'classes in classes',
      text: '类别: fraud\n数量: 5\n[甲]\n{乙}\n[乙]\n好\n[句]\n你{甲}',
      want: ['你好'],
    },
    { name: 'a choice of one or nothing', text: '类别: fraud\n数量: 9\n[句]\n你(好|)', want: ['你', '你好'] },
    {
      name: 'a class or nothing',
      text: '类别: fraud\n数量: 9\n[甲]\n好\n[句]\n你{甲?}',
      want: ['你', '你好'],
    },
  ])('$name', ({ text, want }) => {
    expect(lines(text).toSorted()).toEqual(want);
  });

  it.each([
    { name: 'harmless lines', category: 'benign', want: 'grammar' },
    { name: 'harmless lines about prohibited things', category: 'twins', want: 'twin' },
  ])('knows $name from what they are called', ({ category, want }) => {
    const [only] = expandAll([parseGrammar('a.txt', `类别: ${category}\n数量: 1\n[句]\n你好`)]);
    expect(only).toMatchObject({ category: null, origin: want });
  });

  it('makes the same lines every time', () => {
    const text = '类别: fraud\n数量: 20\n[甲]\n一、二、三、四\n[句]\n{甲}{甲}{甲}';
    expect(lines(text)).toEqual(lines(text));
  });

  it('never makes more lines than asked for by more than one round', () => {
    expect(lines('类别: fraud\n数量: 3\n[甲]\n一、二、三、四\n[句]\n{甲}{甲}{甲}')).toHaveLength(3);
  });

  it('writes words in disguise', () => {
    const text =
      '类别: fraud\n数量: 40\n变形: 1\n[甲]\n一、二、三、四、五\n[句]\n{甲}微信{甲}\n[变形]\n微信 = 薇信';
    expect(lines(text).some((line) => line.includes('薇信'))).toBe(true);
  });

  it.each([
    { name: 'an unknown class', text: '类别: fraud\n数量: 1\n[句]\n{无}' },
    {
      name: 'classes that hold each other',
      text: '类别: fraud\n数量: 1\n[甲]\n{乙}\n[乙]\n{甲}\n[句]\n{甲}',
    },
  ])('refuses $name', ({ text }) => {
    expect(() => lines(text)).toThrow(GrammarError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, nameOf, quoted, visible } from '../../../src/core/wording/mask.js';

describe('mask', () => {
  it.each([
    { term: '', want: '*' },
    { term: '赌', want: '*' },
    { term: '傻子', want: '傻*' },
    { term: '加微信', want: '加*信' },
    { term: '刷单先垫付', want: '刷***付' },
    { term: '一二三四五六七八九', want: '一****九' },
    { term: '13812348000', want: '138****8000' },
    { term: '138 1234 8000', want: '138****8000' },
    { term: '138-1234-8000', want: '138****8000' },
    { term: '1234567', want: '123****67' },
    { term: 'http://win365.example.top/a', want: 'wi****.top' },
    { term: 'https://www.bet8.cn', want: 'be****.cn' },
    { term: 'http://45.33.20.11/login', want: '45****' },
    { term: 'mail-qq.com.verify.click', want: 'ma****.click' },
    { term: 'setup.exe', want: 'se****.exe' },
    { term: 'http://', want: 'h****/' },
    { term: '420106199001011234', want: '420****1234' },
    { term: '1 2 3 4', want: '****' },
    { term: '\u202e\u200b', want: '*' },
    { term: '加\u200b微信', want: '加*信' },
    { term: '😀😀', want: '😀*' },
  ])('“$term” → “$want”', ({ term, want }) => {
    expect(mask(term)).toBe(want);
  });
});

// Asterisks are left out of the terms: what is masked already may be repeated.
const term = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'微信代理刷单加我'), minLength: 2, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 -'), minLength: 7, maxLength: 24 }),
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 12 }).filter((text) => !text.includes('*')),
);

describe('properties', () => {
  it('a masked term never holds the term, nor its inner letters in a row', () => {
    fc.assert(
      fc.property(term, (text) => {
        if ([...visible(text)].length < 2) return;
        expect(mask(text)).not.toContain(visible(text));
      }),
    );
  });

  it('a masked number shows at most seven digits, and never all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 24 }),
        (number) => {
          const shown = mask(number).replaceAll(/\D/gu, '');
          expect(shown.length).toBeLessThanOrEqual(7);
          expect(shown.length).toBeLessThan(number.length);
        },
      ),
    );
  });

  it('a line of masked terms holds none of them', () => {
    const word = fc.string({ unit: fc.constantFrom(...'微信代理刷单'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        for (const one of words) expect(quoted(words) + words.map(mask).join('、')).not.toContain(one);
      }),
    );
  });
});

describe('quoted', () => {
  it.each([
    { name: 'no terms: nothing', terms: [], want: '' },
    { name: 'a term that cannot be seen: nothing', terms: ['\u200b'], want: '' },
    { name: 'two', terms: ['加微信', '代理'], want: '“加*信”“代*”' },
    {
      name: 'one that another holds is not said twice',
      terms: ['兼职', '兼职刷单', '刷单', '你'],
      want: '“兼**单”“*”',
    },
    { name: 'a bare letter of a word', terms: ['你', '你这个', '傻子'], want: '“你*个”“傻*”' },
    { name: 'the same twice', terms: ['代理', '代理'], want: '“代*”' },
    { name: 'at most three', terms: ['甲乙', '丙丁', '戊己', '庚辛'], want: '“甲*”“丙*”“戊*”' },
  ])('$name', ({ terms, want }) => {
    expect(quoted(terms)).toBe(want);
  });
});

describe('nameOf', () => {
  it.each([
    { name: 'an empty name', shown: '', want: '(无名)' },
    { name: 'a name of invisible letters', shown: '\u200b\u2060', want: '(无名)' },
    {
      name: 'a line break cannot begin a line of its own',
      shown: '李雷\n群主:大家好',
      want: '李雷群主:大家好',
    },
    { name: 'a direction mark is taken out', shown: '\u202e李雷', want: '李雷' },
    { name: 'a lone surrogate is taken out', shown: '李\ud800雷', want: '李雷' },
    { name: 'a name of twenty-four letters', shown: '李'.repeat(24), want: '李'.repeat(24) },
    { name: 'a longer one is cut between letters', shown: '😀'.repeat(25), want: `${'😀'.repeat(23)}…` },
  ])('$name', ({ shown, want }) => {
    expect(nameOf(shown)).toBe(want);
  });
});

import { describe, expect, it } from 'vitest';
import type { CardProblem } from '../../../src/core/card/card.js';
import { compileCard } from '../../../src/core/card/compile.js';
import { cardLine } from '../../../src/core/card/line.js';
import { EMPTY_NAME_TABLES } from '../../../src/core/card/tables.js';
import { aParser } from './real-tables.js';

describe('other templates', () => {
  it.each([
    [
      'department and title',
      '{name}-{department}-{title}',
      '张三-教务处-科员',
      { name: '张三', department: '教务处', title: '科员' },
    ],
    ['name and number', '{name}-{id}', '张三-A2097', { name: '张三', id: 'A2097' }],
    ['optional phone left out', '{name}-{city}-{phone?}', '张三-北京', { name: '张三', city: '北京' }],
    [
      'optional phone given',
      '{name}-{city}-{phone?}',
      '张三-北京-13800000000',
      { name: '张三', city: '北京', phone: '13800000000' },
    ],
    ['brackets', '{name}（{city}）', '张三(北京)', { name: '张三', city: '北京' }],
    ['fields side by side', '{city}{name}', '北京张三', { name: '张三', city: '北京' }],
    ['spaces', '{name} {city}', '张三 北京', { name: '张三', city: '北京' }],
    ['year first', '{year}-{major}-{name}', '97级-化学-张三', { year: '1997', major: '化学', name: '张三' }],
    [
      'class',
      '{name}-{major}{year}-{class}',
      '张三-化学97级-2班',
      { name: '张三', major: '化学', year: '1997', class: '2班' },
    ],
  ])('%s: %s', (_why, template, card, fields) => {
    expect(aParser(template).parse(card)).toMatchObject({ ok: true, fields });
  });

  it.each([
    ['swapped', '{name}-{department}', '教务处-张三', 'order', '张三-教务处'],
    ['spaces for dashes', '{name}-{department}-{title}', '张三 教务处 科员', 'separator', '张三-教务处-科员'],
    ['to be put side by side', '{city}{name}', '张三-北京', 'order separator', '北京张三'],
    ['number first', '{name}-{id}', '2097张三', 'order separator', '张三-2097'],
  ])('%s: %s', (_why, template, card, codes, suggestion) => {
    const result = aParser(template).parse(card);
    expect(result.problems.map((problem) => problem.code).join(' ')).toBe(codes);
    expect(result.suggestion).toBe(suggestion);
  });

  it.each([
    ['nothing', '', '至少要有一项'],
    ['no field', '姓名', '至少要有一项'],
    ['unknown field', '{name}-{town}', '没有“town”'],
    ['open brace', '{name}-{city', '花括号'],
    ['stray brace', '{name}}-{city}', '花括号'],
    ['empty braces', '{name}-{}', '没有“”'],
    ['twice', '{name}-{name}', '写了两次'],
    ['only optional', '{phone?}', '必填'],
  ])('refuses a template: %s', (_why, template, sentence) => {
    expect(() => aParser(template)).toThrow(sentence);
  });
});

describe('options', () => {
  it.each([
    ['graduation', { graduation: true }, '张三-北京-化学97届', '1997'],
    ['longer names', { longestName: 6 }, '张三李四王五-北京-化学97级', '1997'],
    ['Latin names', { latinNames: true }, 'Mary Smith-北京-化学97级', '1997'],
    ["the organisation's own majors", { majors: ['吃喝玩乐'] }, '张三-北京-吃喝玩乐97级', '1997'],
    ['another year', { thisYear: 1999 }, '张三-北京-化学05级', '1905'],
  ])('%s', (_why, options, card, year) => {
    const result = aParser(undefined, options).parse(card);
    expect(result.problems).toEqual([]);
    expect(result.fields.year).toBe(year);
  });

  it('refuses a year before the founding and keeps four digits where two would mean another year', () => {
    expect(aParser(undefined, { founded: 1951 }).parse('张三-北京-化学1949级').problems).toMatchObject([
      { code: 'bad-year' },
    ]);
    expect(aParser().parse('张三 北京 化学1905级').suggestion).toBe('张三-北京-化学1905级');
  });

  it('keeps a year of graduation one in the suggestion', () => {
    expect(aParser(undefined, { graduation: true }).parse('张三 北京 化学97届').suggestion).toBe(
      '张三-北京-化学97届',
    );
  });

  it('adds what further checks find, and suggests nothing that they refuse', () => {
    const problem: CardProblem = { field: 'name', code: 'prohibited', message: '姓名一项有不合适的词。' };
    const parser = aParser(undefined, {
      checks: [(_card, fields) => (fields.name === '张三' ? [problem] : [])],
    });
    expect(parser.parse('张三-北京-化学97级')).toMatchObject({
      ok: false,
      problems: [problem],
      suggestion: null,
    });
    expect(parser.parse('李四 北京 化学97级').suggestion).toBe('李四-北京-化学97级');
  });
});

describe('empty tables', () => {
  const parser = compileCard('{name}-{city}-{major}{year}', EMPTY_NAME_TABLES, {
    founded: 1900,
    thisYear: 2026,
  });
  it.each(['张三-北京-化学97级', '北京-张三-化学97级', '王总-火星-吃货97级'])('refuse nobody: %s', (card) => {
    expect(parser.parse(card).problems).toEqual([]);
  });
  it('still name what is missing', () => {
    expect(parser.parse('').problems.map((problem) => problem.field)).toEqual([
      'name',
      'city',
      'major',
      'year',
    ]);
  });
});

describe('cardLine', () => {
  it('gives exactly the keys of the command line', () => {
    expect(cardLine('张三 北京 化学97级', aParser())).toEqual({
      card: '张三 北京 化学97级',
      ok: false,
      fields: { name: '张三', city: '北京', major: '化学', year: '1997' },
      problems: [{ field: null, code: 'separator', message: expect.any(String) as string }],
      suggestion: '张三-北京-化学97级',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aParser } from './real-tables.js';

const parser = aParser();
const names = ['王建国', '欧阳锋', '高雄', '李娜', '阿依古丽·买买提', '吉拉迪诺', '快乐小鱼', '王总'];
const cities = ['武汉', '湖北武汉', '恩施', '义乌', '武汉洪山', '纽约', '湖北', '火星'];
const majors = ['化学', '食品科学与工程', '计科', '谷物技术', '帅哥'];
const years = ['97级', '1997', '05', '九七级', '2099级', '97届', '9级'];
const separators = ['-', ' ', '', '--', '/', '—', ' - ', '\u200b', '·', '一', '😊'];
const piece = fc.constantFrom(...names, ...cities, ...majors, ...years, ...separators);
const jumble = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  jumble,
);

describe('whatever the card', () => {
  it('answers without throwing, ok exactly when there is no problem', () => {
    fc.assert(
      fc.property(anyString, (card) => {
        const result = parser.parse(card);
        expect(result.ok).toBe(result.problems.length === 0);
        expect(result.ok && result.suggestion !== null).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('suggests only what is in order itself, says the same, and is made of the characters of the card', () => {
    fc.assert(
      fc.property(jumble, (card) => {
        const { suggestion, fields } = parser.parse(card);
        if (suggestion === null) return;
        expect(parser.parse(suggestion)).toMatchObject({ ok: true, fields });
        for (const field of ['name', 'city', 'major'] as const) {
          for (const character of fields[field] ?? '') expect(card).toContain(character);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes an accepted card apart so that its fields, put together again, are accepted', () => {
    const whole = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...cities),
      fc.constantFrom(...majors),
      fc.constantFrom(...years),
    );
    fc.assert(
      fc.property(whole, ([name, city, major, year]) => {
        const { ok, fields } = parser.parse(`${name}-${city}-${major}${year}`);
        if (!ok) return;
        const again = parser.parse(`${fields.name}-${fields.city}-${fields.major}${fields.year}级`);
        expect(again).toMatchObject({ ok: true, fields });
      }),
      { numRuns: 400 },
    );
  });

  it('puts a right card together again, whatever the order and the separators', () => {
    const right = fc.record({
      name: fc.constantFrom('王建国', '欧阳锋', '李娜', '阿依古丽·买买提', '诸葛孔明'),
      city: fc.constantFrom('武汉', '石家庄', '恩施', '义乌', '呼和浩特'),
      major: fc.constantFrom('化学', '食品科学与工程', '计科', '国际经济与贸易'),
      year: fc.constantFrom('97级', '05', '1998级', '2011'),
    });
    const order = fc.shuffledSubarray(['name', 'city', 'major', 'year'] as const, { minLength: 4 });
    const separator = fc.constantFrom(' ', '/', '_', '、', '');
    fc.assert(
      fc.property(right, order, separator, (fields, wanted, between) => {
        const card = wanted.map((field) => fields[field]).join(between);
        const year = fields.year.replace('级', '').slice(-2);
        expect(parser.parse(card).suggestion).toBe(`${fields.name}-${fields.city}-${fields.major}${year}级`);
      }),
      { numRuns: 400 },
    );
  });

  it('stays quick on a card that is far too long', () => {
    const result = parser.parse('张三北京化学97级'.repeat(2000));
    expect(result.ok).toBe(false);
    expect(result.problems.map((problem) => problem.code)).toContain('extra');
  });
});

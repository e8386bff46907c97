import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCard } from '../../src/core/card/compile.js';
import { prohibitedCheck } from '../../src/core/card/prohibited.js';
import { officeCheck } from '../../src/core/card/office.js';
import { GROUP_NAME_FIELDS, templateProblem } from '../../src/core/policy/template.js';
import { shownFormat } from '../../src/core/wording/card.js';
import { createRules } from '../../src/core/rules/index.js';
import { aParser, REAL_TABLES } from '../core/card/real-tables.js';
import { checkerOf } from '../core/group-name/tables.js';
import { shippedTools } from '../corpus/shipped.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, refusalOf, tries } from './runs.js';

const checks = [officeCheck(REAL_TABLES), prohibitedCheck(REAL_TABLES, createRules({}, shippedTools()))];
const parser = aParser(undefined, { checks });
const checkName = checkerOf();

/** A template's pieces, right and wrong. */
const part = fc.oneof(
  fc.constantFrom('{name}', '{city}', '{major?}', '{year}', '{phone?}', '{id?}', '{class?}', '-', ' ', '—'),
  fc.constantFrom(
    '{',
    '}',
    '{}',
    '{name',
    '{__proto__}',
    '{constructor}',
    '{name??}',
    '{{name}}',
    '{ name }',
  ),
  hostileText,
);
const template = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));

describe('whatever a card says', () => {
  it('is in order exactly where nothing is wrong; a suggestion is in order and made of what was written', () => {
    fc.assert(
      fc.property(hostileText, (card) => {
        const { ok, problems, suggestion } = parser.parse(card);
        expect(ok).toBe(problems.length === 0);
        for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}/u);
        if (suggestion !== null) expect(parser.parse(suggestion).ok).toBe(true);
      }),
      tries(600),
    );
  });

  it('the same holds for the name of a group', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const { ok, problems, suggestion } = checkName(name);
        expect(ok).toBe(problems.length === 0);
        if (suggestion !== null) expect(checkName(suggestion).ok).toBe(true);
      }),
      tries(600),
    );
  });
});

describe('whatever a template says', () => {
  it('of a card: it is refused in one sentence, or it makes a parser that answers', () => {
    fc.assert(
      fc.property(template, hostileText, (written, card) => {
        const problem = templateProblem(written);
        if (problem !== null) {
          expect(problem).toMatch(/\p{Script=Han}/u);
          return;
        }
        const options = { founded: 1951, thisYear: 2026 };
        const refused = refusalOf(() => {
          const made = compileCard(written, REAL_TABLES, options);
          made.parse(card);
          made.draft(card, null);
        }, Error);
        expect(refused === null || refused.length < 400).toBe(true);
        expect(typeof shownFormat(written).example).toBe('string');
      }),
      tries(500),
    );
  });

  it('of the name of a group', () => {
    fc.assert(
      fc.property(template, hostileText, (written, name) => {
        if (templateProblem(written, GROUP_NAME_FIELDS) !== null) return;
        const { ok, problems } = checkerOf([written])(name);
        expect(ok).toBe(problems.length === 0);
      }),
      tries(300),
    );
  });

  it.each(['{constructor}', '{__proto__}', '{toString?}'])('%s is no field', (written) => {
    expect(templateProblem(written)).toContain('没有字段');
    expect(shownFormat(written).format).toBe(written);
  });
});

describe('a longer text takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const text = of(size);
      return () => [parser.parse(text), checkName(text), templateProblem(text)];
    }, 500);
  });
});

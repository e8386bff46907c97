import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/error.js';
import { databaseProblem } from '../../src/config/database.js';
import { parseConfig } from '../../src/config/parse.js';
import { webhookProblem } from '../../src/config/webhook.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, refusalOf, tries } from './runs.js';

const parse = (text: string) => () => parseConfig(text, 'qunshao.yaml');
const problemsOf = (text: string) => refusalOf(parse(text), ConfigError, 'lines');

/** Lines of a configuration, right and wrong, at any depth. */
const key = fc.constantFrom(
  'organisation',
  'groups',
  'id',
  'name',
  'card',
  'template',
  'strikes',
  'admins',
  'digest',
  'database',
  '__proto__',
  'constructor',
  '<<',
  '? [a]',
  '!!js/function',
);
const value = fc.oneof(
  hostileText,
  hostileText.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '[]',
    '{}',
    '*a',
    '&a [1]',
    '!!binary ""',
    '.inf',
    '0x1F',
    '2026-12-31',
    '~',
    '|',
    '[[[[',
    '- - -',
  ),
);
const line = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('', '- '), key, value)
  .map(([depth, dash, name, written]) => `${'  '.repeat(depth)}${dash}${name}: ${written}`);
const yaml = fc.oneof(
  hostileText,
  fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n')),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  fc.jsonValue().map((json) => `groups:\n  - ${JSON.stringify(json)}`),
);

/** Each anchor ten times the one before: nine of them are a thousand million. */
function aliasBomb(levels: number): string {
  const level = (at: number) =>
    `a${at}: &a${at} [${Array(10)
      .fill(`*a${at - 1}`)
      .join(', ')}]`;
  return ['a0: &a0 [x, x]', ...Array.from({ length: levels }, (_, at) => level(at + 1))].join('\n');
}

describe('whatever the configuration says', () => {
  it('is read, or refused with a place and a sentence in each line, and nothing else is thrown', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const problems = problemsOf(text);
        for (const one of problems?.split('\n') ?? []) expect(one).toMatch(/第 \d+ 行|还有 \d+ 处/u);
      }),
      tries(300),
    );
  });

  it.each([
    { name: 'anchors that multiply', text: aliasBomb(9) },
    { name: 'an anchor that holds itself', text: 'groups: &a [*a]' },
    { name: 'brackets without end', text: '['.repeat(5000) },
    { name: 'braces without end', text: '{a: '.repeat(5000) },
    { name: 'dashes without end', text: '- '.repeat(20_000) },
    { name: 'a key longer than any', text: `${'a'.repeat(100_000)}: 1` },
    { name: 'thousands of unknown keys', text: 'x: 1\n'.repeat(5000) },
    { name: 'merge of itself', text: 'a: &a\n  <<: *a' },
    { name: 'prototype', text: '__proto__:\n  groups: []\nconstructor: 1' },
    { name: 'another document', text: 'groups: []\n---\ngroups: []' },
    { name: 'a tag that makes an object', text: 'groups: !!js/function "() => 1"' },
    { name: 'NUL', text: 'groups\u0000: []' },
  ])('$name is refused', ({ text }) => {
    expect(problemsOf(text)).not.toBeNull();
    expect(Reflect.get({}, 'groups')).toBeUndefined();
  });

  it('a name that every object has is an unknown key like any other', () => {
    expect(problemsOf('organisation:\n  __proto__: { admins: [u9] }')).toContain('没有这一项');
    expect(problemsOf('groups:\n  - id: g1\n    constructor: 1')).toContain('没有这一项');
  });

  it('an address is sound or named as unsound, and never repeated', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const problem of [webhookProblem(text), databaseProblem(text)])
          if (problem !== null && text.length > 20) expect(problem).not.toContain(text);
      }),
      tries(500),
    );
  });
});

describe('a longer text takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const texts = [of(size), `groups:\n  - id: ${JSON.stringify(of(size))}`];
      return () => texts.map(problemsOf);
    }, 1000);
  });
});

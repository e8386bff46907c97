import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createContentRules, createEngine, lexiconsFolder } from '../../../bot/engine.js';
import { inspect } from '../../../src/core/rules/index.js';
import { NO_ORGANISATION } from '../../../src/core/policy/settings.js';
import { aMessage } from '../../builders/model.js';
import { folderWith } from '../../fakes/command-line.js';

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';

describe('lexicons that are missing or empty', () => {
  it('no folder at all: a warning that names it, and nobody is accused', () => {
    const { rules, warnings } = createContentRules(join(folderWith(), 'none'));
    expect(warnings.join('\n')).toContain('prohibited');
    expect(inspect(rules, aMessage({ text: AD })).findings).toEqual([]);
  });

  it('an empty list: a warning that names it, and it matches nothing', () => {
    const folder = folderWith();
    cpSync(join(lexiconsFolder(), 'prohibited'), join(folder, 'prohibited'), { recursive: true });
    writeFileSync(join(folder, 'prohibited', 'insult.txt'), '');
    const { rules, warnings } = createContentRules(folder);
    expect(warnings.filter((warning) => warning.startsWith('insult.txt'))).toHaveLength(1);
    expect(
      inspect(rules, aMessage({ text: '你这个傻逼' })).findings.filter(
        ({ category }) => category === 'insult',
      ),
    ).toEqual([]);
    expect(inspect(rules, aMessage({ text: AD })).findings).not.toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('the year that cards are read by', () => {
  it('is asked anew: what was the future is the present a year later', () => {
    let year = 2026;
    const { card } = createEngine(NO_ORGANISATION, () => year);
    expect(card('{name}-{year}').parse('王芳-2027级').ok).toBe(false);
    year = 2027;
    const codes = card('{name}-{year}')
      .parse('王芳-2027级')
      .problems.map((problem) => problem.code);
    expect(codes).not.toContain('bad-year');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/core/policy/judge.js';
import { createRules } from '../../src/core/rules/index.js';
import { scanLine } from '../../src/core/rules/scan.js';
import { shippedWithJudge } from './shipped.js';

/** Categories with offences and benign twins in `lines/`, one a line (`\n` stands for a line break). */
const CATEGORIES = [
  'advertising',
  'fraud',
  'gambling',
  'pornography',
  'violence',
  'illegal-goods',
  'cult',
  'superstition',
  'hatred',
  'insult',
  'rumour',
  'privacy',
  'secrets',
  'soliciting',
  'induced-sharing',
  'infringement',
  'unsafe-link',
] as const;
const RECALL = 0.85;
const RAISED_TWINS = 2 / 60;

const RULES = createRules({}, shippedWithJudge());
const isRaised = (text: string): boolean => scanLine(text, RULES, judge).verdict !== 'allow';

function readCases(name: string): readonly string[] {
  const text = readFileSync(new URL(`lines/${name}.txt`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));
}

describe.each(CATEGORIES)('%s', (category) => {
  const offences = readCases(`${category}.offences`);
  const twins = readCases(`${category}.twins`);

  it('has at least fifty offences and fifty twins, no line twice', () => {
    const different = new Set([...offences, ...twins]).size;
    expect(offences.length).toBeGreaterThanOrEqual(50);
    expect(twins.length).toBeGreaterThanOrEqual(50);
    expect(different).toBe(offences.length + twins.length);
  });

  it(`finds ${RECALL} of the offences`, () => {
    const missed = offences.filter((text) => !isRaised(text));
    // The lines themselves are compared, so that a failure shows them.
    expect(missed.slice(Math.floor(offences.length * (1 - RECALL)))).toEqual([]);
  });

  it('raises hardly any twin', () => {
    const raised = twins.filter(isRaised);
    expect(raised.slice(Math.round(twins.length * RAISED_TWINS))).toEqual([]);
  });
});

it('opinion and criticism of the organisation are never raised', () => {
  expect(readCases('organisation.twins').filter(isRaised)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { aWeek, NOTHING_OPEN } from '../../../bot/wording/examples/week.js';
import { nextSteps } from '../../../src/core/digest/steps.js';
import type { RuleCounts } from '../../../src/core/digest/totals.js';

const counts = (cases: number, reversals: number): RuleCounts => ({
  cases,
  reversals,
  removals: 0,
  failed: 0,
});
const QUIET = { open: NOTHING_OPEN, failed: 0, observed: false } as const;

describe('nextSteps about rules', () => {
  it.each<{
    name: string;
    rules: Readonly<Record<string, RuleCounts>>;
    want: readonly string[];
  }>([
    { name: 'no rule', rules: {}, want: [] },
    { name: 'one reversal is a slip', rules: { notice: counts(1, 1) }, want: [] },
    { name: 'two of many are slips', rules: { notice: counts(10, 2) }, want: [] },
    {
      name: 'a rule that is reversed often may be put on probation',
      rules: { notice: counts(4, 2) },
      want: ['/规则 notice 观察'],
    },
    {
      name: 'the words stand for fraud too: never the whole of them',
      rules: { prohibited: counts(9, 9), learned: counts(9, 9) },
      want: [],
    },
    {
      name: 'the worst first',
      rules: { notice: counts(4, 2), flood: counts(3, 3) },
      want: ['/规则 flood 观察', '/规则 notice 观察'],
    },
  ])('$name', ({ rules, want }) => {
    expect(nextSteps(aWeek({ ...QUIET, rules })).map(({ command }) => command)).toEqual(want);
  });
});

import { describe, expect, it } from 'vitest';
import { weighFindings } from '../../../src/core/policy/probation.js';
import { aFinding } from '../../builders/model.js';

const NONE = { observedRules: [], doubtedRules: [], offCategories: [] };
const ad = aFinding({ rule: 'prohibited', category: 'advertising', certainty: 'confirmed' });
const notice = aFinding({ rule: 'notice', category: 'notice', certainty: 'confirmed' });

describe('weighFindings', () => {
  it.each([
    { name: 'no findings', findings: [], trial: NONE, live: [], observed: [] },
    {
      name: 'nothing on trial: all count',
      findings: [ad, notice],
      trial: NONE,
      live: [ad, notice],
      observed: [],
    },
    {
      name: 'a category that is off is left out',
      findings: [ad, notice],
      trial: { ...NONE, offCategories: ['advertising'] },
      live: [notice],
      observed: [],
    },
    {
      name: 'a rule on probation is set apart',
      findings: [ad, notice],
      trial: { ...NONE, observedRules: ['notice'] },
      live: [ad],
      observed: [notice],
    },
    {
      name: 'what the notices’ rule tells apart is one rule',
      findings: [ad, { ...notice, rule: 'notice-copy' }],
      trial: { ...NONE, observedRules: ['notice'] },
      live: [ad],
      observed: [{ ...notice, rule: 'notice-copy' }],
    },
    {
      name: 'as many rules on probation as categories that are off',
      findings: [ad, notice],
      trial: { observedRules: ['notice'], doubtedRules: [], offCategories: ['advertising'] },
      live: [],
      observed: [notice],
    },
    {
      name: 'as many rules doubted as on probation',
      findings: [ad, notice],
      trial: { observedRules: ['notice'], doubtedRules: ['notice'], offCategories: [] },
      live: [ad],
      observed: [{ ...notice, certainty: 'suspected' }],
    },
    {
      name: 'a doubted rule only suspects',
      findings: [ad, notice],
      trial: { ...NONE, doubtedRules: ['prohibited'] },
      live: [{ ...ad, certainty: 'suspected' }, notice],
      observed: [],
    },
  ])('$name', ({ findings, trial, live, observed }) => {
    expect(weighFindings(findings, trial)).toEqual({ live, observed });
  });

  it('where nothing is on trial nothing is copied: that is nearly every message', () => {
    const findings = [ad];
    expect(weighFindings(findings, NONE).live).toBe(findings);
  });
});

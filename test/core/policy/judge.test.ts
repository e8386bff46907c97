import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../src/core/model/category.js';
import { judge } from '../../../src/core/policy/judge.js';
import { punishes } from '../../../src/core/policy/response.js';
import { aFinding } from '../../builders/model.js';

describe('judge', () => {
  it.each([
    { name: 'no findings: allowed', findings: [], kind: 'allow', category: null, score: 0 },
    {
      name: 'suspected fraud: a review and never more',
      findings: [aFinding({ category: 'fraud', certainty: 'suspected', score: 0.99 })],
      kind: 'review',
      category: 'fraud',
      score: 0.99,
    },
    {
      name: 'confirmed advertising: a violation',
      findings: [aFinding({ score: 0.7 })],
      kind: 'violation',
      category: 'advertising',
      score: 0.7,
    },
    {
      name: 'a confirmed rumour is for the owner to judge',
      findings: [aFinding({ category: 'rumour' })],
      kind: 'review',
      category: 'rumour',
      score: 0.9,
    },
    {
      name: 'a graver suspicion does not hide what is confirmed',
      findings: [
        aFinding({ category: 'fraud', certainty: 'suspected', score: 0.6 }),
        aFinding({ score: 0.9 }),
      ],
      kind: 'violation',
      category: 'advertising',
      score: 0.9,
    },
    {
      name: 'of two confirmed the graver decides, whatever the order and the score',
      findings: [aFinding({ score: 0.99 }), aFinding({ category: 'gambling', score: 0.8 })],
      kind: 'violation',
      category: 'gambling',
      score: 0.99,
    },
  ])('$name', ({ findings, kind, category, score }) => {
    expect(judge(findings)).toEqual({ kind, category, score, findings });
  });

  it.each(CATEGORIES)('confirmed %s: a violation exactly where it is punished', (category) => {
    expect(judge([aFinding({ category })]).kind).toBe(punishes(category) ? 'violation' : 'review');
  });
});

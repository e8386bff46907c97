import { describe, expect, it } from 'vitest';
import { asksMore, isGraverSort, isSuspicion } from '../../../src/core/policy/question.js';
import { aFinding, aQuestion } from '../../builders/model.js';

const suspicion = {
  step: 'review',
  subject: 'message:g1:m1',
  category: 'advertising',
  findings: [],
} as const;
const danger = [aFinding({ category: 'unsafe-link', certainty: 'confirmed' })];

describe('a message that is merely suspected', () => {
  it.each([
    { name: 'without a finding', over: {}, want: true },
    { name: 'a certain offence is none', over: { step: 'removal' as const }, want: false },
    { name: 'a complaint is none', over: { subject: 'complaint:g1:u5:day' }, want: false },
    {
      name: 'a doubtful notice is asked about by itself',
      over: { category: 'notice' as const },
      want: false,
    },
    {
      name: 'a danger that is certain is none',
      over: { category: 'unsafe-link' as const, findings: danger },
      want: false,
    },
  ])('$name', ({ over, want }) => {
    expect(isSuspicion({ ...suspicion, ...over })).toBe(want);
  });
});

describe('what needs a question of its own beside an open one', () => {
  const suspected = { category: 'advertising', certainty: 'suspected' } as const;
  const asked = (leadsTo: 'none' | 'warning' | 'removal') => aQuestion({ ...suspected, leadsTo });
  it.each([
    { name: 'the same: not', leadsTo: 'none', open: asked('none'), want: false },
    { name: 'a word where nothing was asked', leadsTo: 'warning', open: asked('none'), want: true },
    {
      name: 'a last word where a word was asked: not',
      leadsTo: 'final',
      open: asked('warning'),
      want: false,
    },
    { name: 'a removal where a word was asked', leadsTo: 'removal', open: asked('warning'), want: true },
    { name: 'a removal where one was asked: not', leadsTo: 'removal', open: asked('removal'), want: false },
    { name: 'a suspicion beside a certain offence: not', leadsTo: 'removal', open: aQuestion(), want: false },
  ] as const)('$name', ({ leadsTo, open, want }) => {
    expect(asksMore({ ...suspected, leadsTo }, open)).toBe(want);
  });

  it('a certain offence where somebody was only suspected', () => {
    expect(asksMore(aQuestion(), aQuestion({ certainty: 'suspected' }))).toBe(true);
  });

  it.each([
    { name: 'the same sort', category: 'advertising', want: false },
    { name: 'a graver one', category: 'fraud', want: true },
    { name: 'a lesser one', category: 'rumour', want: false },
  ] as const)('the sort of a joined one: $name', ({ category, want }) => {
    expect(isGraverSort(aQuestion({ category }), asked('warning'))).toBe(want);
  });
});

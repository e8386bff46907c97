import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/model/action.js';
import { CATEGORIES, type Category } from '../../../src/core/model/category.js';
import { ALLOW, type Verdict } from '../../../src/core/model/verdict.js';
import { judge } from '../../../src/core/policy/judge.js';
import { actionsOf, decide, type Standing } from '../../../src/core/policy/plan.js';
import { dueAt, isModeration, waitsForMorning } from '../../../src/core/policy/timing.js';
import { responseTo } from '../../../src/core/policy/response.js';
import { aFinding, aQuestion, aStanding, AUTHOR, NOW, OWNER, STAFF } from '../../builders/model.js';

/** One line for each action: `request:removal→u1`. */
function planned(verdict: Verdict, standing: Standing): readonly string[] {
  const decision = decide(verdict, standing);
  return decision === null ? [] : actionsOf({ decision, verdict }, standing, 7).map(summary);
}

function summary(action: Action): string {
  const of = action.kind === 'request' ? `:${action.ask}` : action.kind === 'warn' ? `:${action.step}` : '';
  return `${action.kind}${of}${'to' in action && action.to !== null ? `→${action.to.id}` : ''}`;
}

const of = (category: Category, certainty: 'suspected' | 'confirmed' = 'confirmed') =>
  judge([aFinding({ category, certainty })]);

describe('decide', () => {
  it('nothing found: nothing to decide', () => {
    expect(decide(ALLOW, aStanding())).toBeNull();
  });

  it.each([
    {
      name: 'the first advertisement',
      verdict: of('advertising'),
      over: {},
      want: 'violation warning strike 1 closed',
    },
    {
      name: 'the second',
      verdict: of('advertising'),
      over: { strikes: 1 },
      want: 'violation final strike 2 closed',
    },
    {
      name: 'the third, ask',
      verdict: of('advertising'),
      over: { strikes: 2 },
      want: 'violation removal strike 3 open',
    },
    {
      name: 'the third, auto',
      verdict: of('advertising'),
      over: { strikes: 2, removal: 'auto' },
      want: 'violation removal strike 3 closed',
    },
    {
      name: 'the third, auto, no right',
      verdict: of('advertising'),
      over: { strikes: 2, removal: 'auto', canRemove: false },
      want: 'violation removal strike 3 open',
    },
    {
      name: 'the third, never',
      verdict: of('advertising'),
      over: { strikes: 2, removal: 'never' },
      want: 'violation final strike 3 closed',
    },
    {
      name: 'the fourth while the removal waits',
      verdict: of('advertising'),
      over: { strikes: 3, pending: aQuestion({ caseId: 1, joined: 0 }) },
      want: 'violation removal strike 4 open',
    },
    { name: 'the first fraud', verdict: of('fraud'), over: {}, want: 'violation removal strike 1 open' },
    {
      name: 'suspected fraud',
      verdict: of('fraud', 'suspected'),
      over: {},
      want: 'review review none 0 open',
    },
    {
      name: 'suspected, nobody to ask',
      verdict: of('fraud', 'suspected'),
      over: { responsible: null },
      want: 'review review none 0 closed',
    },
    {
      name: 'an exempt person',
      verdict: of('fraud'),
      over: { exempt: true },
      want: 'violation none none 0 closed',
    },
    {
      name: 'an exempt person, suspected',
      verdict: of('fraud', 'suspected'),
      over: { exempt: true },
      want: 'review none none 0 closed',
    },
    { name: 'flooding', verdict: of('flood'), over: {}, want: 'review note none 0 closed' },
    { name: 'an unsafe link', verdict: of('unsafe-link'), over: {}, want: 'review review none 0 open' },
    {
      name: 'a notice is asked about',
      verdict: of('notice'),
      over: {},
      want: 'violation warning strike 1 open',
    },
  ] as const)('$name: $want', ({ verdict, over, want }) => {
    const decision = decide(verdict, aStanding(over));
    expect(decision).not.toBeNull();
    if (decision === null) return;
    const { step, strike, strikes, status } = decision;
    expect(`${decision.verdict} ${step} ${strike ? 'strike' : 'none'} ${strikes} ${status}`).toBe(want);
  });

  it('a card past its deadline leads to removal without a strike', () => {
    const verdict: Verdict = {
      kind: 'violation',
      category: 'card',
      score: 1,
      findings: [aFinding({ category: 'card' })],
    };
    expect(decide(verdict, aStanding())).toMatchObject({
      step: 'removal',
      strike: false,
      strikes: 0,
      status: 'open',
    });
  });
});

describe('actionsOf: removal at the first violation', () => {
  const fraud = of('fraud');
  it.each([
    { removal: 'ask', canRemove: true, want: ['request:removal→u1'] },
    { removal: 'ask', canRemove: false, want: ['request:hand-removal→u1'] },
    { removal: 'auto', canRemove: true, want: ['remove'] },
    { removal: 'auto', canRemove: false, want: ['request:hand-removal→u1'] },
    { removal: 'never', canRemove: true, want: ['warn:final', 'alert→u1'] },
    { removal: 'never', canRemove: false, want: ['warn:final', 'alert→u1'] },
  ] as const)('$removal, the bot may remove: $canRemove', ({ removal, canRemove, want }) => {
    expect(planned(fraud, aStanding({ removal, canRemove }))).toEqual(want);
    expect(planned(fraud, aStanding({ removal, canRemove, exempt: true }))).toEqual(['alert→u0']);
  });

  it('nobody to ask: recorded alone', () => {
    expect(planned(fraud, aStanding({ responsible: null }))).toEqual([]);
  });

  it.each([
    { name: 'the first is told', joined: 0, want: ['tell→u1'] },
    { name: 'the second is only recorded', joined: 1, want: [] },
    { name: 'the fifth is told', joined: 4, want: ['tell→u1'] },
  ])('while a removal waits for its answer, $name, and nothing is asked again', ({ joined, want }) => {
    expect(planned(fraud, aStanding({ pending: aQuestion({ joined }) }))).toEqual(want);
  });

  it('a removal that no person decided says so', () => {
    const standing = aStanding({ removal: 'auto' });
    const decision = decide(fraud, standing);
    expect(decision === null ? [] : actionsOf({ decision, verdict: fraud }, standing, 7)).toMatchObject([
      { decidedBy: 'bot', owner: OWNER, member: AUTHOR },
    ]);
  });
});

describe('actionsOf: the other responses', () => {
  it.each([
    { name: 'the first advertisement', verdict: of('advertising'), over: {}, want: ['warn:warning'] },
    { name: 'the second', verdict: of('advertising'), over: { strikes: 1 }, want: ['warn:final'] },
    {
      name: 'the third, ask',
      verdict: of('advertising'),
      over: { strikes: 2 },
      want: ['request:removal→u1'],
    },
    {
      name: 'the third, auto',
      verdict: of('advertising'),
      over: { strikes: 2, removal: 'auto' },
      want: ['remove'],
    },
    {
      name: 'a strike below the first step says nothing',
      verdict: of('advertising'),
      over: { ladder: { warn: 2, final: 3, remove: 4, expireDays: 90 } },
      want: [],
    },
    { name: 'a rumour', verdict: of('rumour'), over: {}, want: ['request:review→u1'] },
    {
      name: 'suspected advertising',
      verdict: of('advertising', 'suspected'),
      over: {},
      want: ['request:review→u1'],
    },
    { name: 'a suspected notice', verdict: of('notice', 'suspected'), over: {}, want: ['request:notice→u1'] },
    { name: 'an unsafe link', verdict: of('unsafe-link'), over: {}, want: ['request:review→u1'] },
    { name: 'flooding', verdict: of('flood'), over: {}, want: ['tell'] },
    { name: 'flooding by an exempt person', verdict: of('flood'), over: { exempt: true }, want: [] },
    {
      name: 'staff of the organisation are not told of themselves',
      verdict: of('insult'),
      over: { exempt: true, member: STAFF },
      want: [],
    },
    {
      name: 'an exempt person, no staff',
      verdict: of('insult'),
      over: { exempt: true, staff: [] },
      want: [],
    },
    {
      name: 'an exempt person’s notice',
      verdict: of('notice'),
      over: { exempt: true },
      want: ['notice-advice', 'alert→u0'],
    },
  ] as const)('$name', ({ verdict, over, want }) => {
    expect(planned(verdict, aStanding(over)).toSorted()).toEqual([...want].toSorted());
  });

  it.each([
    { name: 'the first', over: {}, want: ['notice-advice', 'request:notice→u1', 'warn:warning'] },
    {
      name: 'the first, nobody to ask',
      over: { responsible: null },
      want: ['notice-advice', 'warn:warning'],
    },
    {
      name: 'the third, ask: one question',
      over: { strikes: 2 },
      want: ['notice-advice', 'notice-note', 'request:removal→u1'],
    },
    {
      name: 'the third, auto',
      over: { strikes: 2, removal: 'auto' },
      want: ['notice-advice', 'notice-note', 'remove', 'request:notice→u1'],
    },
    {
      name: 'the fourth while the removal waits',
      over: { strikes: 3, pending: aQuestion({ caseId: 1, joined: 0 }) },
      want: ['notice-advice', 'notice-note', 'request:notice→u1'],
    },
  ] as const)('a notice without authority, $name', ({ over, want }) => {
    expect(planned(of('notice'), aStanding(over)).toSorted()).toEqual(want);
  });

  it('words of another category are no grounds for this one', () => {
    const evidence = [{ start: 4, end: 6, text: '垫付', term: '垫付' }];
    const verdict = judge([aFinding(), aFinding({ category: 'fraud', evidence })]);
    const standing = aStanding();
    const decision = decide(verdict, standing);
    expect(decision === null ? [] : actionsOf({ decision, verdict }, standing, 7)).toMatchObject([
      { terms: ['垫付'] },
    ]);
  });

  it('a request carries at most three distinct words, and the case', () => {
    const words = ['甲甲', '乙乙', '甲甲', '丙丙', '丁丁'];
    const evidence = words.map((text) => ({ start: 0, end: 2, text, term: text }));
    const verdict = judge([aFinding({ category: 'rumour', evidence })]);
    const standing = aStanding();
    const decision = decide(verdict, standing);
    const actions = decision === null ? [] : actionsOf({ decision, verdict }, standing, 7);
    expect(actions).toMatchObject([
      { terms: ['甲甲', '乙乙', '丙丙'], about: { caseId: 7, category: 'rumour' } },
    ]);
  });
});

const STANDINGS = (['ask', 'auto', 'never'] as const).flatMap((removal) =>
  [true, false].flatMap((canRemove) =>
    [true, false].flatMap((exempt) => [0, 1, 2].map((strikes) => ({ removal, canRemove, exempt, strikes }))),
  ),
);

describe.each(CATEGORIES)('every standing: %s', (category) => {
  it.each(['suspected', 'confirmed'] as const)('%s', (certainty) => {
    const verdict = of(category, certainty);
    for (const over of STANDINGS) {
      const decision = decide(verdict, aStanding(over));
      const kinds = planned(verdict, aStanding(over));
      // An exempt person is never warned, removed or given a strike.
      if (over.exempt) expect([decision?.strike, decision?.step]).toEqual([false, 'none']);
      if (over.exempt) expect(kinds.filter((kind) => !/^(alert→u0|notice-advice)$/u.test(kind))).toEqual([]);
      // What is merely suspected is never more than a question to the owner.
      if (certainty === 'suspected') expect(decision?.strike).toBe(false);
      if (certainty === 'suspected') expect(kinds.filter((kind) => /^(warn|remove)/u.test(kind))).toEqual([]);
      // Nobody is removed where the owner does not want it, or where the bot cannot.
      if (over.removal !== 'auto' || !over.canRemove) expect(kinds).not.toContain('remove');
      if (over.removal === 'never') expect(kinds.filter((kind) => /removal/u.test(kind))).toEqual([]);
      if (['review', 'note', 'incident'].includes(responseTo(category))) expect(decision?.strike).toBe(false);
    }
  });
});

describe('waitsForMorning', () => {
  const about = (category: Category) => ({ caseId: 1, rule: 'r', category });
  const base = { groupId: 'g1', member: AUTHOR };
  const warn = (category: Category): Action => ({
    kind: 'warn',
    ...base,
    about: about(category),
    step: 'warning',
    terms: [],
    count: 1,
    beforeRemoval: false,
    heldSince: null,
    timezone: 'Asia/Shanghai',
  });
  const told = { to: OWNER, terms: [], score: 1, groupName: '分会群' };
  const request = (category: Category): Action => ({
    kind: 'request',
    ...base,
    ...told,
    about: about(category),
    ask: 'removal',
    leadsTo: 'removal',
  });
  const remove = (category: Category): Action => ({
    kind: 'remove',
    ...base,
    about: about(category),
    terms: [],
    score: 1,
    strikes: 1,
    days: 90,
    owner: OWNER,
    decidedBy: 'bot',
  });

  it.each([
    { name: 'the introduction', action: { kind: 'introduce', groupId: 'g1' }, want: false },
    { name: 'a warning of advertising', action: warn('advertising'), want: true },
    { name: 'a warning of fraud', action: warn('fraud'), want: false },
    { name: 'a request about advertising', action: request('advertising'), want: true },
    { name: 'a request about fraud', action: request('fraud'), want: false },
    { name: 'a request about an unsafe link', action: request('unsafe-link'), want: false },
    { name: 'a removal for advertising', action: remove('advertising'), want: true },
    { name: 'a removal for violence', action: remove('violence'), want: false },
    { name: 'an alert', action: { kind: 'alert', ...base, ...told, about: about('insult') }, want: false },
    {
      name: 'the answer to a command',
      action: { kind: 'reply', groupId: 'g1', to: null, caseId: null, answer: { kind: 'no-group' } },
      want: false,
    },
    {
      name: 'word of a reversal',
      action: { kind: 'reversed', ...base, about: about('fraud'), removed: false },
      want: true,
    },
  ] as const)('$name: $want', ({ action, want }) => {
    expect(waitsForMorning(action)).toBe(want);
    expect(dueAt(action, NOW, () => NOW + 1)).toBe(want ? NOW + 1 : NOW);
  });

  it('what a watched group does not get to see', () => {
    expect(isModeration(warn('advertising'))).toBe(true);
    expect(isModeration(remove('fraud'))).toBe(true);
    expect(isModeration({ kind: 'introduce', groupId: 'g1' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Category } from '../../../src/core/model/category.js';
import type { Verdict } from '../../../src/core/model/verdict.js';
import { judge } from '../../../src/core/policy/judge.js';
import { termsOf } from '../../../src/core/policy/grounds.js';
import { actionsOf, decide, leadsTo, type Standing } from '../../../src/core/policy/plan.js';
import { isSevere, responseTo } from '../../../src/core/policy/response.js';
import { aFinding, aQuestion, aStanding, AUTHOR, OWNER } from '../../builders/model.js';

const of = (category: Category, certainty: 'suspected' | 'confirmed' = 'confirmed') =>
  judge([aFinding({ category, certainty })]);

/** A first strike is recorded, and nothing said of it. */
const LENIENT = { warn: 2, final: 3, remove: 4, expireDays: null };

describe('what an action carries', () => {
  const told = { groupId: 'g1', groupName: '分会群', member: AUTHOR, terms: ['加微信'], score: 0.9 };
  const about = (category: Category) => ({ caseId: 7, rule: 'prohibited', category });
  const actionsFor = (verdict: Verdict, over: Partial<Standing> = {}) => {
    const standing = aStanding({ groupName: '分会群', ...over });
    const decision = decide(verdict, standing);
    return decision === null ? [] : actionsOf({ decision, verdict }, standing, 7);
  };

  it('a warning: whose, what, which step, whether the next one removes', () => {
    const { score: _score, groupName: _name, ...rest } = told;
    const warn = {
      kind: 'warn',
      ...rest,
      about: about('advertising'),
      heldSince: null,
      timezone: 'Asia/Shanghai',
    };
    expect(actionsFor(of('advertising'))).toEqual([
      { ...warn, step: 'warning', count: 1, beforeRemoval: false },
    ]);
    expect(actionsFor(of('advertising'), { strikes: 1 })).toEqual([
      { ...warn, step: 'final', count: 2, beforeRemoval: true },
    ]);
  });

  it('a warning says where strikes of other groups count with it', () => {
    expect(actionsFor(of('advertising'), { sharesStrikes: true })).toMatchObject([
      { kind: 'warn', shared: true },
    ]);
  });

  it('whose removal is being asked about: the question is joined, and the case stays open with it', () => {
    const pending = aQuestion({ caseId: 3 });
    expect(decide(of('fraud'), aStanding({ pending, removal: 'auto' }))).toMatchObject({
      step: 'removal',
      status: 'open',
    });
    expect(actionsFor(of('fraud'), { pending, removal: 'auto' })).toMatchObject([
      { kind: 'tell', to: OWNER, telling: { kind: 'joined', caseId: 3, count: 1 } },
    ]);
    expect(actionsFor(of('fraud'), { pending, responsible: null })).toEqual([]);
    expect(actionsFor(of('fraud'), { pending: null, removal: 'auto' })).toMatchObject([{ kind: 'remove' }]);
  });

  it('an invitation under the organisation’s name carries what was found', () => {
    expect(actionsFor(of('invitation', 'suspected'))).toMatchObject([
      { kind: 'tell', groupId: 'g1', about: about('invitation') },
      { kind: 'request', ...told, about: about('invitation') },
    ]);
  });

  it('a request for a removal, a review of a suspicion', () => {
    const request = { kind: 'request', ...told, to: OWNER };
    expect(actionsFor(of('advertising'), { strikes: 2 })).toEqual([
      { ...request, about: about('advertising'), ask: 'removal', leadsTo: 'removal' },
    ]);
    expect(actionsFor(of('advertising', 'suspected'))).toEqual([
      { ...request, about: about('advertising'), ask: 'review', leadsTo: 'warning' },
    ]);
  });

  it('a removal that the bot does itself', () => {
    const { groupName: _name, ...rest } = told;
    const want = { kind: 'remove', ...rest, strikes: 3, days: 90, decidedBy: 'bot', owner: OWNER };
    expect(actionsFor(of('advertising'), { strikes: 2, removal: 'auto' })).toEqual([
      { ...want, about: about('advertising') },
    ]);
  });

  it('a notice without right: the group is calmed, the author advised, the owner asked', () => {
    const { terms: _terms, score: _score, groupName: _name, ...rest } = told;
    expect(actionsFor(of('notice', 'confirmed'), { noRight: 'expired', ladder: LENIENT })).toEqual([
      { kind: 'notice-note', ...rest, about: about('notice') },
      { kind: 'notice-advice', ...rest, about: about('notice'), noRight: 'expired' },
      { kind: 'request', ...told, to: OWNER, about: about('notice'), ask: 'notice', leadsTo: 'none' },
    ]);
  });

  it('a notice that leads to a removal: the group and the author hear of the notice all the same', () => {
    const actions = actionsFor(of('notice'), { strikes: 2, removal: 'auto' });
    const of7 = { groupId: 'g1', member: AUTHOR, about: about('notice') };
    expect(actions).toMatchObject([
      { kind: 'notice-note', ...of7 },
      { kind: 'notice-advice', ...of7 },
      { kind: 'request', ...told, ask: 'notice', about: about('notice') },
      { kind: 'remove', ...of7 },
    ]);
  });

  it('a notice at the last warning: that says it, and the group is not told a second time', () => {
    const kinds = actionsFor(of('notice'), { strikes: 1 }).map(({ kind }) => kind);
    expect(kinds).toEqual(['warn', 'notice-advice', 'request']);
    expect(actionsFor(of('notice'), { strikes: 1 })).toMatchObject([
      { kind: 'warn', step: 'final' },
      { groupId: 'g1', member: AUTHOR, about: about('notice') },
      { ...told, ask: 'notice', about: about('notice') },
    ]);
    expect(actionsFor(of('notice', 'suspected')).map(({ kind }) => kind)).toEqual(['request']);
  });

  it('a grave offence at a warning is told to who answers for the group, if there is anybody', () => {
    const grave = CATEGORIES.filter((one) => responseTo(one) === 'ladder' && isSevere(one));
    for (const category of grave) {
      expect(actionsFor(of(category)).map(({ kind }) => kind)).toEqual(['warn', 'alert']);
      expect(actionsFor(of(category), { responsible: null }).map(({ kind }) => kind)).toEqual(['warn']);
    }
  });

  it('a suspected card is a kind word, and asks nobody', () => {
    expect(decide(of('card', 'suspected'), aStanding())).toMatchObject({ step: 'note', status: 'closed' });
  });

  it('without anybody who answers for the group a review asks nobody', () => {
    expect(actionsFor(of('advertising', 'suspected'), { responsible: null })).toEqual([]);
    const asked = actionsFor(of('invitation', 'suspected'), { responsible: null, staff: [] });
    expect(asked.map(({ kind }) => kind)).toEqual(['tell']);
  });

  it('an allowed message decides nothing, whatever its category says', () => {
    expect(decide({ ...of('advertising'), kind: 'allow' }, aStanding())).toBeNull();
    expect(decide({ ...of('advertising'), category: null }, aStanding())).toBeNull();
  });

  it('a case names the rule that found its category, and else a person', () => {
    const findings = [aFinding({ rule: 'other', category: 'privacy' }), aFinding({ rule: 'words' })];
    expect(actionsFor({ ...of('advertising'), findings })).toMatchObject([{ about: { rule: 'words' } }]);
    expect(actionsFor({ ...of('advertising'), findings: [] })).toMatchObject([{ about: { rule: 'manual' } }]);
  });
});

describe('what confirming a suspicion comes to', () => {
  it.each([
    { category: 'advertising', strikes: 0, removal: 'ask', want: 'warning' },
    { category: 'advertising', strikes: 1, removal: 'ask', want: 'final' },
    { category: 'advertising', strikes: 2, removal: 'ask', want: 'removal' },
    { category: 'advertising', strikes: 2, removal: 'never', want: 'final' },
    { category: 'advertising', strikes: 0, removal: 'never', want: 'warning' },
    { category: 'secrets', strikes: 5, removal: 'ask', want: 'none' },
    { category: 'off-topic', strikes: 5, removal: 'ask', want: 'none' },
  ] as const)('$category after $strikes strikes, $removal: $want', ({ category, strikes, removal, want }) => {
    expect(leadsTo(category, aStanding({ strikes, removal }))).toBe(want);
  });
});

describe('termsOf', () => {
  const evidence = (text: string, term: string) => ({ start: 0, end: text.length, text, term });
  it.each([
    { name: 'no findings', findings: [], category: 'advertising', want: [] },
    {
      name: 'the words as written, each once, three at most',
      findings: [
        aFinding({ evidence: ['甲', '乙', '甲', '丙', '丁'].map((text) => evidence(text, `term ${text}`)) }),
      ],
      category: 'advertising',
      want: ['甲', '乙', '丙'],
    },
    {
      name: 'not those of another category',
      findings: [aFinding({ category: 'fraud', evidence: [evidence('刷单', 'x')] })],
      category: 'advertising',
      want: [],
    },
    {
      name: 'of a copied name, whose it is',
      findings: [aFinding({ category: 'impersonation', evidence: [evidence('王建国', 'same-owner')] })],
      category: 'impersonation',
      want: ['same-owner'],
    },
  ] as const)('$name', ({ findings, category, want }) => {
    expect(termsOf(findings, category)).toEqual(want);
  });
});

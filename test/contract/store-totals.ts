import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/model/action.js';
import type { Outcome } from '../../src/core/model/outcome.js';
import type { Store } from '../../src/ports.js';
import {
  aCase,
  aFinding,
  aPlan,
  aRemoval,
  aRequest,
  aStrike,
  aWarning,
  aWatch,
  NOW,
} from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const PERIOD = { from: NOW, to: NOW + 100, firstDay: '2026-03-02', endDay: '2026-03-09' };
const NOTHING = {
  messages: 0,
  violations: 0,
  reviews: 0,
  warnings: 0,
  removals: 0,
  reversals: 0,
  failed: 0,
  limits: {},
  complaints: 0,
  published: 0,
  good: { recalled: 0, upheld: 0, mended: 0, submitted: 0 },
  byCategory: {},
  byRule: {},
  rules: {},
  mistaken: 0,
  joined: 0,
  left: 0,
};
const NOTHING_OPEN = {
  requests: 0,
  cards: 0,
  actions: 0,
  oldestRequestAt: null,
  complaints: 0,
  oldestComplaintAt: null,
  above: 0,
};
const DONE: Outcome = { kind: 'done' };

async function settled(
  store: Store,
  action: Action,
  over: { outcome?: Outcome; at?: number; stage?: 'live' | 'shadow' } = {},
) {
  const groupId = 'groupId' in action ? action.groupId : null;
  const caseId = action.kind === 'request' ? action.about.caseId : null;
  const fresh = aPlan({ groupId, action, stage: over.stage ?? 'live' });
  const [planned] = await store.plan([fresh], caseId, NOW);
  await store.settle(planned?.id ?? 0, over.outcome ?? DONE, over.at ?? NOW);
}

const count = (day: string, value: number, name = 'messages') => ({ groupId: 'm', day, name, value });

export function totalsContract(kind: StoreKind): void {
  describe('totals', () => {
    const store = openedStore(kind);

    it('counts nothing in an empty database', async () => {
      expect(await store().counts('g1', PERIOD)).toEqual(NOTHING);
      expect(await store().openCounts('g1')).toEqual(NOTHING_OPEN);
      const { violations, reviews, warnings, removals, byCategory } = NOTHING;
      const run = { violations, reviews, warnings, removals, byCategory };
      expect(await store().runTotals(NOW)).toEqual({ ...run, requests: 0, cases: 0, strikes: {} });
    });

    it('counts messages by local day, the end exclusive, added up per counter', async () => {
      await store().addCounts([]);
      await store().addCounts([count('2026-03-01', 1), count('2026-03-02', 2), count('2026-03-02', 3)]);
      await Promise.all([
        store().addCounts([count('2026-03-08', 4)]),
        store().addCounts([count('2026-03-08', 5)]),
      ]);
      await store().addCounts([count('2026-03-09', 100), count('2026-03-08', 100, 'constructor')]);
      expect(await store().counts('m', PERIOD)).toEqual({ ...NOTHING, messages: 14 });
    });

    it('counts cases by when they were decided, once under each category and rule', async () => {
      const fraud = aFinding({ category: 'fraud', rule: 'constructor' });
      const add = (over: Parameters<typeof aCase>[0]) => store().openCase(aCase({ groupId: 'c', ...over }));
      await add({ at: NOW - 1 });
      await add({ at: NOW, findings: [aFinding(), aFinding(), fraud], observed: true });
      await add({ at: NOW + 99, verdict: 'review', findings: [fraud] });
      await add({ at: NOW + 99, verdict: 'review', category: 'flood', findings: [] });
      await add({ at: NOW + 100 });
      const counts = await store().counts('c', PERIOD);
      expect(counts).toMatchObject({ violations: 1, reviews: 2 });
      expect(counts.byCategory).toEqual({ advertising: 1, flood: 1, fraud: 2 });
      expect(Object.entries(counts.byRule)).toEqual([
        ['constructor', 2],
        ['prohibited', 1],
      ]);
    });

    it('counts what was done, by when, and neither shadows nor what waits', async () => {
      const [warn, remove] = [aWarning('a', 1), aRemoval('a', 1)];
      for (const at of [NOW - 1, NOW, NOW + 99, NOW + 100]) await settled(store(), warn, { at });
      await settled(store(), remove);
      await settled(store(), remove, { outcome: { kind: 'refused', reason: 'no-right', detail: '' } });
      await settled(store(), warn, { outcome: { kind: 'uncertain' } });
      await settled(store(), warn, { outcome: { kind: 'cancelled' } });
      await settled(store(), warn, { stage: 'shadow' });
      await settled(store(), remove, { stage: 'shadow', outcome: { kind: 'uncertain' } });
      await store().plan([aPlan({ groupId: 'a', action: warn })], null, NOW);
      expect(await store().counts('a', PERIOD)).toEqual({
        ...NOTHING,
        warnings: 2,
        removals: 1,
        failed: 2,
        limits: { remove: 1 },
      });
    });

    it('counts what members did well; a complaint about those with authority is not theirs to count', async () => {
      const groupId = 'good';
      const complaint = aFinding({ rule: 'complaint', category: 'harassment' });
      for (const exempt of [false, true]) {
        const opened = await store().openCase(
          aCase({
            groupId,
            verdict: 'review',
            category: 'harassment',
            findings: [complaint],
            exempt,
            status: 'open',
          }),
        );
        const caseId = opened?.id ?? 0;
        await store().addComplaint({ caseId, groupId, complainantId: 'u6', at: NOW });
      }
      expect(await store().openCounts(groupId)).toMatchObject({ requests: 1, complaints: 1, above: 1 });
      await store().addCounts([{ groupId, day: '2026-03-02', name: 'mended', value: 2 }]);
      const counts = await store().counts(groupId, PERIOD);
      expect(counts).toMatchObject({
        reviews: 1,
        complaints: 1,
        good: { mended: 2, upheld: 0, recalled: 0 },
      });
    });

    it('names the cases of which something failed, without what the platform never allows', async () => {
      expect(await store().failedCases('f', 0)).toEqual([]);
      const fail = async (reason: 'failed' | 'unsupported'): Promise<number> => {
        const id = (await store().openCase(aCase({ groupId: 'f' })))?.id ?? 0;
        await settled(store(), aRequest('f', id), { outcome: { kind: 'refused', reason, detail: '' } });
        return id;
      };
      const failed = await fail('failed');
      await fail('unsupported');
      expect(await store().failedCases('f', 0)).toEqual([failed]);
      expect(await store().failedCases('f', NOW + 1)).toEqual([]);
    });

    it('counts reversals by when they were made', async () => {
      for (const at of [NOW - 1, NOW + 1, NOW + 100]) {
        const id = (await store().openCase(aCase({ groupId: 'r', at: NOW - 5 })))?.id ?? 0;
        await store().moveCase(
          { caseId: id, at, kind: 'overturned', actor: 'u1', reason: '' },
          ['closed'],
          'overturned',
        );
      }
      const prohibited = { cases: 0, reversals: 1, removals: 0, failed: 0 };
      expect(await store().counts('r', PERIOD)).toEqual({
        ...NOTHING,
        reversals: 1,
        rules: { prohibited },
      });
    });

    it('counts what came of each rule, and how many violations were reversed since', async () => {
      const add = async (over: Parameters<typeof aCase>[0]) =>
        (await store().openCase(aCase({ groupId: 'p', at: NOW, ...over })))?.id ?? 0;
      const first = await add({});
      await add({ findings: [aFinding({ rule: 'learned' })] });
      const [removal] = await store().plan(
        [aPlan({ groupId: 'p', action: aRemoval('p', first) })],
        first,
        NOW,
      );
      await store().settle(removal?.id ?? 0, DONE, NOW + 1);
      const event = { caseId: first, at: NOW + 2, kind: 'overturned', actor: 'u1', reason: '' } as const;
      await store().moveCase(event, ['closed'], 'overturned');
      const counts = await store().counts('p', PERIOD);
      expect(counts).toMatchObject({ violations: 2, mistaken: 1 });
      expect(counts.rules).toEqual({
        learned: { cases: 1, reversals: 0, removals: 0, failed: 0 },
        prohibited: { cases: 1, reversals: 1, removals: 1, failed: 0 },
      });
    });

    it('counts who came and who left, and the messages of each day', async () => {
      const of = (day: string, name: string, value: number) => ({ groupId: 'd', day, name, value });
      await store().addCounts([
        of('2026-03-03', 'messages', 4),
        of('2026-03-02', 'messages', 2),
        of('2026-03-02', 'joined', 3),
        of('2026-03-08', 'left', 1),
        of('2026-03-09', 'joined', 9),
      ]);
      expect(await store().counts('d', PERIOD)).toMatchObject({ messages: 6, joined: 3, left: 1 });
      expect(await store().dayCounts('d', PERIOD)).toEqual([
        { day: '2026-03-02', messages: 2 },
        { day: '2026-03-03', messages: 4 },
      ]);
      expect(await store().dayCounts('nobody', PERIOD)).toEqual([]);
    });

    it('counts what is open', async () => {
      await store().openCase(aCase({ groupId: 'o', status: 'open', at: NOW + 5 }));
      await store().openCase(aCase({ groupId: 'o', status: 'open', at: NOW + 3 }));
      await store().openCase(aCase({ groupId: 'o', status: 'rejected', at: NOW }));
      await store().putCardWatch(aWatch({ groupId: 'o' }));
      await store().plan([aPlan({ groupId: 'o' }), aPlan({ groupId: 'o', stage: 'shadow' })], null, NOW);
      await settled(store(), { kind: 'introduce', groupId: 'o' });
      expect(await store().openCounts('o')).toEqual({
        ...NOTHING_OPEN,
        requests: 2,
        cards: 1,
        actions: 1,
        oldestRequestAt: NOW + 3,
      });
    });
  });

  describe('what has joined another question', () => {
    const store = openedStore(kind);
    const add = async (memberId: string, joins: boolean) => {
      const opened = await store().openCase(aCase({ groupId: 'j', memberId, status: 'open' }));
      const of = { caseId: opened?.id ?? 0, at: NOW, actor: 'bot', reason: '' } as const;
      if (joins) await store().moveCase({ ...of, kind: 'joined' }, ['open'], 'open');
      return of.caseId;
    };

    it('is counted with it while that is open, and by itself afterwards', async () => {
      const asked = await add('u5', false);
      await add('u5', true);
      await add('u5', true);
      await add('u6', false);
      expect(await store().openCounts('j')).toMatchObject({ requests: 2 });
      const answered = { caseId: asked, at: NOW, kind: 'overturned', actor: 'u1', reason: '' } as const;
      await store().moveCase(answered, ['open'], 'overturned');
      expect(await store().openCounts('j')).toMatchObject({ requests: 3 });
    });
  });

  describe('what is open about a member', () => {
    const store = openedStore(kind);

    it('is in order, knows what has joined, and leaves appeals and others out', async () => {
      expect(await store().openOf('q', 'u5')).toEqual([]);
      const add = async (over: Parameters<typeof aCase>[0]) =>
        (await store().openCase(aCase({ groupId: 'q', memberId: 'u5', status: 'open', ...over })))?.id ?? 0;
      const asked = await add({});
      const joined = await add({});
      const appealed = await add({});
      await add({ memberId: 'u6' });
      await add({ status: 'closed' });
      await add({ groupId: 'q2' });
      const event = { at: NOW, actor: 'bot', reason: '' } as const;
      await store().moveCase({ ...event, caseId: asked, kind: 'asked-anew' }, ['open'], 'open');
      await store().moveCase({ ...event, caseId: joined, kind: 'joined' }, ['open'], 'open');
      await store().openAppeal({ caseId: appealed, memberId: 'u5', at: NOW, before: 'confirmed' });
      const found = await store().openOf('q', 'u5');
      expect(found.map((one) => [one.id, one.joined])).toEqual([
        [asked, false],
        [joined, true],
      ]);
    });
  });

  describe('totals of a whole run', () => {
    const store = openedStore(kind);

    it('adds up all groups', async () => {
      const add = async (over: Parameters<typeof aCase>[0]) => (await store().openCase(aCase(over)))?.id ?? 0;
      const first = await add({ findings: [aFinding(), aFinding({ category: 'fraud' })] });
      const second = await add({ groupId: '__proto__', verdict: 'review', status: 'open' });
      await store().addStrike(aStrike(), first);
      await store().addStrike(aStrike(), first);
      await store().addStrike(
        aStrike({ groupId: '__proto__', memberId: 'constructor', expiresAt: NOW + 1 }),
        second,
      );
      await settled(store(), aWarning('g1', first));
      await settled(store(), aRequest('g1', first));
      // Asked once more is one question; one that never went out is none.
      await settled(store(), aRequest('g1', first));
      await settled(store(), aRequest('g1', second), { outcome: { kind: 'cancelled' } });
      await settled(store(), aRemoval('g1', first), { stage: 'shadow' });
      const totals = await store().runTotals(NOW);
      expect(totals).toMatchObject({
        violations: 1,
        reviews: 1,
        cases: 2,
        warnings: 1,
        removals: 0,
        requests: 1,
      });
      expect(totals.byCategory).toEqual({ advertising: 2, fraud: 1 });
      expect(JSON.stringify(totals.strikes)).toBe('{"__proto__":{"constructor":1},"g1":{"u5":2}}');
      expect(JSON.stringify((await store().runTotals(NOW + 1)).strikes)).toBe('{"g1":{"u5":2}}');
    });
  });
}

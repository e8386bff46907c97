import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../src/core/model/case.js';
import { aCase, aFinding, aStrike, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const confirmed = (caseId: number, actor: string): CaseEvent => ({
  caseId,
  at: NOW + 1,
  kind: 'confirmed',
  actor,
  reason: '',
});

export function casesContract(kind: StoreKind): void {
  describe('cases and strikes', () => {
    const store = openedStore(kind);

    it('knows nothing in an empty database', async () => {
      expect(await store().caseById(1)).toBeNull();
      expect(await store().caseBySubject('message:g1:1')).toBeNull();
      expect(await store().casesOf('g1', 'u5', 10)).toEqual([]);
      expect(await store().casesIn(['g1'], 'u5', 10)).toEqual([]);
      expect(await store().casesIn([], 'u5', 10)).toEqual([]);
      expect(await store().openCases('g1')).toEqual([]);
      expect(await store().caseEvents(1)).toEqual([]);
      expect(await store().strikesOf('g1', 'u5')).toEqual([]);
      expect(await store().reverseStrikes(1, NOW, '')).toBe(0);
      expect(await store().ladder('g1', NOW)).toEqual([]);
      expect(await store().moveCase(confirmed(1, 'u1'), ['open'], 'confirmed')).toBe(false);
    });

    it('numbers cases from 1 without a gap, redeliveries included, and reads back what it wrote', async () => {
      const fresh = aCase();
      const bare = aCase({
        memberId: null,
        findings: [],
        observed: true,
        exempt: true,
        score: 0,
        step: 'none',
      });
      const first = await store().openCase(fresh);
      expect(first).toEqual({ ...fresh, id: 1 });
      expect(await store().openCase(fresh)).toBeNull();
      expect(await store().openCase(bare)).toEqual({ ...bare, id: 2 });
      expect(await store().caseById(1)).toEqual({ ...fresh, id: 1 });
      expect(await store().caseBySubject(bare.subject)).toEqual({ ...bare, id: 2 });
      expect(await store().caseEvents(1)).toEqual([
        { caseId: 1, at: NOW, kind: 'opened', actor: 'bot', reason: '' },
      ]);
    });

    it('keeps evidence as it was, whatever characters it has', async () => {
      const text = 'a\0\uD83C\u202E"\'🌸\\';
      const findings = [aFinding({ evidence: [{ start: 0, end: text.length, text, term: text }] })];
      const opened = await store().openCase(aCase({ findings }));
      expect((await store().caseById(opened?.id ?? 0))?.findings).toEqual(findings);
    });

    it('opens one case when the same subject comes many times at once', async () => {
      const fresh = aCase();
      const opened = await Promise.all([1, 2, 3, 4, 5].map(() => store().openCase(fresh)));
      expect(opened.filter((one) => one !== null)).toHaveLength(1);
    });

    it('lists a member newest first, and open cases oldest first', async () => {
      const about = { groupId: 'lists', memberId: 'u9' };
      const ids: number[] = [];
      for (const status of ['open', 'closed', 'open'] as const) {
        ids.push((await store().openCase(aCase({ ...about, status })))?.id ?? 0);
      }
      const [first = 0, second = 0, third = 0] = ids;
      expect((await store().casesOf('lists', 'u9', 2)).map((one) => one.id)).toEqual([third, second]);
      expect((await store().openCases('lists')).map((one) => one.id)).toEqual([first, third]);
      expect(await store().casesOf('lists', 'u9', 0)).toEqual([]);
      expect(await store().casesOf('other', 'u9', 2)).toEqual([]);
      const in2 = async (groups: readonly string[], who = 'u9') =>
        (await store().casesIn(groups, who, 2)).map((one) => one.id);
      expect(await in2(['other', 'lists'])).toEqual([third, second]);
      expect(await in2(['other'])).toEqual([]);
    });

    it('lets one of two answers win, and records only that one', async () => {
      const opened = await store().openCase(aCase({ status: 'open' }));
      const id = opened?.id ?? 0;
      const answers = await Promise.all(
        ['u1', 'u2', 'u3'].map((actor) => store().moveCase(confirmed(id, actor), ['open'], 'confirmed')),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect((await store().caseEvents(id)).map((event) => event.kind)).toEqual(['opened', 'confirmed']);
      expect((await store().caseById(id))?.status).toBe('confirmed');
    });

    it.each([
      { name: 'out of no state: never', from: [], want: false },
      { name: 'out of another state: not', from: ['open', 'rejected'], want: false },
      { name: 'out of one of several: moved', from: ['open', 'closed'], want: true },
    ] as const)('moves a closed case $name', async ({ from, want }) => {
      const id = (await store().openCase(aCase()))?.id ?? 0;
      const event = { caseId: id, at: NOW + 2, kind: 'overturned', actor: 'u1', reason: '误判' } as const;
      expect(await store().moveCase(event, from, 'overturned')).toBe(want);
      expect((await store().caseEvents(id)).slice(1)).toEqual(want ? [event] : []);
    });

    it('reverses the strikes of a case once, and keeps them', async () => {
      const about = { groupId: 's', memberId: 'constructor' };
      const id = (await store().openCase(aCase(about)))?.id ?? 0;
      await store().addStrike(aStrike(about), id);
      await store().addStrike(aStrike({ ...about, at: NOW + 1, expiresAt: NOW + 9, observed: true }), id);
      expect(await store().reverseStrikes(id, NOW + 5, '误判')).toBe(2);
      expect(await store().reverseStrikes(id, NOW + 6, '误判')).toBe(0);
      const strikes = await store().strikesOf('s', 'constructor');
      expect(strikes).toMatchObject([
        { ...aStrike(about), caseId: id, reversedAt: NOW + 5 },
        { at: NOW + 1, expiresAt: NOW + 9, observed: true, reversedAt: NOW + 5 },
      ]);
    });

    it('shows who has active strikes, most first, by the name last seen', async () => {
      const strike = async (
        memberId: string,
        over: Partial<ReturnType<typeof aStrike>>,
        memberName: string,
      ) => {
        const id = (await store().openCase(aCase({ groupId: 'l', memberId, memberName })))?.id ?? 0;
        await store().addStrike(aStrike({ groupId: 'l', memberId, ...over }), id);
        return id;
      };
      await strike('B', {}, '乙');
      await strike('a', {}, '甲旧');
      await strike('a', { expiresAt: NOW + 1 }, '甲');
      await strike('C', {}, '丙');
      await strike('expired', { expiresAt: NOW }, '期满');
      await strike('observed', { observed: true }, '只看');
      await strike('later', { at: NOW + 1 }, '以后');
      await store().reverseStrikes(await strike('reversed', {}, '撤销'), NOW, '');
      expect(await store().ladder('l', NOW)).toEqual([
        { memberId: 'a', name: '甲', strikes: 2 },
        { memberId: 'B', name: '乙', strikes: 1 },
        { memberId: 'C', name: '丙', strikes: 1 },
      ]);
    });
  });
}

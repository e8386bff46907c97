import { describe, expect, it } from 'vitest';
import { aCase, aFinding, aPlan, aStrike, aWarning, aWatch, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const words = aFinding({ evidence: [{ start: 1, end: 3, text: '代理', term: '代理' }] });
const DONE = { kind: 'done' } as const;

export function forgettingContract(kind: StoreKind): void {
  describe('forgetting', () => {
    const store = openedStore(kind);
    const open = async (groupId: string, over: Parameters<typeof aCase>[0] = {}) =>
      (await store().openCase(aCase({ groupId, memberId: 'u5', findings: [words], ...over })))?.id ?? 0;
    const textsOf = async (id: number) =>
      (await store().caseById(id))?.findings.flatMap(({ evidence }) => evidence.map(({ text }) => text));

    it('has nothing to forget in an empty database', async () => {
      expect(await store().forgetEvidence('g1', NOW)).toBe(0);
      expect(await store().eraseMember('g1', 'u5')).toBe(0);
      expect(await store().personalData('g1', 'u5', NOW)).toEqual({
        cases: 0,
        strikes: 0,
        openCases: 0,
        evidence: 0,
        cardWatch: false,
      });
    });

    it('lets go of words that are old and settled, once; category, rule, place and counts stay', async () => {
      const old = await open('f', { at: NOW - 1, status: 'closed' });
      const waiting = await open('f', { at: NOW - 1, status: 'open' });
      const fresh = await open('f', { at: NOW, status: 'closed' });
      const elsewhere = await open('f2', { at: NOW - 1, status: 'closed' });
      expect(await store().forgetEvidence('f', NOW)).toBe(1);
      expect(await store().forgetEvidence('f', NOW)).toBe(0);
      expect(await textsOf(old)).toEqual(['']);
      expect((await store().caseById(old))?.findings[0]).toMatchObject({
        rule: words.rule,
        category: words.category,
        evidence: [{ start: 1, end: 3 }],
      });
      for (const id of [waiting, fresh, elsewhere]) expect(await textsOf(id)).toEqual(['代理']);
    });

    it('lets go of more than one batch', async () => {
      for (let n = 0; n < 205; n += 1) await open('many', { at: NOW - 1, status: 'closed' });
      expect(await store().forgetEvidence('many', NOW)).toBe(205);
    });

    it('what was done about a forgotten case stays countable, without names and words', async () => {
      const id = await open('a', { at: NOW - 1, status: 'closed' });
      const [warn] = await store().plan([aPlan({ groupId: 'a', action: aWarning('a', id) })], id, NOW);
      await store().settle(warn?.id ?? 0, DONE, NOW);
      await store().forgetEvidence('a', NOW);
      const [kept] = await store().outcomesOfCase(id);
      expect(kept?.planned.action).toMatchObject({ kind: 'warn', terms: [], member: { name: '' } });
      const period = { from: NOW, to: NOW + 1, firstDay: '2026-03-02', endDay: '2026-03-03' };
      expect((await store().counts('a', period)).warnings).toBe(1);
    });

    it('a member sees what is stored, and has it emptied but for what is open', async () => {
      const closed = await open('m', { status: 'closed' });
      const waiting = await open('m', { status: 'open' });
      const other = await open('m', { memberId: 'u6', status: 'closed' });
      await store().addStrike(aStrike({ groupId: 'm', memberId: 'u5', expiresAt: null }), closed);
      await store().putCardWatch(aWatch({ groupId: 'm', memberId: 'u5' }));
      const before = { cases: 2, strikes: 1, openCases: 1, evidence: 2, cardWatch: true };
      expect(await store().personalData('m', 'u5', NOW)).toEqual(before);
      expect(await store().eraseMember('m', 'u5')).toBe(1);
      expect(await store().personalData('m', 'u5', NOW)).toEqual({ ...before, evidence: 1 });
      expect(await store().caseById(closed)).toMatchObject({ memberName: '' });
      expect(await textsOf(closed)).toEqual(['']);
      for (const id of [waiting, other]) expect(await textsOf(id)).toEqual(['代理']);
    });
  });
}

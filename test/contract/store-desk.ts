import { describe, expect, it } from 'vitest';
import { aCase, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

export function deskContract(kind: StoreKind): void {
  describe('complaints, cases in hand, appeals', () => {
    const store = openedStore(kind);
    const open = async () => (await store().openCase(aCase({ status: 'closed' })))?.id ?? 0;

    it('knows nothing in an empty database', async () => {
      expect(await store().complainants(1)).toEqual([]);
      expect(await store().complaintsSince('g1', 'u6', 0)).toBe(0);
      expect(await store().complaintsDecided('g1', 'u6', 0)).toEqual({ unfounded: 0, right: 0 });
      expect(await store().appeals(1)).toEqual([]);
      expect(await store().decideAppeal(1, { status: 'granted', actor: 'u1', at: NOW })).toBeNull();
    });

    it('tells how many complaints of a person were unfounded, and how many right', async () => {
      for (const [status, at] of [
        ['rejected', 5],
        ['rejected', 6],
        ['confirmed', 6],
        ['open', 6],
        ['rejected', 4],
      ] as const) {
        const caseId = (await store().openCase(aCase({ groupId: 'cd', status })))?.id ?? 0;
        await store().addComplaint({ caseId, groupId: 'cd', complainantId: 'u6', at });
      }
      expect(await store().complaintsDecided('cd', 'u6', 5)).toEqual({ unfounded: 2, right: 1 });
      expect(await store().complaintsDecided('cd', 'u7', 0)).toEqual({ unfounded: 0, right: 0 });
    });

    it('a person complains of a case once; others join', async () => {
      const caseId = await open();
      const of = { caseId, groupId: 'c' };
      expect(await store().addComplaint({ ...of, complainantId: 'u6', at: NOW + 1 })).toBe(true);
      expect(await store().addComplaint({ ...of, complainantId: 'u6', at: NOW + 2 })).toBe(false);
      expect(await store().addComplaint({ ...of, complainantId: 'u2', at: NOW })).toBe(true);
      expect(await store().complainants(caseId)).toEqual(['u2', 'u6']);
      expect(await store().complaintsSince('c', 'u6', NOW + 1)).toBe(1);
      expect(await store().complaintsSince('c', 'u6', NOW + 2)).toBe(0);
      expect(await store().complaintsSince('other', 'u6', NOW)).toBe(0);
    });

    it('a case is in the hand of whoever took it first', async () => {
      const caseId = await open();
      expect(await store().claimCase(caseId, 'u2', NOW)).toBe('u2');
      expect(await store().claimCase(caseId, 'u1', NOW)).toBe('u2');
      expect(await store().claimCase(caseId, 'u2', NOW)).toBe('u2');
    });

    it('an appeal is decided once, and remembered', async () => {
      const caseId = await open();
      await store().openAppeal({ caseId, memberId: 'u5', at: NOW, before: 'closed' });
      const decide = (actor: string) =>
        store().decideAppeal(caseId, { status: 'refused', actor, at: NOW + 1 });
      const decided = await Promise.all([decide('u1'), decide('u2')]);
      expect(decided.filter((one) => one !== null)).toHaveLength(1);
      await store().openAppeal({ caseId, memberId: 'u5', at: NOW + 2, before: 'closed' });
      const appeals = await store().appeals(caseId);
      expect(appeals.map(({ status }) => status)).toEqual(['refused', 'open']);
      expect(appeals[0]).toMatchObject({ memberId: 'u5', before: 'closed', decidedAt: NOW + 1 });
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { NewSignature } from '../../src/core/model/signature.js';
import { NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const signature: NewSignature = {
  kind: 'text',
  print: '0a0b',
  category: 'advertising',
  state: 'pending',
  caseId: 12,
  groupId: 'g1',
  memberId: 'u5',
  at: NOW,
  expiresAt: NOW + 100,
};

export function conductContract(kind: StoreKind): void {
  describe('conduct', () => {
    const store = openedStore(kind);

    it('knows nothing in an empty database', async () => {
      expect(await store().signatures(0, NOW)).toEqual([]);
      expect(await store().newcomers(0)).toEqual([]);
      expect(await store().openIncidents(null)).toEqual([]);
      expect(await store().openActivities('g1')).toEqual([]);
      expect(await store().targetings({ groupId: 'g1', fromId: 'u5', toId: 'u6' }, 0)).toEqual([]);
      expect(await store().incident(1)).toBeNull();
      expect(await store().activity(1)).toBeNull();
      expect(await store().confirmSignatures(12)).toBe(0);
      expect(await store().dropSignatures(12)).toBe(0);
      expect(await store().closeIncident(1, NOW)).toBe(false);
    });

    it('a signature holds until it expires, and is read on from the last known', async () => {
      const first = await store().addSignature(signature);
      const second = await store().addSignature({ ...signature, caseId: 13, expiresAt: NOW + 50 });
      expect(await store().signatures(0, NOW)).toEqual([first, second]);
      expect(await store().signatures(first.id, NOW)).toEqual([second]);
      expect(await store().signatures(0, NOW + 50)).toEqual([first]);
      await store().expireSignatures(NOW + 50);
      expect(await store().signatures(0, NOW)).toEqual([first]);
      await store().dropSignatures(12);
    });

    it('what is confirmed comes under a new number, what is dropped is gone', async () => {
      const { id } = await store().addSignature(signature);
      expect(await store().confirmSignatures(12)).toBe(1);
      const [confirmed] = await store().signaturesOfCase(12);
      expect(confirmed).toEqual({ ...signature, state: 'confirmed', id: confirmed?.id });
      expect(confirmed?.id).toBeGreaterThan(id);
      expect(await store().confirmSignatures(12)).toBe(0);
      expect(await store().dropSignatures(12)).toBe(1);
      expect(await store().signaturesOfCase(12)).toEqual([]);
    });

    it('a newcomer who comes again is new again', async () => {
      const newcomer = { groupId: 'g1', memberId: 'u5', joinedAt: NOW };
      await store().putNewcomer(newcomer);
      await store().putNewcomer({ ...newcomer, joinedAt: NOW + 9 });
      expect(await store().newcomers(NOW + 9)).toEqual([{ ...newcomer, joinedAt: NOW + 9 }]);
      expect(await store().newcomers(NOW + 10)).toEqual([]);
      await store().dropNewcomer('g1', 'u5');
      expect(await store().newcomers(0)).toEqual([]);
    });

    it('tells who targets whom, oldest first, and forgets', async () => {
      const pair = { groupId: 'g1', fromId: 'u5', toId: 'u6' };
      await store().addTargeting({ ...pair, kind: 'hostile', at: NOW + 5 });
      await store().addTargeting({ ...pair, kind: 'refused', at: NOW });
      await store().addTargeting({ ...pair, toId: 'u7', kind: 'hostile', at: NOW });
      expect((await store().targetings(pair, NOW)).map(({ at }) => at - NOW)).toEqual([0, 5]);
      await store().forgetTargetings(NOW + 1);
      expect(await store().targetings(pair, NOW)).toHaveLength(1);
      await store().eraseMember('g1', 'u6');
      expect(await store().targetings(pair, NOW)).toEqual([]);
    });

    it('an incident goes on until it is closed, once', async () => {
      const fresh = {
        groupId: 'g1',
        kind: 'raid',
        openedAt: NOW,
        lastAt: NOW,
        timeline: [{ mark: 'joined', count: 20, from: NOW, to: NOW }],
        members: 20,
        caseId: null,
      } as const;
      const opened = await store().openIncident(fresh);
      expect(await store().openIncidents('g1')).toEqual([{ ...fresh, id: opened.id, closedAt: null }]);
      await store().updateIncident({ ...opened, lastAt: NOW + 5, members: 40, timeline: [] });
      expect(await store().incident(opened.id)).toMatchObject({ lastAt: NOW + 5, members: 40, timeline: [] });
      expect(await store().openIncidents('g2')).toEqual([]);
      expect(await store().closeIncident(opened.id, NOW + 9)).toBe(true);
      expect(await store().closeIncident(opened.id, NOW + 9)).toBe(false);
      expect(await store().openIncidents(null)).toEqual([]);
    });

    it('an activity moves from one state to the next, once', async () => {
      const fresh = {
        groupId: 'g1',
        applicantId: 'u5',
        applicantName: '李雷',
        title: '登山',
        at: NOW,
        endsAt: NOW + 100,
      };
      const { id } = await store().addActivity(fresh);
      const approved = { id, status: 'approved', decidedBy: 'u1', summary: '' } as const;
      expect(await store().moveActivity(approved, 'applied')).toBe(true);
      expect(await store().moveActivity(approved, 'applied')).toBe(false);
      expect(await store().openActivities('g1')).toEqual([{ ...fresh, ...approved }]);
      const over = { ...approved, status: 'summarised', summary: '二十人参加' } as const;
      expect(await store().moveActivity(over, 'approved')).toBe(true);
      expect(await store().openActivities('g1')).toEqual([]);
      expect((await store().activity(id))?.summary).toBe('二十人参加');
    });
  });
}

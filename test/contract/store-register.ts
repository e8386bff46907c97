import { describe, expect, it } from 'vitest';
import type { RegisterForm } from '../../src/ports/register.js';
import { NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const form: RegisterForm = {
  groupId: 'g1',
  name: '一群',
  place: null,
  purpose: null,
  standing: 'preparing',
  standingAt: NOW,
  ownerId: 'u1',
  appliedAt: null,
  approvedAt: null,
  approval: null,
  sizeApproved: null,
  nearToldAt: null,
  fullToldAt: null,
  chases: 0,
  since: NOW,
};
const post = { groupId: 'g1', post: 'owner', name: '王建国', title: '会长', phone: '13812348000' } as const;
const offer = {
  key: 'rename:g1',
  actorId: 'u1',
  groupId: 'g1',
  kind: 'rename',
  data: '{}',
  at: NOW,
  until: NOW + 9,
};

export function registerContract(kind: StoreKind): void {
  describe('register, offers, claims', () => {
    const store = openedStore(kind);

    it('has nothing in an empty database', async () => {
      expect(await store().forms()).toEqual([]);
      expect(await store().form('g1')).toBeNull();
      expect(await store().posts('g1')).toEqual([]);
      expect(await store().registerEvents('g1')).toEqual([]);
      expect(await store().offers('u1', 0)).toEqual([]);
      expect(await store().takeOffer('rename:g1', NOW)).toBe(false);
      expect(await store().takeClaimCode('', NOW)).toBeNull();
    });

    it('keeps a form as last put, in order of first sight, and drops it with its posts', async () => {
      const full: RegisterForm = {
        ...form,
        place: '北京',
        purpose: '联络',
        standing: 'official',
        appliedAt: NOW + 1,
        approvedAt: NOW + 2,
        approval: '〔2026〕1号',
        sizeApproved: 500,
        nearToldAt: 300,
        fullToldAt: 300,
        chases: 2,
      };
      const earlier = { ...form, groupId: 'listed:1', since: NOW - 1, ownerId: null };
      await store().putForm(form);
      await store().putForm(earlier);
      await store().putForm(full);
      expect(await store().forms()).toEqual([earlier, full]);
      await store().putPost({ ...post, groupId: 'listed:1' });
      await store().dropForm('listed:1');
      expect(await store().forms()).toEqual([full]);
      expect(await store().posts('listed:1')).toEqual([]);
    });

    it('keeps the posts in order of rank, each once', async () => {
      await store().putPost({ ...post, post: 'admin2' });
      await store().putPost(post);
      await store().putPost({ ...post, post: 'admin1', phone: '' });
      await store().putPost({ ...post, title: '秘书长' });
      expect((await store().posts('g1')).map((one) => [one.post, one.title])).toEqual([
        ['owner', '秘书长'],
        ['admin1', '会长'],
        ['admin2', '会长'],
      ]);
    });

    it('keeps what happened, oldest first', async () => {
      const event = {
        groupId: 'g1',
        at: NOW,
        kind: 'applied',
        actor: 'u1',
        memberId: null,
        detail: '',
      } as const;
      const later = { ...event, kind: 'warned', memberId: 'u1', detail: '请按时备案' } as const;
      await store().addRegisterEvent(event);
      await store().addRegisterEvent(later);
      await store().addRegisterEvent({ ...event, groupId: 'g2' });
      expect(await store().registerEvents('g1')).toEqual([event, later]);
    });

    it('an offer is open until its time, replaced by its key, and taken once', async () => {
      await store().putOffer({ ...offer, data: 'old', at: NOW - 1 });
      await store().putOffer(offer);
      await store().putOffer({ ...offer, key: 'other:g1', at: NOW + 1 });
      expect((await store().offers('u1', NOW)).map(({ key }) => key)).toEqual(['other:g1', 'rename:g1']);
      expect(await store().offers('u1', NOW + 9)).toEqual([]);
      expect(await store().offers('u2', NOW)).toEqual([]);
      expect(await store().takeOffer(offer.key, NOW - 1)).toBe(false);
      const taken = await Promise.all([1, 2, 3].map(() => store().takeOffer(offer.key, NOW)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      await store().dropOffer('other:g1');
      expect(await store().offers('u1', NOW)).toEqual([]);
    });

    it('a claim code is good once, in time, and only the last of its group', async () => {
      await store().putClaimCode('g1', 'old', NOW + 9);
      await store().putClaimCode('g1', 'new', NOW + 9);
      expect(await store().takeClaimCode('old', NOW)).toBeNull();
      expect(await store().takeClaimCode('new', NOW + 9)).toBeNull();
      expect(await store().takeClaimCode('new', NOW)).toBe('g1');
      expect(await store().takeClaimCode('new', NOW)).toBeNull();
    });
  });
}

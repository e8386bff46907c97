import { describe, expect, it } from 'vitest';
import type { MemberProfile, RosterEntry } from '../../src/core/model/people.js';
import { NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const profile: MemberProfile = {
  groupId: 'g1',
  memberId: 'u5',
  memberClass: 'alumni',
  classedBy: 'u1',
  verifiedBy: null,
  verifiedAt: null,
  inviterId: 'u2',
  joinedAt: NOW,
  nameKey: 'n',
  identityKey: 'i',
};
const entry: RosterEntry = {
  name: '李雷',
  city: '武汉',
  major: '化学',
  year: '1997',
  department: '',
  title: '',
  phone: '',
  memberClass: null,
};

export function peopleContract(kind: StoreKind): void {
  describe('people', () => {
    const store = openedStore(kind);

    it('knows nobody in an empty database', async () => {
      expect(await store().profile('g1', 'u5')).toBeNull();
      expect(await store().profiles('g1')).toEqual([]);
      expect(await store().departure('g1', 'u5')).toBeNull();
      expect(await store().bans([])).toEqual([]);
      expect(await store().bans(['g1', '*'])).toEqual([]);
      expect(await store().dropBan('g1', 'u5')).toBe(false);
      expect(await store().roster('g1')).toEqual([]);
    });

    it('keeps one profile for a member of a group', async () => {
      await store().putProfile({ ...profile, memberId: 'u6' });
      await store().putProfile(profile);
      const verified = { ...profile, verifiedBy: 'u1', verifiedAt: NOW + 1 };
      await store().putProfile(verified);
      expect(await store().profile('g1', 'u5')).toEqual(verified);
      expect((await store().profiles('g1')).map(({ memberId }) => memberId)).toEqual(['u5', 'u6']);
      expect(await store().profile('g2', 'u5')).toBeNull();
    });

    it('keeps the latest departure', async () => {
      const left = { groupId: 'g1', memberId: 'u5', at: NOW, removerId: null };
      await store().putDeparture(left);
      await store().putDeparture({ ...left, at: NOW + 1, removerId: 'u1' });
      expect(await store().departure('g1', 'u5')).toEqual({ ...left, at: NOW + 1, removerId: 'u1' });
    });

    it('keeps the first ban of a scope until it is lifted', async () => {
      const ban = { scope: 'g1', memberId: 'u5', by: 'u1', at: NOW };
      await store().putBan(ban);
      await store().putBan({ ...ban, by: 'u2', at: NOW + 1 });
      await store().putBan({ ...ban, scope: '*', memberId: 'u4' });
      expect(await store().bans(['g1', '*'])).toEqual([{ ...ban, scope: '*', memberId: 'u4' }, ban]);
      expect(await store().bans(['g2'])).toEqual([]);
      expect(await store().dropBan('g1', 'u5')).toBe(true);
      expect(await store().bans(['g1'])).toEqual([]);
    });

    it('puts one roster in the place of another, in the order of the list', async () => {
      const many = Array.from({ length: 450 }, (_, index) => ({ ...entry, name: `甲${index}` }));
      await store().putRoster('g1', many);
      expect(await store().roster('g1')).toEqual(many);
      await store().putRoster('g1', [entry]);
      expect(await store().roster('g1')).toEqual([entry]);
      expect(await store().roster('g2')).toEqual([]);
    });
  });
}

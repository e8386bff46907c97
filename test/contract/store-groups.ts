import { describe, expect, it } from 'vitest';
import { aGroup, aWatch, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

export function groupsContract(kind: StoreKind): void {
  describe('groups, settings, cards, jobs', () => {
    const store = openedStore(kind);

    it('knows nothing in an empty database', async () => {
      expect(await store().groups()).toEqual([]);
      expect(await store().settings('g1')).toEqual({});
      expect(await store().cardWatch('g1', 'u1')).toBeNull();
      expect(await store().cardWatches('g1')).toEqual([]);
      expect(await store().job('digest:g1')).toBeNull();
    });

    it('keeps a group as last put, in order of first sight', async () => {
      const first = aGroup();
      const bare = {
        id: 'g0',
        name: '',
        ownerId: null,
        adminIds: [],
        botRole: 'member',
        botId: null,
      } as const;
      const second = aGroup({ group: bare, firstSeenAt: NOW + 1, left: true });
      await store().putGroup(second);
      await store().putGroup(first);
      expect(await store().groups()).toEqual([first, second]);
      const later = {
        ...first,
        introducedAt: NOW + 5,
        group: { ...first.group, name: '二群', adminIds: [] },
      };
      await store().putGroup(later);
      expect(await store().groups()).toEqual([later, second]);
    });

    it.each(['mode', 'constructor', '__proto__', `quote'"\`;--`, '群规🌸'])(
      'keeps the setting %j of its own group',
      async (key) => {
        await store().putSetting(`of ${key}`, key, 'observe');
        await store().putSetting(`of ${key}`, key, "it's");
        const settings = await store().settings(`of ${key}`);
        expect(Object.entries(settings)).toEqual([[key, "it's"]]);
        expect(await store().settings(`not ${key}`)).toEqual({});
      },
    );

    it('keeps a card watch as last put, and drops it', async () => {
      const watch = aWatch();
      await store().putCardWatch(watch);
      await store().putCardWatch(aWatch({ memberId: 'u4', since: NOW - 1, problems: [] }));
      const reminded = { ...watch, remindedAt: NOW + 1, secondAt: NOW + 2, deadline: NOW + 3, caseId: 7 };
      await store().putCardWatch(reminded);
      expect(await store().cardWatch('g1', 'u5')).toEqual(reminded);
      expect((await store().cardWatches('g1')).map((one) => one.memberId)).toEqual(['u4', 'u5']);
      await store().dropCardWatch('g1', 'u5');
      await store().dropCardWatch('g1', 'u5');
      expect(await store().cardWatch('g1', 'u5')).toBeNull();
      expect((await store().cardWatches('g1')).map((one) => one.memberId)).toEqual(['u4']);
    });

    it('gives a due time of a job to one of many takers, and never again', async () => {
      const taken = await Promise.all([1, 2, 3, 4].map(() => store().takeJob('digest:g1', NOW)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store().takeJob('digest:g1', NOW)).toBe(false);
      expect(await store().takeJob('digest:g1', NOW - 1)).toBe(false);
      expect(await store().takeJob('digest:g1', NOW + 1)).toBe(true);
      expect(await store().job('digest:g1')).toEqual({ key: 'digest:g1', lastDueAt: NOW + 1 });
      expect(await store().job('digest:g2')).toBeNull();
    });

    it.each([
      { name: 'NUL', bad: 'a\0b', clean: 'a\uFFFDb' },
      { name: 'a lone surrogate', bad: 'x\uD83C', clean: 'x\uFFFD' },
    ])('stores $name as U+FFFD and finds it by either', async ({ bad, clean }) => {
      await store().putCardWatch(aWatch({ groupId: 'odd', memberId: bad, memberName: bad, problems: [bad] }));
      const found = await store().cardWatch('odd', bad);
      expect(found).toEqual(aWatch({ groupId: 'odd', memberId: clean, memberName: clean, problems: [bad] }));
      expect(await store().cardWatch('odd', clean)).toEqual(found);
    });
  });
}

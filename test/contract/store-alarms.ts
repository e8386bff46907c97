import { describe, expect, it } from 'vitest';
import { NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

const alarm = { key: 'ask:12', kind: 'ask', groupId: 'g1', dueAt: NOW, data: { case: 12 } };

export function alarmsContract(kind: StoreKind): void {
  describe('alarms', () => {
    const store = openedStore(kind);
    const keys = async () => (await store().alarms()).map(({ key }) => key);

    it('has none in an empty database', async () => {
      expect(await store().alarms()).toEqual([]);
      expect(await store().takeAlarm('ask:12', NOW)).toBe(false);
      await store().dropAlarm('ask:12');
    });

    it('keeps them soonest first; the same key replaces', async () => {
      const later = { ...alarm, key: 'ask:1', dueAt: NOW + 2, groupId: null, data: {} };
      await store().putAlarm(later);
      await store().putAlarm({ ...alarm, dueAt: NOW + 9 });
      await store().putAlarm(alarm);
      expect(await store().alarms()).toEqual([alarm, later]);
    });

    it('is taken once, and only as it was set', async () => {
      await store().putAlarm(alarm);
      expect(await store().takeAlarm(alarm.key, NOW + 1)).toBe(false);
      const taken = await Promise.all([1, 2, 3].map(() => store().takeAlarm(alarm.key, NOW)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await keys()).not.toContain(alarm.key);
    });

    it('is gone when dropped', async () => {
      await store().putAlarm(alarm);
      await store().dropAlarm(alarm.key);
      expect(await keys()).not.toContain(alarm.key);
    });
  });
}

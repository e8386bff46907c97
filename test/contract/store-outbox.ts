import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/model/outcome.js';
import { aCase, aPlan, aWarning, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

export function outboxContract(kind: StoreKind): void {
  describe('outbox', () => {
    const store = openedStore(kind);
    const planOne = async (): Promise<number> => (await store().plan([aPlan()], null, NOW))[0]?.id ?? 0;

    it('knows nothing in an empty database', async () => {
      expect(await store().unsettled()).toEqual([]);
      expect(await store().doneSince(0)).toEqual([]);
      expect(await store().unsettledOfCase(1)).toEqual([]);
      expect(await store().outcomesOfCase(1)).toEqual([]);
      expect(await store().plan([], null, NOW)).toEqual([]);
      expect(await store().claim(1, 'w', NOW, NOW + 1)).toBe(false);
      expect(await store().settle(1, { kind: 'done' }, NOW)).toBe(false);
    });

    it('plans in order and gives back what was planned', async () => {
      const id = (await store().openCase(aCase()))?.id ?? 0;
      const fresh = [
        aPlan({ action: aWarning('g1', id) }),
        aPlan({ groupId: null, stage: 'shadow', dueAt: NOW + 5 }),
        aPlan({ dueAt: NOW - 5 }),
      ];
      const planned = await store().plan(fresh, id, NOW);
      expect(planned).toMatchObject(fresh.map((one) => ({ ...one, caseId: id })));
      expect(await store().unsettledOfCase(id)).toEqual(
        planned.map((one) => ({ planned: one, claimed: false })),
      );
      expect(await store().unsettled()).toEqual(planned.map((one) => ({ planned: one, claimed: false })));
      const waiting = planned.map((one) => ({ planned: one, outcome: null, settledAt: null }));
      expect(await store().outcomesOfCase(id)).toEqual(waiting);
    });

    it('tells what was done lately, or may have been, in order of time', async () => {
      const ids: number[] = [];
      for (let n = 0; n < 5; n += 1) ids.push(await planOne());
      const outcomes: readonly Outcome[] = [
        { kind: 'done' },
        { kind: 'uncertain' },
        { kind: 'cancelled' },
        { kind: 'refused', reason: 'failed', detail: '' },
      ];
      for (const [n, outcome] of outcomes.entries()) await store().settle(ids[n] ?? 0, outcome, NOW + 10 - n);
      const shadow = (await store().plan([aPlan({ stage: 'shadow' })], null, NOW))[0]?.id ?? 0;
      await store().settle(shadow, { kind: 'done' }, NOW + 10);
      const done = await store().doneSince(NOW + 8);
      expect(done.map(({ planned, settledAt }) => [planned.id, settledAt])).toEqual([
        [ids[1], NOW + 9],
        [ids[0], NOW + 10],
      ]);
      expect(await store().doneSince(NOW + 10)).toEqual([]);
    });

    it('plans very many at once, in order', async () => {
      const days = Array.from({ length: 1203 }, (_, index) => aPlan({ dueAt: NOW + index }));
      const planned = await store().plan(days, null, NOW);
      expect(planned.map((one) => one.dueAt)).toEqual(days.map((one) => one.dueAt));
      expect(planned.every((one, index) => index === 0 || one.id > (planned[index - 1]?.id ?? 0))).toBe(true);
    });

    it('gives a claim to one of many workers, until it lapses', async () => {
      const id = await planOne();
      const claims = await Promise.all(
        ['a', 'b', 'c'].map((worker) => store().claim(id, worker, NOW, NOW + 10)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store().claim(id, 'd', NOW + 9, NOW + 20)).toBe(false);
      expect(await store().claim(id, 'd', NOW + 10, NOW + 20)).toBe(true);
      expect((await store().unsettled()).find(({ planned }) => planned.id === id)?.claimed).toBe(true);
    });

    it('takes a claim for lapsed that only a clock put back since can have made', async () => {
      const id = await planOne();
      expect(await store().claim(id, 'a', NOW + 5000, NOW + 5010)).toBe(true);
      expect(await store().claim(id, 'b', NOW + 4995, NOW + 5005)).toBe(false);
      expect(await store().claim(id, 'b', NOW, NOW + 10)).toBe(true);
    });

    it.each([
      { name: 'claimed by nobody', claimed: false, outcome: 'cancelled', unclaimed: true },
      { name: 'claimed: it may have been done', claimed: true, outcome: 'uncertain', unclaimed: false },
    ])('gives up what is $name', async ({ claimed, outcome, unclaimed }) => {
      const caseId = (await store().openCase(aCase()))?.id ?? 0;
      const planned = await store().plan([aPlan(), aPlan()], caseId, NOW);
      const [first, second] = planned.map(({ id }) => id);
      for (const { id } of planned) if (claimed) await store().claim(id, 'w', NOW, NOW + 10);
      await store().cancel(first ?? 0, NOW + 1);
      await store().cancel(first ?? 0, NOW + 2);
      expect(await store().cancelUnclaimed(second ?? 0, NOW + 1)).toBe(unclaimed);
      expect(await store().cancelUnclaimed(first ?? 0, NOW + 3)).toBe(false);
      const settled = (await store().outcomesOfCase(caseId)).map((one) => [one.outcome?.kind, one.settledAt]);
      expect(settled).toEqual([[outcome, NOW + 1], unclaimed ? ['cancelled', NOW + 1] : [undefined, null]]);
    });

    it.each<{ outcome: Outcome }>([
      { outcome: { kind: 'done' } },
      { outcome: { kind: 'refused', reason: 'no-right', detail: 'not an "administrator"' } },
      { outcome: { kind: 'refused', reason: 'failed', detail: '' } },
      { outcome: { kind: 'cancelled' } },
      { outcome: { kind: 'uncertain' } },
    ])('settles once: $outcome', async ({ outcome }) => {
      const caseId = (await store().openCase(aCase()))?.id ?? 0;
      const [planned] = await store().plan([aPlan()], caseId, NOW);
      const id = planned?.id ?? 0;
      const settled = await Promise.all([outcome, outcome].map((one) => store().settle(id, one, NOW + 1)));
      expect(settled.filter(Boolean)).toHaveLength(1);
      expect(await store().settle(id, { kind: 'done' }, NOW + 2)).toBe(false);
      expect(await store().claim(id, 'w', NOW + 99, NOW + 100)).toBe(false);
      expect(await store().unsettledOfCase(caseId)).toEqual([]);
      expect(await store().outcomesOfCase(caseId)).toEqual([{ planned, outcome, settledAt: NOW + 1 }]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.js';
import { aCase, aPlan, aStrike, anEntry, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

class Stop extends Error {}

/** What is of the whole database and no business of a transaction's. */
const WHOLE: ReadonlySet<string> = new Set([
  'transaction',
  'runTotals',
  'verifyAudit',
  'auditEntries',
  'close',
]);

export function transactionsContract(kind: StoreKind): void {
  describe('transactions', () => {
    const store = openedStore(kind);

    it('keeps all of the work, and the work sees what it wrote', async () => {
      const fresh = aCase({ groupId: 't1' });
      const seen = await store().transaction(async (records) => {
        const opened = await records.openCase(fresh);
        await records.addStrike(aStrike({ groupId: 't1' }), opened?.id ?? 0);
        await records.plan([aPlan()], opened?.id ?? 0, NOW);
        await records.audit(anEntry());
        return (await records.strikesOf('t1', 'u5')).length;
      });
      expect(seen).toBe(1);
      expect(await store().caseBySubject(fresh.subject)).not.toBeNull();
      expect(await store().verifyAudit()).toEqual({ kind: 'whole', entries: 1 });
    });

    it('has everything inside that there is outside', async () => {
      const outside = Object.keys(store()).filter((name) => !WHOLE.has(name));
      const missing = await store().transaction((records) =>
        Promise.resolve(outside.filter((name) => typeof Reflect.get(records, name) !== 'function')),
      );
      expect([outside.length > 50, missing]).toEqual([true, []]);
    });

    it('keeps nothing of work that throws, and says why', async () => {
      const before = aCase({ groupId: 't2' });
      await store().openCase(before);
      const fresh = aCase({ groupId: 't2' });
      const failing = store().transaction(async (records) => {
        await records.openCase(fresh);
        await records.audit(anEntry());
        throw new Stop();
      });
      await expect(failing).rejects.toThrow(Stop);
      expect(await store().caseBySubject(fresh.subject)).toBeNull();
      expect(await store().caseBySubject(before.subject)).not.toBeNull();
      expect(await store().verifyAudit()).toEqual({ kind: 'whole', entries: 1 });
    });

    it('keeps what others write while a transaction fails', async () => {
      const beside = aCase({ groupId: 't3' });
      const failing = store().transaction(async (records) => {
        await records.openCase(aCase({ groupId: 't3' }));
        await Promise.resolve();
        throw new Stop();
      });
      const [failed, opened] = await Promise.allSettled([failing, store().openCase(beside)]);
      expect([failed.status, opened.status]).toEqual(['rejected', 'fulfilled']);
      expect(await store().caseBySubject(beside.subject)).not.toBeNull();
    });
  });

  describe('a database that lives on', () => {
    it('has everything after it was opened again', async () => {
      const url = await kind.fresh();
      const first = await kind.open(url);
      const opened = await first.openCase(aCase());
      const planned = await first.plan([aPlan()], opened?.id ?? 0, NOW);
      await first.audit(anEntry());
      await first.close();
      const again = await kind.open(url);
      expect(await again.caseById(1)).toEqual(opened);
      expect(await again.unsettled()).toEqual([{ planned: planned[0], claimed: false }]);
      await again.audit(anEntry());
      expect(await again.verifyAudit()).toEqual({ kind: 'whole', entries: 2 });
      await again.close();
    });

    it.runIf(kind.shared)(
      'serves two processes at once: one wins each race, the audit stays one chain',
      async () => {
        const url = await kind.fresh();
        const stores = await Promise.all([kind.open(url), kind.open(url)]);
        const fresh = Array.from({ length: 8 }, () => aCase());
        const both = await Promise.all(
          stores.map((one) => Promise.all(fresh.map((next) => decide(one, next)))),
        );
        expect(both.flat().filter(Boolean)).toHaveLength(fresh.length);
        const [a, b] = stores;
        const waiting = (await a?.unsettled()) ?? [];
        const claims = await Promise.all(
          stores.map((one, index) =>
            Promise.all(waiting.map(({ planned }) => one.claim(planned.id, `w${index}`, NOW, NOW + 9))),
          ),
        );
        expect(claims.flat().filter(Boolean)).toHaveLength(fresh.length);
        expect(await b?.verifyAudit()).toEqual({ kind: 'whole', entries: fresh.length });
        await Promise.all(stores.map((one) => one.close()));
      },
    );
  });
}

/** What the use-case does for one message; false for a redelivery. */
function decide(store: Store, fresh: ReturnType<typeof aCase>): Promise<boolean> {
  return store.transaction(async (records) => {
    const opened = await records.openCase(fresh);
    if (opened === null) return false;
    await records.addStrike(aStrike(), opened.id);
    await records.audit(anEntry({ data: { case: opened.id } }));
    await records.plan([aPlan()], opened.id, NOW);
    return true;
  });
}

import { describe, expect, it } from 'vitest';
import { aCase, anEntry, aStrike, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';

const TABLE_OF_HASHES = 'select hash from audit_log where seq';
const ODD = { z: 1, a: 'NUL \0, \uD83C, "🌸"', constructor: null, __proto__: null, yes: true, half: 0.5 };

export function auditContract(kind: StoreKind): void {
  const written = async (entries: number): Promise<string> => {
    const url = await kind.fresh();
    const store = await kind.open(url);
    for (let n = 1; n <= entries; n += 1) await store.audit(anEntry({ at: NOW + n, data: { n } }));
    await store.close();
    return url;
  };
  const verified = async (url: string) => {
    const store = await kind.open(url);
    const state = await store.verifyAudit();
    await store.close();
    return state;
  };
  const unguarded = ['update', 'delete'].map(
    (change) => `alter table audit_log disable trigger audit_log_no_${change}`,
  );

  describe('audit log', () => {
    it('is whole when empty', async () => {
      expect(await verified(await written(0))).toEqual({ kind: 'whole', entries: 0 });
    });

    it('is whole after entries of every sort, more than one chunk of them, alone and within transactions', async () => {
      const url = await kind.fresh();
      const store = await kind.open(url);
      await store.audit(anEntry({ actor: 'a\0\uD83C', kind: "it's", groupId: null, data: ODD }));
      await store.audit(anEntry({ groupId: 'g\0', data: {} }));
      await store.transaction(async (records) => {
        for (let n = 0; n < 1100; n += 1) await records.audit(anEntry({ data: { n } }));
      });
      await Promise.all([1, 2, 3].map((n) => store.audit(anEntry({ data: { n } }))));
      expect(await store.verifyAudit()).toEqual({ kind: 'whole', entries: 1105 });
      await store.close();
    });

    it.each([
      { name: 'a changed field', by: [`update audit_log set actor = 'nobody' where seq = 3`], at: 3 },
      { name: 'changed data', by: [`update audit_log set data = '{"n":9}' where seq = 1`], at: 1 },
      { name: 'a changed time', by: ['update audit_log set at = at + 1 where seq = 2'], at: 2 },
      { name: 'a changed hash', by: [`update audit_log set hash = prev_hash where seq = 4`], at: 4 },
      { name: 'a changed last hash', by: [`update audit_log set hash = prev_hash where seq = 5`], at: 5 },
      { name: 'a changed link', by: ['update audit_log set prev_hash = hash where seq = 3'], at: 3 },
      { name: 'a deleted entry', by: ['delete from audit_log where seq = 2'], at: 2 },
      { name: 'a deleted first entry', by: ['delete from audit_log where seq = 1'], at: 1 },
      { name: 'a deleted end', by: ['delete from audit_log where seq > 3'], at: 4 },
      { name: 'everything deleted', by: ['delete from audit_log'], at: 1 },
      {
        name: 'two entries that changed places',
        by: [
          'update audit_log set seq = 99 where seq = 2',
          'update audit_log set seq = 2 where seq = 3',
          'update audit_log set seq = 3 where seq = 99',
        ],
        at: 2,
      },
      {
        name: 'a deleted entry with the rest moved up',
        by: ['delete from audit_log where seq = 4', 'update audit_log set seq = 4 where seq = 5'],
        at: 4,
      },
      {
        name: 'a shorter tail',
        by: [`update audit_tail set seq = 3, hash = (${TABLE_OF_HASHES} = 3)`],
        at: 4,
      },
      { name: 'a changed tail', by: [`update audit_tail set hash = (${TABLE_OF_HASHES} = 3)`], at: 5 },
      { name: 'no tail', by: ['delete from audit_tail'], at: 1 },
    ])('names the first broken entry: $name', async ({ by, at }) => {
      const url = await written(5);
      await kind.raw(url, [...unguarded, ...by]);
      const state = await verified(url);
      expect(state).toMatchObject({ kind: 'broken', brokenAt: at });
      expect(state.kind === 'broken' && state.reason.length > 0).toBe(true);
    });

    it.each([
      'update audit_log set actor = actor',
      'delete from audit_log',
      "update case_event set reason = 'x'",
      "update case_event set kind = 'confirmed'",
      "update case_event set reason = '', actor = 'x'",
      'delete from case_event',
      'update strike set at = 0',
      'delete from strike',
      'update strike_reversal set at = 0',
      'delete from strike_reversal',
    ])('the database itself refuses: %s', async (statement) => {
      const url = await written(1);
      const store = await kind.open(url);
      const opened = await store.openCase(aCase());
      await store.addStrike(aStrike(), opened?.id ?? 0);
      await store.reverseStrikes(opened?.id ?? 0, NOW, '');
      await store.close();
      await expect(kind.raw(url, [statement])).rejects.toThrow('append-only');
    });
  });
}

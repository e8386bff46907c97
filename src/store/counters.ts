import type { Count, Records } from '../ports.js';
import { atomically } from './atomically.js';
import { byText } from './order.js';
import type { Db, Row } from './schema.js';
import { storable } from './text.js';

const ROWS_PER_INSERT = 1000;

export function counterRecords(db: Db): Pick<Records, 'addCounts' | 'job' | 'takeJob'> {
  return {
    addCounts: (counts) => (counts.length === 0 ? Promise.resolve() : addCounts(db, merged(counts))),
    async job(key) {
      const row = await db.selectFrom('job').selectAll().where('key', '=', key).executeTakeFirst();
      return row === undefined ? null : { key: row.key, lastDueAt: row.last_due_at };
    },
    async takeJob(key, dueAt) {
      const taken = await db
        .insertInto('job')
        .values({ key, last_due_at: dueAt })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ last_due_at: dueAt }).where('job.last_due_at', '<', dueAt),
        )
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
  };
}

function addCounts(db: Db, rows: readonly Row<'counter'>[]): Promise<void> {
  return atomically(db, async (trx) => {
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
      await trx
        .insertInto('counter')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .onConflict((conflict) =>
          conflict
            .columns(['group_id', 'day', 'name'])
            .doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
        )
        .execute();
    }
  });
}

/**
 * One row per counter: PostgreSQL refuses to touch a row twice in one statement.
 * In one order everywhere: two writers that lock the same rows in different orders would block each other.
 */
function merged(counts: readonly Count[]): readonly Row<'counter'>[] {
  const sums = new Map<string, Row<'counter'>>();
  for (const { groupId, day, name, value } of counts) {
    const row = { group_id: storable(groupId), day: storable(day), name: storable(name), value };
    const key = JSON.stringify([row.group_id, row.day, row.name]);
    sums.set(key, { ...row, value: value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums].toSorted(([a], [b]) => byText(a, b)).map(([, row]) => row);
}

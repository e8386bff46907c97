import { sql } from 'kysely';
import { ORGANISATION, type ClusterRecords, type Worker } from '../ports/cluster.js';
import { announce, forgetChanges, readChanges } from './changes.js';
import { DATABASE_NOW } from './database-clock.js';
import { toPlanned } from './outbox.js';
import type { Db } from './schema.js';

/** PostgreSQL only: a file has one process. */
export function clusterRecords(db: Db): ClusterRecords {
  return {
    ...workers(db),
    ...leads(db),
    waiting: (worker) => waiting(db, worker),
    changes: (since) => readChanges(db, since),
    announce: (topic, keys) => announce(db, topic, keys),
    close: () => db.destroy(),
  };
}

/**
 * Renewing tests the time in its WHERE, and burying locks the row: of the two that come at once the second sees what the first did.
 * What a worker led goes with its row, so nobody can lead by a name that is gone.
 */
function workers(db: Db): Pick<ClusterRecords, 'enter' | 'renew' | 'bury' | 'leave'> {
  const until = (ttlMs: number) => sql<number>`${DATABASE_NOW} + ${ttlMs}`;
  return {
    enter: (worker, ttlMs, before) =>
      db.transaction().execute(async (trx) => {
        if (before !== null) await trx.deleteFrom('worker').where('id', '=', before).execute();
        await trx
          .insertInto('worker')
          .values({ ...worker, expires_at: until(ttlMs) })
          .execute();
      }),
    async renew({ id }, ttlMs) {
      const renewed = await db
        .updateTable('worker')
        .set({ expires_at: until(ttlMs) })
        .where('id', '=', id)
        .where('expires_at', '>', DATABASE_NOW)
        .returning('id')
        .executeTakeFirst();
      return renewed !== undefined;
    },
    async bury() {
      await db.deleteFrom('worker').where('expires_at', '<=', DATABASE_NOW).execute();
      await forgetChanges(db);
    },
    async leave({ id }) {
      await db.deleteFrom('worker').where('id', '=', id).execute();
    },
  };
}

function leads(db: Db): Pick<ClusterRecords, 'join' | 'joined' | 'quit' | 'take' | 'follows' | 'accounts'> {
  return {
    join: (account, groupIds) => join(db, account, groupIds),
    async joined(account) {
      const rows = await db
        .selectFrom('group_account')
        .select('group_id')
        .where('account', '=', account)
        .execute();
      return rows.map((row) => row.group_id);
    },
    quit: (worker, groupId) => quit(db, worker, groupId),
    take: (worker) => take(db, worker),
    async follows({ id, account }) {
      const rows = await db
        .selectFrom('group_account')
        .innerJoin('group_lead', 'group_lead.group_id', 'group_account.group_id')
        .innerJoin('worker', 'worker.id', 'group_lead.worker')
        .select(['group_lead.group_id', 'worker.account'])
        .where('group_account.account', '=', account)
        .where('group_lead.worker', '<>', id)
        .execute();
      return rows.map((row) => ({ groupId: row.group_id, account: row.account }));
    },
    async accounts() {
      const rows = await db.selectFrom('group_account').select('account').distinct().execute();
      return rows.map(({ account }) => account);
    },
  };
}

async function join(db: Db, account: string, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  await db
    .insertInto('group_account')
    .values(groupIds.map((groupId) => ({ group_id: groupId, account })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function quit(db: Db, worker: Worker, groupId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('group_account')
      .where('group_id', '=', groupId)
      .where('account', '=', worker.account)
      .execute();
    await trx
      .deleteFrom('group_lead')
      .where('group_id', '=', groupId)
      .where('worker', '=', worker.id)
      .execute();
    const other = await trx
      .selectFrom('group_account')
      .select('account')
      .where('group_id', '=', groupId)
      .executeTakeFirst();
    return other !== undefined;
  });
}

/** The primary key is what keeps a second leader out: of those who ask at once one row goes in. */
async function take(db: Db, { id, account }: Worker): Promise<readonly string[]> {
  const rows = await db
    .insertInto('group_lead')
    .columns(['group_id', 'worker'])
    .expression((eb) =>
      eb
        .selectFrom('group_account')
        .leftJoin('group_lead', 'group_lead.group_id', 'group_account.group_id')
        .select(['group_account.group_id', sql<string>`${id}::text`.as('worker')])
        .where('group_account.account', '=', account)
        .where('group_lead.group_id', 'is', null)
        .unionAll(sql<{ group_id: string; worker: string }>`select ${ORGANISATION}::text, ${id}::text`),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('group_id')
    .execute();
  return rows.map((row) => row.group_id);
}

async function waiting(db: Db, { id, account }: Worker): ReturnType<ClusterRecords['waiting']> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('group_lead', (on) =>
      on.on('group_lead.group_id', '=', (eb) => eb.fn.coalesce('outbox.group_id', eb.val(ORGANISATION))),
    )
    .selectAll('outbox')
    .where('outbox.settled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('outbox.account', '=', account),
        eb.and([eb('outbox.account', 'is', null), eb('group_lead.worker', '=', id)]),
      ]),
    )
    .orderBy('outbox.id')
    .execute();
  return rows.map((row) => ({ planned: toPlanned(row), claimed: row.claimed_by !== null }));
}

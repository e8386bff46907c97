import { sql } from 'kysely';
import type { Change, ChangeMark, Changes, ChangeTopic } from '../ports/cluster.js';
import { DATABASE_NOW } from './database-clock.js';
import type { Db } from './schema.js';

/**
 * Numbers are given out before a transaction commits, so a younger number can be seen before an older one. Reading goes back so far,
 * ms, and leaves out what it knows: longer than the server lets any of our transactions last.
 */
const OVERLAP_MS = 60_000;
/** How long a change is kept, ms. Who has not looked for longer reads everything anew. */
const KEPT_MS = 10 * 60_000;

export async function readChanges(db: Db, since: ChangeMark | null): Promise<Changes> {
  const at = await clock(db);
  if (since === null || at - since.at > KEPT_MS / 2) {
    const kept = await after(db, at - OVERLAP_MS);
    return { kind: 'lost', upTo: { at, known: new Set(kept.map(({ seq }) => seq)) } };
  }
  const kept = await after(db, since.at - OVERLAP_MS);
  const changes = kept.filter(({ seq }) => !since.known.has(seq));
  return { kind: 'read', changes, upTo: { at, known: new Set(kept.map(({ seq }) => seq)) } };
}

async function clock(db: Db): Promise<number> {
  const { rows } = await sql<{ at: number }>`select ${DATABASE_NOW} as at`.execute(db);
  return rows[0]?.at ?? 0;
}

function after(db: Db, at: number): Promise<readonly Change[]> {
  return db
    .selectFrom('change_log')
    .select(['seq', 'topic', 'key'])
    .where('at', '>', at)
    .orderBy('seq')
    .execute();
}

export async function announce(db: Db, topic: ChangeTopic, keys: readonly string[]): Promise<void> {
  if (keys.length > 0)
    await db
      .insertInto('change_log')
      .values(keys.map((key) => ({ topic, key })))
      .execute();
}

/** Lets go of what everybody has read. */
export async function forgetChanges(db: Db): Promise<void> {
  await db
    .deleteFrom('change_log')
    .where('at', '<', sql<number>`${DATABASE_NOW} - ${KEPT_MS}`)
    .execute();
}

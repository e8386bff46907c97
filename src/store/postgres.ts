import { Kysely, sql } from 'kysely';
import type { ClusterRecords } from '../ports/cluster.js';
import type { Store } from '../ports.js';
import { clusterRecords } from './cluster.js';
import { StoreError } from './error.js';
import { newer } from './inspect.js';
import { migrate } from './migrate.js';
import type { Step } from './migrations/migration.js';
import type { StoreOptions } from './open.js';
import { postgresDialect, postgresPool, type PoolOptions } from './postgres-pool.js';
import { storeOver } from './records.js';
import type { Schema } from './schema.js';

const CONNECTIONS = 5;
const SILENCE_MS = 20_000;
/** Whether a process still leads is looked at on a line of its own, which work cannot fill; its silence is noticed early. */
const LOOK_CONNECTIONS = 2;
const LOOK_SILENCE_MS = 4000;
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01']);
/** @throws StoreError when the server cannot be reached or used, or the database is newer than this program. */
export async function openPostgres(
  url: string,
  options: StoreOptions,
  steps: readonly Step[],
): Promise<Store> {
  const db = open(url, {
    connections: CONNECTIONS,
    silenceMs: SILENCE_MS,
    relaxed: options.durability === 'batched',
  });
  try {
    const version = await versionOf(db);
    if (version !== null && version > steps.length) throw newer(place(url), version, steps.length);
    if (version !== steps.length) await migrate(db, 'postgres', steps);
    return storeOver(db, (error) => RETRYABLE.has(codeOf(error)));
  } catch (error) {
    await db.destroy();
    throw refusal(error, url);
  }
}

/** Who leads which group of a database that `openPostgres` has opened before. */
export function openCluster(url: string): ClusterRecords {
  return clusterRecords(
    open(url, { connections: LOOK_CONNECTIONS, silenceMs: LOOK_SILENCE_MS, relaxed: false }),
  );
}

/** The bare database, for what is no business of the bot's. @throws StoreError when the server cannot be reached or used. */
export async function openDatabase(url: string): Promise<Kysely<Schema>> {
  const db = open(url, { connections: 1, silenceMs: SILENCE_MS, relaxed: false });
  try {
    await versionOf(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw refusal(error, url);
  }
}

function open(url: string, options: PoolOptions): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: postgresDialect(postgresPool(url, options)) });
}

async function versionOf(db: Kysely<Schema>): Promise<number | null> {
  const found = await sql<{
    known: string | null;
  }>`select to_regclass('schema_version')::text as known`.execute(db);
  if ((found.rows[0]?.known ?? null) === null) return null;
  const row = await db.selectFrom('schema_version').select('version').where('id', '=', 1).executeTakeFirst();
  return row?.version ?? null;
}

function refusal(error: unknown, url: string): unknown {
  if (error instanceof StoreError) return error;
  const why = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  return new StoreError(
    `PostgreSQL 用不了:${place(url)};请检查地址、用户、密码和权限 (cannot use the PostgreSQL database: ${why})`,
    { cause: error },
  );
}

/** Classes of errors that are the server's or the line's, not ours: lost, shutting down, full, read-only, damaged. */
const TROUBLES = /^(?:08|53|57P|58|XX|25006|E[A-Z]{3})/u;

/** What an operator can do about an error of a database in use; null: it is not the database's. */
export function postgresTrouble(error: unknown, url: string): string | null {
  if (!(error instanceof Error)) return null;
  const isLost = /^Connection terminated|timeout exceeded when trying to connect/u.test(error.message);
  if (!isLost && !TROUBLES.test(codeOf(error))) return null;
  const refused = refusal(error, url);
  return refused instanceof StoreError ? refused.message : null;
}

/** Host and name only: the user and password stay out of messages and logs. */
function place(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

import {
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import type { Dialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Store } from '../ports.js';
import { CleaningDriver } from './cleaning-driver.js';
import { StoreError } from './error.js';
import { newer } from './inspect.js';
import { migrate } from './migrate.js';
import type { Step } from './migrations/migration.js';
import type { StoreOptions } from './open.js';
import { storeOver } from './records.js';
import type { Schema } from './schema.js';

const CONNECTIONS = 5;
const CONNECT_MS = 10_000;
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01']);
/** int8 and numeric: counts and sums. The driver hands them over as text, because they may exceed 2^53; ours do not. */
const AS_NUMBER: ReadonlySet<number> = new Set([20, 1700]);

/** @throws StoreError when the server cannot be reached or used, or the database is newer than this program. */
export async function openPostgres(
  url: string,
  options: StoreOptions,
  steps: readonly Step[],
): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: postgresDialect(pool(url, options)) });
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

function pool(url: string, { durability }: StoreOptions): Pool {
  const made = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'qunshao',
    types: { getTypeParser: (oid: number) => (AS_NUMBER.has(oid) ? Number : types.getTypeParser(oid)) },
    ...(durability === 'batched' ? { options: '-c synchronous_commit=off' } : {}),
  });
  // A resting connection that breaks would end the process; the pool has dropped it already, the next query makes another.
  made.on('error', () => undefined);
  return made;
}

function postgresDialect(connections: Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new CleaningDriver(new PostgresDriver({ pool: connections })),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
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

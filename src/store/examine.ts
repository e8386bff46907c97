import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Instant } from '../core/model/instant.js';
import type { ChainState } from '../core/model/audit.js';
import { StoreError } from './error.js';
import { inspect, newer } from './inspect.js';
import { STEPS } from './migrations/index.js';
import { isPostgres, openStore } from './open.js';
import { isBusy, sqliteRefusal } from './sqlite-refusal.js';

/** What a database is like, without changing it. `older`: the next start brings it up to date. */
export type Examination =
  | { readonly kind: 'absent' }
  | { readonly kind: 'older'; readonly version: number; readonly latest: number }
  | {
      readonly kind: 'current';
      /** Somebody is writing to it this moment. */
      readonly busy: boolean;
      readonly chain: ChainState;
      readonly lastEntryAt: Instant | null;
    };

/** @throws StoreError with what is wrong, where, and what to do */
export async function examine(url: string): Promise<Examination> {
  return isPostgres(url) ? examinePostgres(url) : examineSqlite(url);
}

async function examineSqlite(file: string): Promise<Examination> {
  if (!existsSync(file)) {
    ensureCreatable(file);
    return { kind: 'absent' };
  }
  const { version } = inspect(file, STEPS.length);
  const busy = ensureWritable(file);
  if (version === null) return { kind: 'absent' };
  return version < STEPS.length ? { kind: 'older', version, latest: STEPS.length } : records(file, busy);
}

function ensureCreatable(file: string): void {
  let folder = dirname(resolve(file));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a directory');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StoreError(
      `数据库文件建不了:${file};${folder} 不是可以写的目录,请检查路径和权限 (cannot create the database)`,
    );
  }
}

/** Takes the lock for writing and gives it back; every page is looked at. Answers whether somebody else has the lock. */
function ensureWritable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    const db = new Database(file, { fileMustExist: true, timeout: 0 });
    try {
      const pages: unknown = db.pragma('quick_check(1)', { simple: true });
      if (pages !== 'ok')
        throw new StoreError(
          `数据库文件已损坏:${file};请用 qunshao restore 恢复备份 (the database is damaged)`,
        );
      db.exec('begin immediate; rollback');
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    if (isBusy(error)) return true;
    if (
      error instanceof Error &&
      'code' in error &&
      ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code))
    )
      throw new StoreError(`数据库文件不可写:${file};请检查文件和目录的权限 (the database is not writable)`);
    throw sqliteRefusal(error, file);
  }
}

async function records(url: string, busy: boolean): Promise<Examination> {
  const store = await openStore(url);
  try {
    const chain = await store.verifyAudit();
    const entries = await store.auditEntries();
    return { kind: 'current', busy, chain, lastEntryAt: entries.at(-1)?.at ?? null };
  } finally {
    await store.close();
  }
}

const CONNECT_MS = 5000;

async function examinePostgres(url: string): Promise<Examination> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  // A server that goes away between two queries would end the process.
  client.on('error', () => undefined);
  const version = await asked(client, url);
  if (version === null) return { kind: 'absent' };
  if (version > STEPS.length) throw newer('PostgreSQL', version, STEPS.length);
  return version < STEPS.length ? { kind: 'older', version, latest: STEPS.length } : records(url, false);
}

async function asked(client: Client, url: string): Promise<number | null> {
  try {
    await client.connect();
    const { rows } = await client.query<{ known: string | null; may: boolean; standby: boolean }>(
      `select to_regclass('schema_version')::text as known,
        has_schema_privilege(current_schema(), 'create') as may,
        pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as standby`,
    );
    const state = rows[0];
    if (state?.standby === true) throw new StoreError('PostgreSQL 只读(备机,或用户只能读);请连到主库');
    if (state?.may !== true)
      throw new StoreError('PostgreSQL 用户没有建表的权限;请 grant create on schema public');
    if (state.known === null) return null;
    const found = await client.query<{ version: number }>('select version from schema_version where id = 1');
    return found.rows[0]?.version ?? null;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    const { host, pathname } = new URL(url);
    throw new StoreError(
      `PostgreSQL 用不了:${host}${pathname};请检查地址、用户、密码和权限 (cannot use the PostgreSQL database: ${why})`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

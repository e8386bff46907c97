import type { ClusterRecords } from '../ports/cluster.js';
import type { Store } from '../ports.js';
import { StoreError } from './error.js';
import { STEPS } from './migrations/index.js';
import { openCluster as openPostgresCluster, openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';

export interface StoreOptions {
  /**
   * `full` (default): what is written has reached the disk when the promise resolves.
   * `batched`: for a replay on a database of its own; the last writes are lost when the machine stops, the rest is whole.
   */
  readonly durability?: 'full' | 'batched';
  /** Writes per commit when batched (SQLite). Default 2000. */
  readonly batch?: number;
  /** Copy an older SQLite file beside itself before its schema changes. Default true. */
  readonly backupBeforeMigration?: boolean;
  /** How long to wait for another process's lock on an SQLite file, in milliseconds. Default 5000. */
  readonly busyMs?: number;
}

/**
 * Opens the database, makes or updates its schema.
 * Inside `transaction`, use the records handed in: a call on the store itself waits for that transaction to end. On PostgreSQL
 * the work is run again when the database breaks a deadlock, so it must change nothing but those records.
 * @param url the path of an SQLite file (`data/qunshao.db`), `:memory:`, or `postgres://user:password@host:port/name`
 * @throws StoreError when it cannot be used: one sentence saying what, where and what to do
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (isPostgres(url)) return openPostgres(url, options, STEPS);
  refuseOtherUrls(url);
  return openSqlite(url, options, STEPS);
}

/** Who leads which group, among processes on one PostgreSQL database that `openStore` has opened before. */
export function openCluster(url: string): ClusterRecords {
  return openPostgresCluster(url);
}

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//iu.test(url);
}

function refuseOtherUrls(url: string): void {
  if (url.trim() !== '' && !url.includes('://')) return;
  const scheme = url.split('://')[0] ?? '';
  throw new StoreError(
    `database 写得不对:“${scheme}${url.includes('://') ? '://…' : ''}”;请写一个文件路径,或 postgres://用户:密码@主机/库名 ` +
      '(give a file path or a postgres:// URL)',
  );
}

import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { ChainState } from '../core/model/audit.js';
import { copyDatabase } from './copy.js';
import { StoreError } from './error.js';
import { freeName } from './kept-copies.js';
import { STEPS } from './migrations/index.js';
import { isPostgres } from './open.js';
import { ensureSound, readThrough } from './sound.js';
import { isBusy, sqliteRefusal } from './sqlite-refusal.js';

/** What reading the copy through has shown. A copy of a database whose chain is broken is still worth having. */
export interface BackedUp {
  readonly chain: ChainState;
}

/**
 * Copies the live database into `file`, one self-contained SQLite file, while the bot goes on working. The copy is read through
 * before it gets its name.
 * @throws StoreError when there is no such database, `file` exists already, the copy is not whole, or the database is PostgreSQL
 */
export async function backup(url: string, file: string): Promise<BackedUp> {
  if (isPostgres(url)) throw new StoreError(USE_PG_DUMP);
  if (!existsSync(url))
    throw new StoreError(`没有数据库可备份:${url};请检查 database 的路径 (no database to back up)`);
  if (existsSync(file))
    throw new StoreError(
      `备份文件已存在:${file};请换一个名字 (the file exists already, choose another name)`,
    );
  const unchecked = `${file}.unchecked`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await copyDatabase(url, unchecked);
    const chain = await readThrough(unchecked, STEPS.length);
    renameSync(unchecked, file);
    return { chain };
  } catch (error) {
    throw refusal(error, url, file);
  } finally {
    rmSync(unchecked, { force: true });
  }
}

/** A folder that cannot be written is the operator's to mend, like a disk that is full. */
function refusal(error: unknown, url: string, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^E[A-Z]+$/u.test(code)) return sqliteRefusal(error, url);
  return new StoreError(
    `备份写不了:${file};请检查文件夹的权限和磁盘空间 (cannot write the backup: ${code})`,
    {
      cause: error,
    },
  );
}

/** `kept`: where the database that stood there before was put; null where there was none. */
export type RestoreOutcome =
  | { readonly kind: 'done'; readonly kept: string | null }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Puts the backup `file` in the place of the database. The backup is checked first; what stood there is kept beside it.
 * An expected refusal is a value: a bad backup, a database that is there (without `force`), one that is in use.
 */
export async function restore(
  file: string,
  url: string,
  { force }: { readonly force: boolean },
): Promise<RestoreOutcome> {
  try {
    if (isPostgres(url)) throw new StoreError(USE_PG_RESTORE);
    if (!existsSync(file)) throw new StoreError(`找不到备份文件:${file};请检查路径 (no such backup)`);
    await ensureSound(file, STEPS.length);
    ensurePlace(file, url, force);
    return { kind: 'done', kept: await replace(file, url) };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'refused', message: error.message };
    throw error;
  }
}

function ensurePlace(file: string, url: string, force: boolean): void {
  if (!existsSync(url)) return;
  if (realpathSync(url) === realpathSync(file)) {
    throw new StoreError(`备份就是现在的数据库:${file};没有什么可恢复 (the backup is the database itself)`);
  }
  if (!force) {
    throw new StoreError(
      `这里已有数据库:${url};确定要替换请加 --force,原来的会留一份 (there is a database already, use --force)`,
    );
  }
  ensureUnused(url);
}

/** Leaving WAL mode needs the file alone: it fails while any other connection is open, and folds the log into the file. */
function ensureUnused(file: string): void {
  try {
    const db = new Database(file, { timeout: 0 });
    try {
      db.pragma('journal_mode = delete');
    } finally {
      db.close();
    }
  } catch (error) {
    // A damaged database is what a restore is for: it is put aside as it is.
    if (isBusy(error)) throw sqliteRefusal(error, file);
  }
}

async function replace(file: string, url: string): Promise<string | null> {
  const fresh = `${url}.restoring`;
  mkdirSync(dirname(url), { recursive: true, mode: 0o700 });
  await copyDatabase(file, fresh);
  const kept = existsSync(url) ? freeName(`${url}.before-restore`) : null;
  // The side files belong to the old database: left behind, SQLite would read them into the new one.
  for (const end of ['', '-wal', '-shm', '-journal']) {
    if (kept !== null && existsSync(url + end)) renameSync(url + end, kept + end);
  }
  renameSync(fresh, url);
  return kept;
}

const USE_PG_DUMP =
  'PostgreSQL 请用它自己的工具备份:pg_dump --format=custom --file=备份文件 库地址 (back PostgreSQL up with pg_dump)';
const USE_PG_RESTORE =
  'PostgreSQL 请用它自己的工具恢复:pg_restore --clean --if-exists --dbname=库地址 备份文件 (restore PostgreSQL with pg_restore)';

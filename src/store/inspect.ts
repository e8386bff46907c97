import Database from 'better-sqlite3';
import { StoreError } from './error.js';
import { sqliteRefusal } from './sqlite-refusal.js';

export interface Inspection {
  /** The version of the schema; null for an empty database. */
  readonly version: number | null;
}

/**
 * Reads what the file is, without writing to it.
 * @throws StoreError when this program cannot use it.
 */
export function inspect(file: string, latest: number): Inspection {
  const version = readVersion(file);
  if (version !== null && version > latest) throw newer(file, version, latest);
  return { version };
}

export function newer(where: string, version: number, latest: number): StoreError {
  return new StoreError(
    `数据库比程序新:${where} 是第 ${version} 版,本程序只认到第 ${latest} 版;数据没有动过,请升级 qunshao ` +
      `(the database is of version ${version}, this program knows up to ${latest}; upgrade qunshao)`,
  );
}

function readVersion(file: string): number | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      return versionOf(db, file);
    } finally {
      db.close();
    }
  } catch (error) {
    throw sqliteRefusal(error, file);
  }
}

/** Made before the first step of the schema is: a start that was killed right there has left nothing else. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['kysely_migration', 'kysely_migration_lock']);

function versionOf(db: Database.Database, file: string): number | null {
  const tables = db.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all();
  if (tables.every((name) => BOOKKEEPING.has(name))) return null;
  const version = tables.includes('schema_version')
    ? db.prepare<[], number>('select version from schema_version where id = 1').pluck().get()
    : undefined;
  if (version !== undefined) return version;
  throw new StoreError(
    `这是别的程序的 SQLite 数据库:${file};数据没有动过,请在 database 里另写一个路径 ` +
      '(a database of another program; it was left as it is, choose another path)',
  );
}

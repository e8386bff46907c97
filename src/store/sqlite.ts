import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Store } from '../ports.js';
import { StoreError } from './error.js';
import { inspect } from './inspect.js';
import { migrate } from './migrate.js';
import type { Step } from './migrations/migration.js';
import type { StoreOptions } from './open.js';
import { storeOver } from './records.js';
import { copyBeforeMigration } from './kept-copies.js';
import type { Schema } from './schema.js';
import { SqliteConnection } from './sqlite-connection.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { fileMoved, sqliteRefusal } from './sqlite-refusal.js';

const MEMORY = ':memory:';
const BATCH = 2000;
const BUSY_MS = 5000;

/** @throws StoreError when the file is no database of ours, corrupt, newer than this program, or locked; it is then untouched. */
export async function openSqlite(
  file: string,
  options: StoreOptions,
  steps: readonly Step[],
): Promise<Store> {
  const version = file === MEMORY ? null : await prepare(file, options, steps.length);
  const batched = options.durability === 'batched';
  const connection = connect(file, options);
  try {
    const db = new Kysely<Schema>({
      dialect: sqliteDialect(connection, batched ? (options.batch ?? BATCH) : null),
    });
    // A schema that is up to date is not touched: opening does not wait for another process's transaction.
    if (version !== steps.length) await migrate(db, 'sqlite', steps);
    const store = storeOver(db, () => false);
    return batched || file === MEMORY ? store : emptyingLog(store, connection);
  } catch (error) {
    connection.close();
    throw sqliteRefusal(error, file);
  }
}

/**
 * What is let go of is overwritten in the file (`secure_delete`), but would stand in the write-ahead log until that is written over:
 * the log is emptied at once. Where another process reads at that moment it is emptied the next time.
 */
function emptyingLog(store: Store, connection: SqliteConnection): Store {
  const emptied = async (forgotten: number): Promise<number> => {
    await connection.emptyLog();
    return forgotten;
  };
  return {
    ...store,
    forgetEvidence: async (...args) => emptied(await store.forgetEvidence(...args)),
    eraseMember: async (...args) => emptied(await store.eraseMember(...args)),
  };
}

/** Looks before it touches: nothing is written to a file that this program cannot use. Answers the version found. */
async function prepare(file: string, options: StoreOptions, latest: number): Promise<number | null> {
  if (!existsSync(file)) create(file);
  const { version } = inspect(file, latest);
  ensureWritable(file);
  const older = version !== null && version < latest;
  if (older && options.backupBeforeMigration !== false) await copyBeforeMigration(file, version);
  return version;
}

/** Beside the file SQLite writes its log: the folder must be writable too. Said at once, not with the first case. */
function ensureWritable(file: string): void {
  for (const place of [file, dirname(file)]) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      throw new StoreError(
        `数据库不可写:${place};请检查文件和目录的权限、磁盘是否只读 (not writable; check its rights)`,
        { cause: error },
      );
    }
  }
}

/** Made by hand so that nobody else on the machine can read it; SQLite gives its side files the same mode. */
function create(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `数据库文件建不了:${file};请检查目录是否存在、可写 (cannot create the database: ${why})`,
    );
  }
}

function connect(file: string, options: StoreOptions): SqliteConnection {
  try {
    const db = openFile(file, options);
    return new SqliteConnection(db, options.busyMs ?? BUSY_MS, file === MEMORY ? undefined : placeOf(file));
  } catch (error) {
    throw sqliteRefusal(error, file);
  }
}

/** Throws once the path leads to another file, or to none: somebody has deleted or replaced it under the open connection. */
function placeOf(file: string): () => void {
  const opened = statSync(file).ino;
  return () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino !== opened) throw fileMoved();
  };
}

/** A connection with what ADR 5 promises of a power loss. */
export function openFile(file: string, { durability }: StoreOptions): Database.Database {
  const db = new Database(file, { timeout: 0 });
  db.pragma('journal_mode = wal');
  db.pragma(`synchronous = ${durability === 'batched' ? 'normal' : 'full'}`);
  db.pragma('foreign_keys = on');
  // What is let go of is overwritten, not only unlinked.
  db.pragma('secure_delete = on');
  return db;
}

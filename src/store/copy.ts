import { chmodSync, closeSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Pages per step: about 8 MB, after which other work gets a turn. */
const PAGES = 2000;

/**
 * Copies a live SQLite database into one self-contained file at `to`, which must not exist.
 * The copy shows one moment, however long it takes and whoever writes meanwhile; `to` appears only when it is complete.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  closeSync(openSync(partial, 'wx', 0o600));
  try {
    await copyPages(from, partial);
    alone(partial);
    chmodSync(partial, 0o600);
    renameSync(partial, to);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${end}`, { force: true });
  }
}

async function copyPages(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    // A snapshot that stays open: without it the copy starts anew whenever another process writes.
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(to, { progress: () => PAGES });
    source.exec('commit');
  } finally {
    source.close();
  }
}

/** Out of WAL mode, so that the one file holds everything and can be carried away. */
function alone(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = delete');
  db.close();
}

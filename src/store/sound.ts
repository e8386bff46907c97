import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { ChainState } from '../core/model/audit.js';
import { StoreError } from './error.js';
import { inspect } from './inspect.js';
import type { Schema } from './schema.js';
import { SqliteConnection } from './sqlite-connection.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { sqliteRefusal } from './sqlite-refusal.js';
import { verifyChain } from './verify.js';

/**
 * Makes sure that a file is a whole database of ours, without writing to it: every page, the version, the audit chain.
 * @throws StoreError with what is wrong
 */
export async function ensureSound(file: string, latest: number): Promise<void> {
  const chain = await readThrough(file, latest);
  if (chain.kind === 'whole') return;
  throw new StoreError(
    `备份的审计记录从第 ${chain.brokenAt} 条起不完整:${file};${chain.reason};请换一个备份 ` +
      `(the audit chain of the backup breaks at entry ${chain.brokenAt}; choose another)`,
  );
}

/**
 * Reads every page of a database of ours and walks its audit chain; a broken chain is an answer.
 * @throws StoreError when pages are damaged, or it is not ours, or empty
 */
export async function readThrough(file: string, latest: number): Promise<ChainState> {
  const { version } = inspect(file, latest);
  if (version === null)
    throw new StoreError(`备份是空的:${file};请换一个备份 (the backup holds nothing; choose another)`);
  return walk(file);
}

async function walk(file: string): Promise<ChainState> {
  try {
    const raw = new Database(file, { readonly: true, fileMustExist: true });
    const db = new Kysely<Schema>({ dialect: sqliteDialect(new SqliteConnection(raw, 0), null) });
    try {
      ensureWholePages(raw, file);
      return await verifyChain(db);
    } finally {
      await db.destroy();
      // Kysely closes only what it has used.
      raw.close();
    }
  } catch (error) {
    throw sqliteRefusal(error, file);
  }
}

function ensureWholePages(db: Database.Database, file: string): void {
  const answer: unknown = db.pragma('integrity_check(1)', { simple: true });
  if (answer === 'ok') return;
  throw new StoreError(
    `备份文件已损坏:${file};请换一个备份 (the backup is damaged; choose another: ${String(answer)})`,
  );
}

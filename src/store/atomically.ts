import type { Db } from './schema.js';

/** Runs `work` in the transaction that `db` already is, or in one of its own. */
export function atomically<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

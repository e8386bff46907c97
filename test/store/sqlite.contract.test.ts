import Database from 'better-sqlite3';
import { storeContract } from '../contract/store.js';
import { openStore } from '../../src/store/open.js';
import { freshFile } from '../harness/database.js';

const fresh = (): Promise<string> => Promise.resolve(freshFile());

/** SQLite knows no disabled trigger: it is dropped. */
function raw(url: string, statements: readonly string[]): Promise<void> {
  const db = new Database(url);
  try {
    for (const statement of statements)
      db.exec(statement.replace(/^alter table \S+ disable trigger/u, 'drop trigger'));
    return Promise.resolve();
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  } finally {
    db.close();
  }
}

storeContract('SQLite, durable', { fresh, raw, shared: true, open: (url) => openStore(url) });
storeContract('SQLite, batched', {
  fresh,
  raw,
  shared: false,
  open: (url) => openStore(url, { durability: 'batched', batch: 3 }),
});

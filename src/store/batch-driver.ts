import type { DatabaseConnection, Driver } from 'kysely';
import type { SqliteConnection } from './sqlite-connection.js';
import { Turns } from './turns.js';

/**
 * For a replay on a database of its own: everything runs inside one outer transaction that is committed after every `batch` writes and on
 * close; a transaction is then a savepoint in it. Nobody waits for the commit.
 */
export class BatchDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #batch: number;
  readonly #turns = new Turns();
  #writes = 0;

  constructor(connection: SqliteConnection, batch: number) {
    this.#connection = connection;
    this.#batch = batch;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    try {
      if (!this.#connection.inTransaction) await this.#connection.exec('begin immediate');
    } catch (error) {
      this.#turns.passOn();
      throw error;
    }
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#writes += this.#connection.takeWrites();
    try {
      if (this.#writes >= this.#batch) await this.#commit();
    } finally {
      this.#turns.passOn();
    }
  }

  beginTransaction(): Promise<void> {
    return this.#connection.exec('savepoint work');
  }

  commitTransaction(): Promise<void> {
    return this.#connection.exec('release work');
  }

  async rollbackTransaction(): Promise<void> {
    // SQLite has rolled it back by itself, as when the disk is full: what failed it must not be hidden by a second error.
    if (!this.#connection.inTransaction) return;
    await this.#connection.exec('rollback to work');
    await this.#connection.exec('release work');
  }

  async destroy(): Promise<void> {
    if (this.#connection.inTransaction) await this.#commit();
    this.#connection.close();
  }

  async #commit(): Promise<void> {
    this.#writes = 0;
    await this.#connection.exec('commit');
  }
}

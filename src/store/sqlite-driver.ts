import type { DatabaseConnection, Driver } from 'kysely';
import type { SqliteConnection } from './sqlite-connection.js';

/**
 * Drives one SQLite connection, one user at a time, in order of asking.
 * With `batch`, everything runs inside one outer transaction that is committed after every `batch` writes and on close;
 * a transaction is then a savepoint in it.
 */
export class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #batch: number | null;
  readonly #waiting: (() => void)[] = [];
  #taken = false;
  #writes = 0;

  constructor(connection: SqliteConnection, batch: number | null) {
    this.#connection = connection;
    this.#batch = batch;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
    try {
      await this.#openBatch();
    } catch (error) {
      this.#passOn();
      throw error;
    }
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#writes += this.#connection.takeWrites();
    try {
      if (this.#batch !== null && this.#writes >= this.#batch) await this.#commitBatch();
    } finally {
      this.#passOn();
    }
  }

  beginTransaction(): Promise<void> {
    // `immediate`: a transaction that reads first and writes later could otherwise fail half-way when another process wrote.
    return this.#connection.exec(this.#batch === null ? 'begin immediate' : 'savepoint work');
  }

  commitTransaction(): Promise<void> {
    return this.#connection.exec(this.#batch === null ? 'commit' : 'release work');
  }

  async rollbackTransaction(): Promise<void> {
    // SQLite has rolled it back by itself, as when the disk is full: what failed it must not be hidden by a second error.
    if (!this.#connection.inTransaction) return;
    if (this.#batch === null) return this.#connection.exec('rollback');
    await this.#connection.exec('rollback to work');
    await this.#connection.exec('release work');
  }

  async destroy(): Promise<void> {
    if (this.#connection.inTransaction) await this.#commitBatch();
    this.#connection.close();
  }

  #passOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else next();
  }

  async #openBatch(): Promise<void> {
    if (this.#batch !== null && !this.#connection.inTransaction)
      await this.#connection.exec('begin immediate');
  }

  async #commitBatch(): Promise<void> {
    this.#writes = 0;
    await this.#connection.exec('commit');
  }
}

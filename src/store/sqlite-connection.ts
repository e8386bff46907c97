import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { isBusy } from './sqlite-refusal.js';
import { storableParameters } from './text.js';

const MAX_CACHED = 300;
const BUSY_PAUSE_MS = 15;
/** Turns of the event loop in which a transaction ends, as a rule. */
const TURNS = 200;

/**
 * The one connection to an SQLite file. Statements are prepared once: preparing costs more than running them.
 * Waiting for another process's lock never blocks the event loop, so that a transaction of this process can end meanwhile.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #db: Database.Database;
  readonly #busyMs: number;
  readonly #cache = new Map<string, Database.Statement>();
  readonly #ensureInPlace: () => void;
  /** Statements run since the last `takeWrites` that may have changed something. */
  #writes = 0;

  /** `ensureInPlace` throws where the file is not the one any more that was opened: what is written to it would be lost. */
  constructor(db: Database.Database, busyMs: number, ensureInPlace: () => void = () => undefined) {
    this.#db = db;
    this.#busyMs = busyMs;
    this.#ensureInPlace = ensureInPlace;
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }

  /** Whether the statement may change something. */
  writes({ sql }: Pick<CompiledQuery, 'sql'>): boolean {
    return !this.#prepared(sql).readonly;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.#patiently(() => this.#run<R>(sql, parameters));
  }

  /** Kysely asks for it; the store reads in chunks of its own and never streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  exec(sql: string): Promise<void> {
    return this.#patiently(() => this.execNow(sql));
  }

  /** Without waiting for another process's lock: for what needs none. */
  execNow(sql: string): void {
    if (!this.#db.inTransaction) this.#ensureInPlace();
    this.#prepared(sql).run();
  }

  takeWrites(): number {
    const writes = this.#writes;
    this.#writes = 0;
    return writes;
  }

  /**
   * Moves what the write-ahead log holds into the file and cuts the log to nothing. Not while a transaction is open, and not where
   * another process reads or writes at that moment: then it is left for the next time.
   */
  async emptyLog(): Promise<void> {
    for (let turn = 0; turn < TURNS && this.#db.inTransaction; turn += 1) await nextTurn();
    if (this.#db.inTransaction) return;
    try {
      this.#db.pragma('wal_checkpoint(truncate)');
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }

  close(): void {
    this.#cache.clear();
    this.#db.close();
  }

  #run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = this.#prepared(sql);
    const values = storableParameters(parameters);
    if (!statement.readonly) {
      this.#writes += 1;
      if (!this.#db.inTransaction) this.#ensureInPlace();
    }
    if (statement.reader) return { rows: rowsOf<R>(statement.all(values)) };
    const { changes } = statement.run(values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#cache.get(sql);
    if (known !== undefined) return known;
    // Multi-row inserts have one text per number of rows: without a limit the cache would grow.
    if (this.#cache.size >= MAX_CACHED) this.#cache.clear();
    const statement = this.#db.prepare(sql);
    this.#cache.set(sql, statement);
    return statement;
  }

  async #patiently<T>(attempt: () => T): Promise<T> {
    const deadline = performance.now() + this.#busyMs;
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error) || this.#db.inTransaction || performance.now() >= deadline) throw error;
      }
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

/** What the rows look like is Kysely's promise, derived from the schema; nothing here could check it. */
function rowsOf<R>(rows: unknown[]): R[] {
  assertRows<R>(rows);
  return rows;
}

function assertRows<R>(rows: unknown[]): asserts rows is R[] {
  void rows;
}

import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { CommitGroup, type GroupLimits } from './commit-group.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { Turns } from './turns.js';

/** A group is a few milliseconds of work; a raid that fills one after the other leaves room for other programs between them. */
const LIMITS: GroupLimits = { members: 100, ms: 20 };

interface Grouping {
  readonly begin: () => Promise<void>;
  readonly lost: (error: unknown) => void;
}

/** One user's turn on the connection. */
class Turn implements DatabaseConnection {
  /** It has been passed on: the user only waits for the commit. */
  isOver = false;
  #fault: unknown = null;

  constructor(
    private readonly connection: SqliteConnection,
    private readonly grouping: Grouping,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // SQLite may have rolled everything back by itself: what followed would stand alone.
    if (this.#fault !== null) throw this.#fault;
    if (this.connection.writes(query)) await this.grouping.begin();
    const { inTransaction } = this.connection;
    try {
      return await this.connection.executeQuery<R>(query);
    } catch (error) {
      if (inTransaction && !this.connection.inTransaction) {
        this.#fault = error;
        this.grouping.lost(error);
      }
      throw error;
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

/**
 * Drives one SQLite connection, one user at a time, in order of asking. Transactions that come close together reach the disk together
 * (ADR 9): each is a savepoint in one outer transaction, which is committed when nobody waits any more or the group is full, and each is
 * told that it is written only then. A single statement that writes belongs to a group as well.
 */
export class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #limits: GroupLimits;
  readonly #turns = new Turns();
  readonly #grouping: Grouping = {
    begin: () => this.#begin(),
    lost: (error) => this.#end((group) => group.lost(error)),
  };
  #group: CommitGroup | null = null;
  #isCommitSet = false;

  constructor(connection: SqliteConnection, limits: GroupLimits = LIMITS) {
    this.#connection = connection;
    this.#limits = limits;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Turn> {
    await this.#turns.take();
    return new Turn(this.#connection, this.#grouping);
  }

  async beginTransaction(): Promise<void> {
    await this.#begin();
    await this.#connection.exec('savepoint work');
  }

  async commitTransaction(turn: Turn): Promise<void> {
    await this.#connection.exec('release work');
    this.#connection.takeWrites();
    await this.#join(turn);
  }

  async rollbackTransaction(turn: Turn): Promise<void> {
    // SQLite has rolled it back by itself, as when the disk is full, or its group could not be committed.
    if (turn.isOver || !this.#connection.inTransaction) return;
    await this.#connection.exec('rollback to work');
    await this.#connection.exec('release work');
    this.#connection.takeWrites();
  }

  async releaseConnection(turn: Turn): Promise<void> {
    if (turn.isOver) return;
    const hasWritten = this.#connection.takeWrites() > 0;
    if (this.#group !== null && hasWritten) await this.#join(turn);
    else this.#handOn();
  }

  async destroy(): Promise<void> {
    // Whoever is in the middle of a transaction ends it first: half of one must not be committed.
    await this.#turns.take();
    this.#commit();
    this.#connection.close();
    // Who comes later is told that it is closed.
    this.#turns.passOn();
  }

  async #begin(): Promise<void> {
    if (this.#group !== null) return;
    // `immediate`: a transaction that reads first and writes later could otherwise fail half-way when another process wrote.
    await this.#connection.exec('begin immediate');
    this.#group = new CommitGroup();
  }

  #join(turn: Turn): Promise<void> {
    turn.isOver = true;
    const written = this.#group?.join() ?? Promise.resolve();
    this.#handOn();
    return written;
  }

  #handOn(): void {
    if (this.#group?.isFull(this.#limits) === true) {
      this.#commit();
      // A moment for other programs and for whatever else waits in this one.
      setImmediate(() => this.#turns.passOn());
      return;
    }
    this.#turns.passOn();
    if (this.#group !== null && !this.#turns.areTaken) this.#setCommit();
  }

  /** Whoever comes in the same turn of the event loop still belongs to the group. */
  #setCommit(): void {
    if (this.#isCommitSet) return;
    this.#isCommitSet = true;
    setImmediate(() => {
      this.#isCommitSet = false;
      if (!this.#turns.areTaken) this.#commit();
    });
  }

  #commit(): void {
    if (this.#group === null) return;
    try {
      this.#connection.execNow('commit');
      this.#end((group) => group.written());
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.execNow('rollback');
      this.#end((group) => group.lost(error));
    }
  }

  #end(tell: (group: CommitGroup) => void): void {
    const group = this.#group;
    this.#group = null;
    if (group !== null) tell(group);
  }
}

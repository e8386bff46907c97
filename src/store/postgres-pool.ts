import { Socket } from 'node:net';
import type { Dialect } from 'kysely';
import { PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { Pool, types } from 'pg';
import { CleaningDriver } from './cleaning-driver.js';

export interface PoolOptions {
  readonly connections: number;
  /** A connection on which nothing comes and goes for so long is cut off, ms. A dead network does not say so itself. */
  readonly silenceMs: number;
  /** Commits need not have reached the disk. */
  readonly relaxed: boolean;
}

/** How long work waits for a free connection: in a burst the queue is long, and none of it may be lost. */
const QUEUE_MS = 30_000;

/**
 * The server's own limits, ms. A process that is cut off in the middle of a transaction holds locks until the server lets go of it:
 * that must be over before another process takes its groups over.
 */
const STATEMENT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** int8 and numeric: counts and sums. The driver hands them over as text, because they may exceed 2^53; ours do not. */
const AS_NUMBER: ReadonlySet<number> = new Set([20, 1700]);

export function postgresPool(url: string, { connections, silenceMs, relaxed }: PoolOptions): Pool {
  const made = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: QUEUE_MS,
    application_name: 'qunshao',
    keepAlive: true,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    stream: () => watched(silenceMs),
    types: { getTypeParser: (oid: number) => (AS_NUMBER.has(oid) ? Number : types.getTypeParser(oid)) },
    ...(relaxed ? { options: '-c synchronous_commit=off' } : {}),
  });
  // A connection that breaks while it rests, or between two statements of a transaction, would end the process. The pool drops it, and
  // whoever uses it learns it from the next statement.
  made.on('error', () => undefined);
  made.on('connect', (client) => client.on('error', () => undefined));
  return made;
}

function watched(silenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('the database does not answer')));
  return socket;
}

export function postgresDialect(connections: Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new CleaningDriver(new PostgresDriver({ pool: connections })),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseIntrospector, Dialect, Driver, Kysely } from 'kysely';
import type { GroupLimits } from './commit-group.js';
import { BatchDriver } from './batch-driver.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteDriver } from './sqlite-driver.js';

/** Kysely's own adapter keeps migrations out of transactions; SQLite rolls changes of the schema back as well as any other. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** `batch`: for a replay; null: durable, in groups within `limits`. */
export function sqliteDialect(
  connection: SqliteConnection,
  batch: number | null,
  limits?: GroupLimits,
): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: (): Driver =>
      batch === null ? new SqliteDriver(connection, limits) : new BatchDriver(connection, batch),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

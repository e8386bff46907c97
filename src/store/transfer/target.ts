import { type Kysely, sql } from 'kysely';
import { StoreError } from '../error.js';
import type { Db, Schema } from '../schema.js';
import { createDigesting, type TableDigest, type Values } from './digest.js';
import type { SourceTable } from './source.js';

const FETCH = 1000;
const BATCH = 500;

/** @throws StoreError when there is anything in the database but perhaps our own empty tables. */
export async function ensureEmpty(db: Kysely<Schema>, known: ReadonlySet<string>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  for (const { name } of rows) {
    if (BOOKKEEPING.has(name)) continue;
    const isOurs = known.has(name);
    if (isOurs && !(await hasRows(db, name))) continue;
    throw new StoreError(
      `目标数据库不是空的:里面有表 ${name};没有动过它,请另建一个空的数据库 (the target database is not empty)`,
    );
  }
}

/** What every new database of ours holds. */
const BOOKKEEPING = new Set(['schema_version', 'kysely_migration', 'kysely_migration_lock', 'change_log']);

async function hasRows(db: Kysely<Schema>, table: string): Promise<boolean> {
  const start = table === 'audit_tail' ? sql`where seq <> 0` : sql``;
  const { rows } = await sql`select 1 from ${sql.table(table)} ${start} limit 1`.execute(db);
  return rows.length > 0;
}

/** Puts the rows in, and the numbering on to where it was. */
export async function fill(trx: Db, table: SourceTable, rows: Iterable<Values>): Promise<void> {
  if (table.name === 'audit_tail') await sql`delete from audit_tail`.execute(trx);
  let batch: Values[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) {
      await insert(trx, table, batch);
      batch = [];
    }
  }
  await insert(trx, table, batch);
  if (table.lastNumber !== null && table.lastNumber > 0)
    await sql`select setval(pg_get_serial_sequence(${table.name}, 'id'), ${table.lastNumber}::bigint, true)`.execute(
      trx,
    );
}

async function insert(trx: Db, { name, columns }: SourceTable, rows: readonly Values[]): Promise<void> {
  if (rows.length === 0) return;
  const listed = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`));
  await sql`insert into ${sql.table(name)} (${listed}) overriding system value values ${values}`.execute(trx);
}

/** Reads the table back as it stands, a piece at a time. */
export async function digestOf(trx: Db, { name, columns }: SourceTable): Promise<TableDigest> {
  const digesting = createDigesting();
  const listed = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare moved no scroll cursor for select ${listed} from ${sql.table(name)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(FETCH)} from moved`.execute(trx);
    if (rows.length === 0) break;
    for (const row of rows) digesting.add(columns.map((column) => row[column]));
  }
  await sql`close moved`.execute(trx);
  return digesting.result();
}

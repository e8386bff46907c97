import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError } from '../error.js';
import { sqliteRefusal } from '../sqlite-refusal.js';
import { portable, type Values } from './digest.js';

export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The last number given out, where rows are numbered; also of rows that are gone. */
  readonly lastNumber: number | null;
}

/** An SQLite database as it stands at one moment. */
export interface Source {
  /** A table comes after those that it refers to. */
  readonly tables: readonly SourceTable[];
  rows(table: SourceTable): Iterable<Values>;
  close(): void;
}

/** What tells of the schema and not of the groups; the other side has its own. */
const NOT_OURS = new Set(['schema_version', 'kysely_migration', 'kysely_migration_lock']);

/** @throws StoreError when the file is missing, or in use: what is written meanwhile would be left behind. */
export function openSource(file: string): Source {
  if (!existsSync(file))
    throw new StoreError(`没有数据库可搬:${file};请检查 --from 或 database 的路径 (no such database)`);
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { timeout: 0 });
    // Leaving WAL mode needs the file alone.
    db.pragma('journal_mode = delete');
    db.exec('begin exclusive');
    return sourceOf(db);
  } catch (error) {
    db?.close();
    throw sqliteRefusal(error, file);
  }
}

function sourceOf(db: Database.Database): Source {
  return {
    tables: inOrder(db, tablesOf(db)),
    *rows({ name, columns }) {
      const listed = columns.map(quoted).join(', ');
      const all = db.prepare<[], unknown[]>(`select ${listed} from ${quoted(name)}`).raw();
      for (const row of all.iterate()) yield portable(row);
    },
    close: () => db.close(),
  };
}

function tablesOf(db: Database.Database): readonly SourceTable[] {
  const names = db
    .prepare<[], string>(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all();
  const last = db.prepare<[string], number>('select seq from sqlite_sequence where name = ?').pluck();
  return names
    .filter((name) => !NOT_OURS.has(name))
    .map((name) => ({
      name,
      columns: db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(name),
      lastNumber: last.get(name) ?? null,
    }));
}

function inOrder(db: Database.Database, tables: readonly SourceTable[]): readonly SourceTable[] {
  const refers = db.prepare<[string], string>('select "table" from pragma_foreign_key_list(?)').pluck();
  const ordered: SourceTable[] = [];
  const visit = (table: SourceTable): void => {
    if (ordered.includes(table)) return;
    for (const name of refers.all(table.name)) {
      const other = tables.find((one) => one.name === name);
      if (other !== undefined && other !== table) visit(other);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

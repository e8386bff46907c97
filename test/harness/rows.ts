import Database from 'better-sqlite3';
import { Client } from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, past the store: what a thief of the database would read. */
export async function tablesOf(url: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  return url.startsWith('postgres') ? postgresTables(url) : sqliteTables(url);
}

function sqliteTables(file: string): ReadonlyMap<string, readonly Row[]> {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
      .all();
    return new Map(names.map(({ name }) => [name, db.prepare<[], Row>(`select * from "${name}"`).all()]));
  } finally {
    db.close();
  }
}

async function postgresTables(url: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    const tables = new Map<string, readonly Row[]>();
    for (const { name } of rows) tables.set(name, (await client.query<Row>(`select * from "${name}"`)).rows);
    return tables;
  } finally {
    await client.end();
  }
}

import Database from 'better-sqlite3';
import { Client } from 'pg';
import { isPostgres } from '../../src/store/open.js';

export type SqlRow = Readonly<Record<string, string | number | null>>;
export type Query = (sql: string) => Promise<readonly SqlRow[]>;

/** Reads a database past the store. */
export async function reading<T>(url: string, look: (query: Query) => Promise<T>): Promise<T> {
  if (!isPostgres(url)) {
    const db = new Database(url, { readonly: true });
    try {
      return await look((sql) => Promise.resolve(db.prepare<[], SqlRow>(sql).all()));
    } finally {
      db.close();
    }
  }
  const client = new Client(url);
  await client.connect();
  try {
    return await look(async (sql) => (await client.query<SqlRow>(sql)).rows);
  } finally {
    await client.end();
  }
}

import { Client } from 'pg';
import { storeContract } from '../contract/store.js';
import { openStore } from '../../src/store/open.js';
import { freshPostgres } from '../harness/database.js';

async function raw(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

storeContract('PostgreSQL', { fresh: freshPostgres, raw, shared: true, open: (url) => openStore(url) });

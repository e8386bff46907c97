import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';

/** The URL of a new, empty PostgreSQL database in this run's cluster, which is thrown away after the run. */
export async function freshPostgres(): Promise<string> {
  const response = await fetch(inject('postgresBroker'));
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(answer);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return answer.replace(/\/postgres$/u, `/${name}`);
}

/** The path of a database file that does not exist yet, in a new folder that is removed after the run. */
export function freshFile(): string {
  return join(mkdtempSync(join(inject('scratch'), 'db-')), 'data', 'qunshao.db');
}

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** The URL of a new, empty database beside the one of this URL. */
export async function freshDatabase(url: string): Promise<string> {
  const name = `b_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/\/postgres$/u, `/${name}`);
}

import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/error.js';
import { openStore } from '../../src/store/open.js';
import { aCase, NOW } from '../contract/store-builders.js';
import { freshPostgres } from '../harness/database.js';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

describe('PostgreSQL', () => {
  it('is refused when newer, and left as it was', async () => {
    const url = await freshPostgres();
    await (await openStore(url)).close();
    await query(url, 'update schema_version set version = 99');
    const refusal: unknown = await openStore(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toContain('第 99 版');
    expect(await query(url, 'select version from schema_version')).toEqual([{ version: 99 }]);
  });

  it('is refused when it cannot be reached, without its password', async () => {
    const refusal: unknown = await openStore('postgres://bot:secret@127.0.0.1:1/qunshao').catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toContain('127.0.0.1:1/qunshao');
    expect(String(refusal)).not.toContain('secret');
  });

  it('survives the loss of its connections while it rests', async () => {
    const url = await freshPostgres();
    const store = await openStore(url);
    await query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'qunshao'`,
    );
    await expect.poll(() => store.openCase(aCase()).catch(() => null)).toMatchObject({ id: 1 });
    await store.close();
  });

  it('runs the work of a broken deadlock again', async () => {
    const url = await freshPostgres();
    const store = await openStore(url);
    const ids: number[] = [];
    for (const _ of [1, 2]) ids.push((await store.openCase(aCase({ status: 'open' })))?.id ?? 0);
    let arrived = 0;
    const meeting = new EventEmitter();
    const met = once(meeting, 'both');
    const close = (order: readonly number[]) =>
      store.transaction(async (records) => {
        for (const [step, caseId] of order.entries()) {
          const event = { caseId, at: NOW, kind: 'closed', actor: 'bot', reason: '' } as const;
          await records.moveCase(event, ['open', 'closed'], 'closed');
          if (step === 0 && (arrived += 1) === 2) meeting.emit('both');
          if (step === 0) await met;
        }
      });
    await Promise.all([close(ids), close(ids.toReversed())]);
    for (const id of ids) expect(await store.caseEvents(id)).toHaveLength(3);
    await store.close();
  });
});

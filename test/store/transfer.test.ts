import Database from 'better-sqlite3';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/error.js';
import { openStore } from '../../src/store/open.js';
import { transfer } from '../../src/store/transfer/transfer.js';
import type { Store } from '../../src/ports.js';
import { anEntry } from '../contract/store-builders.js';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { openStage } from '../fakes/stage.js';
import { freshFile, freshPostgres } from '../harness/database.js';

const AD = '特价面膜加微信';
const CONFIG = 'groups:\n  - id: g1\n    removal: auto\n';

/** A file that a replay has filled: warnings, a removal, a reversal, settings, words of the group's own, what waits for the morning. */
async function replayed(): Promise<string> {
  const file = freshFile();
  const store = await openStore(file, { durability: 'batched' });
  const stage = await openStage({ config: CONFIG, store });
  await stage.play(
    meet('03-02 09:00'),
    event('03-02 09:01', 'join', { member: { id: 'u7', name: '小王😀' } }),
    ...['u5', 'u5', 'u5', 'u6'].map((from, at) => say(`03-02 09:1${at}`, from, AD, { id: `m${at}` })),
    direct('03-02 09:20', 'u1', '/撤销 4'),
    direct('03-02 09:21', 'u1', '/设置 退群 告知'),
    direct('03-02 09:22', 'u1', '/词库 加 清仓处理'),
    say('03-02 09:30', 'u6', '刷单先垫付'),
    clock('03-10 09:00'),
    say('03-10 23:30', 'u8', AD),
  );
  await stage.app.flush();
  await store.close();
  return file;
}

async function onPostgres<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const refusal = (file: string, url: string): Promise<string> =>
  transfer(file, url).then(
    () => 'moved',
    (error: unknown) => (error instanceof StoreError ? error.message : String(error)),
  );

describe('moving from SQLite to PostgreSQL', () => {
  it('an empty database: nothing, and a whole chain', async () => {
    const file = freshFile();
    await (await openStore(file)).close();
    const moved = await transfer(file, await freshPostgres());
    expect(moved.auditEntries).toBe(0);
    expect(moved.tables.every(({ name, rows }) => rows === (name === 'audit_tail' ? 1 : 0))).toBe(true);
  });

  it('what a replay has filled is there in full, and goes on where it was', async () => {
    const file = await replayed();
    const url = await freshPostgres();
    const moved = await transfer(file, url);
    const source = await openStore(file);
    const at = Date.parse('2026-03-11T00:00:00+08:00');
    await onPostgres(url, async (store) => {
      expect(await store.runTotals(at)).toEqual(await source.runTotals(at));
      expect(await store.unsettled()).toEqual(await source.unsettled());
      expect(await store.alarms()).toEqual(await source.alarms());
      expect(await store.ownWords('g1')).toEqual(await source.ownWords('g1'));
      expect(await store.settings('g1')).toEqual(await source.settings('g1'));
      expect(await store.verifyAudit()).toEqual({ kind: 'whole', entries: moved.auditEntries });
      const stage = await openStage({ config: CONFIG, store });
      await stage.play(meet('03-11 09:00'), say('03-11 09:01', 'u6', AD), clock('03-11 09:05'));
      const cases = await store.casesBetween('g1', 0, at * 2);
      const ids = cases.map(({ id }) => id);
      expect(ids).toEqual(ids.map((_, index) => index + 1));
      expect((await store.verifyAudit()).kind).toBe('whole');
    });
    await source.close();
    expect(moved.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
  });

  it.each([
    {
      name: 'a table of another program',
      make: 'create table other (id integer)',
      why: '目标数据库不是空的:里面有表 other',
    },
    { name: 'groups of ours', make: null, why: '目标数据库不是空的:里面有表 ' },
  ])('a target that holds $name is refused and left as it is', async ({ make, why }) => {
    const file = await replayed();
    const url = await freshPostgres();
    if (make === null) await transfer(file, url);
    else await query(url, make);
    expect(await refusal(file, url)).toContain(why);
    expect(
      await query(url, `select 1 from information_schema.tables where table_name = 'cases'`),
    ).toHaveLength(make === null ? 1 : 0);
  });

  it('a file in use is refused: what is written meanwhile would be left behind', async () => {
    const file = freshFile();
    const store = await openStore(file);
    const url = await freshPostgres();
    expect(await refusal(file, url)).toContain('被另一个程序占用');
    await store.close();
    expect(await refusal(file, url)).toBe('moved');
  });

  it('a broken audit chain is not carried over', async () => {
    const file = freshFile();
    const store = await openStore(file);
    for (const _ of [1, 2]) await store.audit(anEntry());
    await store.close();
    const db = new Database(file);
    db.exec(`drop trigger audit_log_no_update; update audit_log set actor = 'x' where seq = 1`);
    db.close();
    expect(await refusal(file, await freshPostgres())).toContain('审计日志第 1 条对不上');
  });

  it.each([
    { name: 'no file', from: '/nowhere/at/all.db', to: 'postgres://h/d', why: '没有数据库可搬' },
    { name: 'a file as target', from: 'a.db', to: 'b.db', why: '--to 要写 postgres://' },
    { name: 'PostgreSQL as source', from: 'postgres://h/d', to: 'postgres://h/e', why: '只能从 SQLite' },
  ])('$name is refused', async ({ from, to, why }) => {
    expect(await refusal(from, to)).toContain(why);
  });
});

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

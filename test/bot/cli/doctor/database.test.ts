import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseRows } from '../../../../bot/cli/doctor/database.js';
import { STEPS } from '../../../../src/store/migrations/index.js';
import { openStore } from '../../../../src/store/open.js';
import { openSqlite } from '../../../../src/store/sqlite.js';
import { aCase, anEntry } from '../../../contract/store-builders.js';
import { freePort } from '../../../harness/free-port.js';
import { freshFile } from '../../../harness/database.js';
import { type RunningPostgres, startPostgres } from '../../../harness/postgres.js';

async function written(): Promise<string> {
  const file = freshFile();
  const store = await openStore(file);
  for (let n = 0; n < 30; n += 1) await store.openCase(aCase());
  await store.audit(anEntry());
  await store.audit(anEntry());
  await store.close();
  return file;
}

function changed(file: string, statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  db.close();
}

async function shown(url: string): Promise<string> {
  const { rows } = await databaseRows(url);
  return rows.map(({ state, area, text }) => `${state} ${area}:${text}`).join('\n');
}

describe('SQLite', () => {
  it('none yet: nothing is made by looking', async () => {
    const file = freshFile();
    expect(await shown(file)).toMatch(/^good 数据库:.*第一次启动时会建立$/u);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it('whole', async () => {
    const file = await written();
    expect(await shown(file)).toBe(`good 数据库:${file},能读能写\ngood 审计日志:2 条,哈希链没有断`);
    expect((await databaseRows(file)).lastEntryAt).toBe(anEntry().at);
  });

  it('where a file stands in the way of the folder', async () => {
    const file = await written();
    expect(await shown(join(file, 'q.db'))).toMatch(/^bad 数据库:数据库文件建不了/u);
  });

  it('another program’s file', async () => {
    const file = freshFile();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '这不是数据库'.repeat(100));
    expect(await shown(file)).toMatch(/^bad 数据库:这个文件不是 SQLite 数据库/u);
  });

  it('pages that are damaged', async () => {
    const file = await written();
    changed(file, 'pragma wal_checkpoint(truncate); pragma journal_mode = delete');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 20);
    writeFileSync(file, bytes);
    expect(await shown(file)).toMatch(/^bad 数据库:数据库文件已损坏/u);
  });

  it('newer than the program', async () => {
    const file = await written();
    changed(file, 'update schema_version set version = 999');
    expect(await shown(file)).toMatch(/^bad 数据库:数据库比程序新/u);
  });

  it('older: told, and not brought up to date by looking', async () => {
    const file = freshFile();
    await (await openSqlite(file, {}, STEPS.slice(0, 3))).close();
    expect(await shown(file)).toBe(`care 数据库:${file} 是第 3 版,程序是第 ${STEPS.length} 版`);
    const db = new Database(file, { readonly: true });
    expect(db.prepare('select version from schema_version').pluck().get()).toBe(3);
    db.close();
  });

  it('somebody is writing', async () => {
    const file = await written();
    const other = new Database(file);
    other.exec('begin immediate');
    expect(await shown(file)).toMatch(/^care 数据库:.*正被别的程序锁着\ngood 审计日志/u);
    other.exec('rollback');
    other.close();
  });

  it('a tampered audit log', async () => {
    const file = await written();
    changed(file, `drop trigger audit_log_no_update; update audit_log set actor = 'somebody' where seq = 1`);
    expect(await shown(file)).toMatch(/\nbad 审计日志:第 1 条对不上/u);
  });

  it.runIf(process.getuid?.() !== 0)('a file that may not be written', async () => {
    const file = await written();
    chmodSync(file, 0o400);
    expect(await shown(file)).toMatch(/^bad 数据库:数据库文件不可写/u);
  });
});

describe('PostgreSQL', () => {
  let server: RunningPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function told(statement: string, url = server.url): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('nobody there', async () => {
    const url = `postgres://u:geheim@127.0.0.1:${await freePort()}/q`;
    const text = await shown(url);
    expect(text).toMatch(/^bad 数据库:PostgreSQL 用不了/u);
    expect(text).not.toContain('geheim');
  });

  it('no such database', async () => {
    expect(await shown(server.url.replace(/postgres$/u, 'none'))).toMatch(
      /^bad 数据库:PostgreSQL 用不了.*does not exist/u,
    );
  });

  it('a user who may only read', async () => {
    await told(`create role reader login; revoke create on schema public from public`);
    expect(await shown(server.url.replace('postgres@', 'reader@'))).toMatch(/没有建表的权限/u);
    await told(`create role stuck login; alter role stuck set default_transaction_read_only = on`);
    expect(await shown(server.url.replace('postgres@', 'stuck@'))).toMatch(/PostgreSQL 只读/u);
  });

  it('empty, then in use, then newer than the program', async () => {
    expect(await shown(server.url)).toBe('good 数据库:PostgreSQL 还没有内容,第一次启动时会建立');
    const store = await openStore(server.url);
    await store.audit(anEntry());
    await store.close();
    expect(await shown(server.url)).toBe('good 数据库:PostgreSQL,能读能写\ngood 审计日志:1 条,哈希链没有断');
    await told('update schema_version set version = 999');
    expect(await shown(server.url)).toMatch(/^bad 数据库:数据库比程序新/u);
  });
});

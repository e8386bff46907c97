import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backup, restore } from '../../src/store/backup.js';
import { StoreError } from '../../src/store/error.js';
import { openStore } from '../../src/store/open.js';
import { aCase, anEntry } from '../contract/store-builders.js';
import { freshFile } from '../harness/database.js';

async function written(cases: number, file = freshFile()): Promise<string> {
  const store = await openStore(file, { durability: 'batched' });
  for (let n = 0; n < cases; n += 1) await store.openCase(aCase());
  await store.audit(anEntry());
  await store.audit(anEntry());
  await store.close();
  return file;
}

async function backedUp(cases: number): Promise<string> {
  const file = await written(cases);
  await backup(file, `${file}.copy`);
  return `${file}.copy`;
}

async function casesIn(file: string): Promise<number> {
  const store = await openStore(file);
  const { cases } = await store.runTotals(0);
  await store.close();
  return cases;
}

const edited = (file: string, statement: string): string => {
  const db = new Database(file);
  db.exec(statement);
  db.close();
  return file;
};
const cut = (file: string): string => {
  writeFileSync(file, readFileSync(file).subarray(0, 20_000));
  return file;
};

describe('backup', () => {
  it.each([0, 3])(
    'copies a database of %i cases into one file of its own, for the owner alone',
    async (cases) => {
      const copy = await backedUp(cases);
      const copies = readdirSync(dirname(copy)).filter((name) => name.includes('copy'));
      expect(copies).toEqual(['qunshao.db.copy']);
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      expect(await casesIn(copy)).toBe(cases);
    },
  );

  it('shows one moment although the bot goes on writing', async () => {
    const file = await written(2000);
    const store = await openStore(file);
    const copying = backup(file, `${file}.copy`);
    for (let n = 0; n < 20; n += 1)
      await store.transaction(async (records) => {
        await records.openCase(aCase());
        await records.audit(anEntry());
      });
    await copying;
    await store.close();
    const copy = await openStore(`${file}.copy`);
    const chain = await copy.verifyAudit();
    const { cases } = await copy.runTotals(0);
    await copy.close();
    expect(chain).toEqual({ kind: 'whole', entries: cases - 2000 + 2 });
  });

  it.each([
    { name: 'a file that exists', to: (file: string) => file, says: '已存在' },
    {
      name: 'a file that exists, of PostgreSQL',
      from: 'postgres://u:secret@h/d',
      to: (file: string) => file,
      says: 'pg_dump',
    },
    {
      name: 'a database that does not',
      from: '/nowhere/x.db',
      to: (file: string) => `${file}.2`,
      says: '没有数据库',
    },
  ])('refuses $name', async ({ from, to, says }) => {
    const file = await written(1);
    const refusal: unknown = await backup(from ?? file, to(file)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toContain(says);
    expect(String(refusal)).not.toContain('secret');
    expect(await casesIn(file)).toBe(1);
  });
});

describe('restore', () => {
  it('puts a backup where nothing is', async () => {
    const target = freshFile();
    expect(await restore(await backedUp(2), target, { force: false })).toEqual({ kind: 'done', kept: null });
    expect(await casesIn(target)).toBe(2);
  });

  it('refuses to replace a database, and with force keeps the old one', async () => {
    const [copy, target] = [await backedUp(2), await written(5)];
    expect(await restore(copy, target, { force: false })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('--force'),
    });
    expect(await casesIn(target)).toBe(5);
    const kept = `${target}.before-restore.bak`;
    expect(await restore(copy, target, { force: true })).toEqual({ kind: 'done', kept });
    expect(await casesIn(target)).toBe(2);
    expect(await casesIn(kept)).toBe(5);
  });

  it('replaces a damaged database', async () => {
    const target = await written(1);
    writeFileSync(target, 'rubbish');
    expect(await restore(await backedUp(2), target, { force: true })).toMatchObject({ kind: 'done' });
    expect(await casesIn(target)).toBe(2);
  });

  it('refuses while the bot is running on it', async () => {
    const target = await written(1);
    const running = await openStore(target);
    expect(await restore(await backedUp(2), target, { force: true })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('占用'),
    });
    await running.close();
    expect(await casesIn(target)).toBe(1);
  });

  const UNGUARDED = 'drop trigger audit_log_no_update';
  it.each([
    { name: 'is not there', make: () => Promise.resolve('/nowhere/x.bak'), says: '找不到' },
    {
      name: 'is empty',
      make: async () => edited(freshFile().replace('/data', ''), 'select 1'),
      says: '是空的',
    },
    { name: 'is cut off', make: async () => cut(await backedUp(300)), says: '损坏' },
    {
      name: 'is of a newer program',
      make: async () => edited(await backedUp(1), 'update schema_version set version = 99'),
      says: '第 99 版',
    },
    {
      name: 'was tampered with',
      make: async () =>
        edited(await backedUp(1), `${UNGUARDED}; update audit_log set actor = 'x' where seq = 2`),
      says: '第 2 条',
    },
  ])('refuses a backup that $name', async ({ make, says }) => {
    const target = freshFile();
    expect(await restore(await make(), target, { force: true })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(says),
    });
    expect(readdirSync(join(dirname(target), '..'))).toEqual([]);
  });

  it('refuses to restore the database from itself, and into PostgreSQL', async () => {
    const file = await written(1);
    expect(await restore(file, file, { force: true })).toMatchObject({ kind: 'refused' });
    const refused = await restore(file, 'postgres://u:secret@h/d', { force: true });
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining('pg_restore') });
  });
});

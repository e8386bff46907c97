import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../src/store/migrations/index.js';
import type { Step } from '../../src/store/migrations/migration.js';
import { openStore } from '../../src/store/open.js';
import { openFile, openSqlite } from '../../src/store/sqlite.js';
import { StoreError } from '../../src/store/error.js';
import { aCase, anEntry } from '../contract/store-builders.js';
import { freshFile } from '../harness/database.js';

function made(content: string | Buffer): string {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

async function written(): Promise<string> {
  const file = freshFile();
  const store = await openStore(file);
  for (let n = 0; n < 50; n += 1) await store.openCase(aCase());
  await store.audit(anEntry());
  await store.close();
  return file;
}

function edited(file: string, statement: string): string {
  const db = new Database(file);
  db.exec(statement);
  db.close();
  return file;
}

function damaged(file: string): string {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 100, 4096);
  writeFileSync(file, bytes);
  return file;
}

describe('a file that is not ours to use', () => {
  it.each([
    {
      name: 'not a database',
      make: () => made('你好,这不是数据库。'.repeat(100)),
      says: '不是 SQLite 数据库',
    },
    { name: 'a damaged database', make: async () => damaged(await written()), says: '已损坏' },
    {
      name: 'of a newer program',
      make: async () => edited(await written(), 'update schema_version set version = 99'),
      says: '第 99 版',
    },
    { name: 'of another program', make: () => edited(made(''), 'create table notes (x)'), says: '别的程序' },
  ])('is refused and left as it was: $name', async ({ make, says }) => {
    const file = await make();
    const before = readFileSync(file);
    const refusal: unknown = await openStore(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toContain(says);
    expect(String(refusal)).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is ours where a first start was killed before the first table of its own', async () => {
    const file = edited(
      made(''),
      `create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
       create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
       insert into kysely_migration_lock (id, is_locked) values ('migration_lock', 0)`,
    );
    const store = await openStore(file);
    expect(await store.groups()).toEqual([]);
    await store.close();
  });

  it('is refused while another program holds it', async () => {
    const file = await written();
    const other = new Database(file);
    other.exec('pragma locking_mode = exclusive; begin exclusive');
    await expect(openStore(file, { busyMs: 0 })).rejects.toThrow('另一个程序占用');
    other.close();
    await (await openStore(file)).close();
  });

  it('goes on when the other program lets go of it', async () => {
    const file = await written();
    const store = await openStore(file, { busyMs: 0 });
    const other = new Database(file);
    other.exec('begin immediate');
    await expect(store.openCase(aCase())).rejects.toThrow('locked');
    const waiting = await openStore(file);
    const opening = waiting.openCase(aCase());
    other.exec('commit');
    other.close();
    expect((await opening)?.id).toBe(51);
    expect((await store.openCase(aCase()))?.id).toBe(52);
    await Promise.all([store.close(), waiting.close()]);
  });

  // Root writes everywhere.
  it.skipIf(process.getuid?.() === 0).each([
    { name: 'the file', place: (file: string) => file, mode: 0o400 },
    { name: 'its folder', place: (file: string) => dirname(file), mode: 0o500 },
  ])('is refused when it cannot be written: $name', async ({ place, mode }) => {
    const file = await written();
    chmodSync(place(file), mode);
    await expect(openStore(file)).rejects.toThrow(`数据库不可写:${place(file)}`);
    chmodSync(place(file), 0o700);
    await (await openStore(file)).close();
  });

  it('is refused when its folder cannot be made', async () => {
    await expect(openStore(join(made('file'), 'below', 'x.db'))).rejects.toThrow('建不了');
  });

  it.each(['', '  ', 'mysql://u:secret@h/d'])(
    'an address that names none is refused without its password: %j',
    async (url) => {
      const refusal: unknown = await openStore(url).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(StoreError);
      expect(String(refusal)).not.toContain('secret');
    },
  );
});

describe('a file of ours', () => {
  it('is made with its folder, for the owner alone, side files too', async () => {
    const file = freshFile();
    const store = await openStore(file);
    for (const name of readdirSync(dirname(file))) {
      expect([name, statSync(join(dirname(file), name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    await store.close();
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });

  it('may be empty: it becomes a database', async () => {
    const store = await openStore(made(''));
    expect(await store.verifyAudit()).toEqual({ kind: 'whole', entries: 0 });
    await store.close();
  });

  it('can be held in memory', async () => {
    const store = await openStore(':memory:');
    expect((await store.openCase(aCase()))?.id).toBe(1);
    await store.close();
  });

  it('is written to the disk with every transaction, or after every batch and on closing', async () => {
    const file = freshFile();
    const store = await openStore(file, { durability: 'batched', batch: 4 });
    const reader = new Database(file, { readonly: true });
    const seen = (): unknown => reader.prepare('select count(*) from cases').pluck().get();
    await store.openCase(aCase());
    expect(seen()).toBe(0);
    await store.openCase(aCase());
    expect(seen()).toBe(2);
    await store.openCase(aCase());
    expect(seen()).toBe(2);
    await store.close();
    expect(seen()).toBe(3);
    reader.close();
  });

  it.each([
    { name: 'in daily work', options: {}, synchronous: 2 },
    { name: 'in a replay', options: { durability: 'batched' }, synchronous: 1 },
  ] as const)('survives a power loss as ADR 5 says: $name', ({ options, synchronous }) => {
    const file = freshFile();
    mkdirSync(dirname(file), { recursive: true });
    const db = openFile(file, options);
    const pragma = (name: string): unknown => db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual([
      'wal',
      synchronous,
      1,
    ]);
    db.close();
  });

  it('is copied beside itself before its schema changes, and untouched when the change fails', async () => {
    const file = await written();
    const good: Step = {
      name: '9998-more',
      up: async (db) => void (await sql`create table more (x integer)`.execute(db)),
    };
    const bad: Step = {
      name: '9999-bad',
      up: async (db) => {
        await sql`create table half (x integer)`.execute(db);
        await sql`create nonsense`.execute(db);
      },
    };
    await (await openSqlite(file, {}, [...STEPS, good])).close();
    await expect(openSqlite(file, {}, [...STEPS, good, bad])).rejects.toThrow('syntax error');
    const again = await openSqlite(file, {}, [...STEPS, good]);
    expect(await again.caseById(50)).not.toBeNull();
    await again.close();
    const now = STEPS.length;
    expect(readdirSync(dirname(file)).toSorted()).toEqual(
      ['qunshao.db', `qunshao.db.v${now}.bak`, `qunshao.db.v${now + 1}.bak`].toSorted(),
    );
    const tables = new Database(file)
      .prepare(`select name from sqlite_master where name in ('more', 'half')`)
      .pluck()
      .all();
    expect(tables).toEqual(['more']);
    const old = await openStore(`${file}.v${now}.bak`);
    expect(await old.verifyAudit()).toEqual({ kind: 'whole', entries: 1 });
    await old.close();
    await expect(openStore(file)).rejects.toThrow(`第 ${now + 1} 版`);
  });
});

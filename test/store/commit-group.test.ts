import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../src/store/schema.js';
import { openFile } from '../../src/store/sqlite.js';
import { SqliteConnection } from '../../src/store/sqlite-connection.js';
import { sqliteDialect } from '../../src/store/sqlite-dialect.js';
import { freshFile } from '../harness/database.js';

interface Opened {
  readonly db: Kysely<Schema>;
  readonly raw: Database.Database;
  /** What is on the disk: read by another connection, which sees nothing that is not committed. */
  readonly kept: () => readonly number[];
  /** Statements and the words of the test, in order. */
  readonly course: string[];
}

/** A file with one table of numbers that refers to itself, so that a promise can be broken as late as the commit. */
async function opened(): Promise<Opened> {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  const course: string[] = [];
  const raw = openFile(file, { durability: 'full' });
  raw.exec(
    'create table number (n integer primary key, after integer references number deferrable initially deferred)',
  );
  const connection = new SqliteConnection(raw, 0);
  const noted = new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'exec' || name === 'execNow') course.push(String(args[0]));
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
  const db = new Kysely<Schema>({ dialect: sqliteDialect(noted, null, { members: 100, ms: Infinity }) });
  const other = new Database(file, { readonly: true });
  const kept = () => other.prepare<[], number>('select n from number order by n').pluck().all();
  return { db, raw, kept, course };
}

const put = (n: number, after: number | null = null) => sql`insert into number values (${n}, ${after})`;

/** A transaction that writes one number and notes when it is told that it is written. */
async function write({ db, course }: Opened, n: number): Promise<void> {
  await db.transaction().execute((trx) => put(n).execute(trx));
  course.push(`told ${n}`);
}

const commits = ({ course }: Opened) => course.filter((line) => line === 'commit').length;
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

class Stop extends Error {}

describe('transactions that come together', () => {
  it('none: nothing is begun', async () => {
    const one = await opened();
    await one.db
      .selectFrom('job')
      .select('key')
      .execute()
      .catch(() => null);
    await one.db.destroy();
    expect(one.course).toEqual([]);
  });

  it('one alone is on the disk when it is told so', async () => {
    const one = await opened();
    await write(one, 1);
    expect(one.course).toEqual(['begin immediate', 'savepoint work', 'release work', 'commit', 'told 1']);
    expect(one.kept()).toEqual([1]);
  });

  it('twenty reach it by one commit, and none is told before it', async () => {
    const one = await opened();
    await Promise.all(upTo(20).map((n) => write(one, n)));
    expect(commits(one)).toBe(1);
    expect(one.course.slice(-21)).toEqual(['commit', ...upTo(20).map((n) => `told ${n}`)]);
    expect(one.kept()).toEqual(upTo(20));
  });

  it('as many as there may be reach it in several', async () => {
    const one = await opened();
    await Promise.all(upTo(350).map((n) => write(one, n)));
    expect(commits(one)).toBeGreaterThanOrEqual(4);
    expect(one.kept()).toEqual(upTo(350));
  });

  it('one that throws takes nothing of the others with it', async () => {
    const one = await opened();
    const failing = one.db.transaction().execute(async (trx) => {
      await put(9).execute(trx);
      throw new Stop();
    });
    const [first, failed, second] = await Promise.allSettled([write(one, 1), failing, write(one, 2)]);
    expect([first.status, failed.status, second.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(one.kept()).toEqual([1, 2]);
  });

  it('a single statement among them waits for the commit as well', async () => {
    const one = await opened();
    const first = write(one, 1);
    const single = put(2)
      .execute(one.db)
      .then(() => one.course.push('told 2'));
    await Promise.all([first, single, write(one, 3)]);
    expect(one.course.indexOf('commit')).toBeLessThan(one.course.indexOf('told 2'));
    expect([commits(one), one.kept()]).toEqual([1, [1, 2, 3]]);
  });

  it('single statements reach it together as well', async () => {
    const one = await opened();
    await Promise.all(upTo(20).map((n) => put(n).execute(one.db)));
    expect([commits(one), one.kept()]).toEqual([1, upTo(20)]);
  });

  it('who only reads begins nothing and waits for nobody', async () => {
    const one = await opened();
    await put(1).execute(one.db);
    one.course.length = 0;
    const { rows } = await sql`select n from number`.execute(one.db);
    expect([rows, one.course]).toEqual([[{ n: 1 }], []]);
  });

  it('one that is refused leaves the others', async () => {
    const one = await opened();
    const ends = await Promise.allSettled([1, 1, 2].map((n) => put(n).execute(one.db)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(one.kept()).toEqual([1, 2]);
  });

  it('who is in the middle when the database is closed ends it first, as a whole', async () => {
    const one = await opened();
    await write(one, 9);
    let goOn = (): void => undefined;
    const pause = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const whole = one.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await pause;
      await put(2).execute(trx);
    });
    const broken = one.db.transaction().execute(async (trx) => {
      await put(3).execute(trx);
      throw new Stop();
    });
    broken.catch(() => null);
    const closing = one.db.destroy();
    goOn();
    await Promise.all([whole, closing]);
    await expect(broken).rejects.toThrow(Stop);
    expect(one.kept()).toEqual([1, 2, 9]);
    await expect(write(one, 4)).rejects.toThrow('destroyed');
  });
});

describe('a group that fails', () => {
  it('at the commit: every one is told, and nothing is there', async () => {
    const one = await opened();
    const broken = one.db.transaction().execute((trx) => put(2, 77).execute(trx));
    const told = await Promise.allSettled([write(one, 1), broken, write(one, 3)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(one.kept()).toEqual([]);
    await write(one, 4);
    expect(one.kept()).toEqual([4]);
  });

  it('by a rollback of the database itself: those before it are told, those after it stand', async () => {
    const one = await opened();
    const first = write(one, 1);
    const rolledBack = one.db.transaction().execute(async (trx) => {
      await sql`insert or rollback into number values (1, null)`.execute(trx).catch(() => null);
      await put(2).execute(trx);
    });
    const told = await Promise.allSettled([first, rolledBack, write(one, 3)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(one.kept()).toEqual([3]);
  });

  it('by a full disk: what was told is there, and nothing else', async () => {
    const one = await opened();
    one.raw.pragma('max_page_count = 40');
    const told: number[] = [];
    const filler = 'x'.repeat(2000);
    one.raw.exec('create table filler (t text)');
    const writing = upTo(200).map(async (n) => {
      await one.db.transaction().execute(async (trx) => {
        await put(n).execute(trx);
        await sql`insert into filler values (${filler})`.execute(trx);
      });
      told.push(n);
    });
    const ends = await Promise.allSettled(writing);
    expect(ends.some(({ status }) => status === 'rejected')).toBe(true);
    expect(one.kept()).toEqual(told.toSorted((a, b) => a - b));
  });
});

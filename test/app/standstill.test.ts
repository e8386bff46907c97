import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { join } from 'node:path';
import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { storeOver } from '../../src/store/records.js';
import type { Schema } from '../../src/store/schema.js';
import { openFile } from '../../src/store/sqlite.js';
import { SqliteConnection } from '../../src/store/sqlite-connection.js';
import { sqliteDialect } from '../../src/store/sqlite-dialect.js';
import { storeTrouble } from '../../src/store/trouble.js';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { openStage, readable, type Stage } from '../fakes/stage.js';
import { freshFile } from '../harness/database.js';
import { mountSmallDisk, type SmallDisk } from '../harness/small-disk.js';

const AUTO = 'groups:\n  - id: g1\n    removal: auto\n';

interface Disk {
  readonly db: Database.Database;
  readonly file: string;
  readonly small: SmallDisk | null;
}

interface Fault {
  readonly name: string;
  /** Where the file is to lie; null: that cannot be had here. A folder of its own unless told. */
  readonly place?: () => SmallDisk | null;
  readonly says: string;
  readonly begin: (disk: Disk) => () => void;
}

const disks: SmallDisk[] = [];
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

const FAULTS: readonly Fault[] = [
  {
    name: 'the disk is full',
    says: '磁盘已满',
    begin: ({ db }) => {
      db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
      return () => void db.pragma('max_page_count = 1073741823');
    },
  },
  {
    name: 'a real disk of three megabytes is full',
    place: mountSmallDisk,
    says: '磁盘已满',
    begin: ({ small }) => {
      small?.fill();
      return () => small?.empty();
    },
  },
  {
    name: 'the file cannot be written any more',
    says: '不可写',
    begin: ({ db }) => {
      db.pragma('query_only = on');
      return () => void db.pragma('query_only = off');
    },
  },
  {
    name: 'another program holds the file',
    says: '另一个程序占用',
    begin: ({ file }) => {
      const other = new Database(file, { timeout: 0 });
      other.exec('begin immediate');
      return () => void other.close();
    },
  },
];

/** A stage on a real file, and the connection under it. */
async function onDisk(
  small: SmallDisk | null = null,
): Promise<{ readonly stage: Stage; readonly disk: Disk }> {
  const file = small === null ? freshFile() : join(small.folder, 'qunshao.db');
  if (small !== null) disks.push(small);
  await (await openStore(file)).close();
  const db = openFile(file, {});
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(new SqliteConnection(db, 0), null) });
  const stage = await openStage({ config: AUTO, store: storeOver(kysely, () => false) });
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u6', '特价面膜加微信'), clock('03-02 09:02'));
  return { stage, disk: { db, file, small } };
}

/** Offends until the fault shows: a full disk still has room on the pages that it has. */
async function untilItShows(stage: Stage, minute = '03-02 09:03'): Promise<number> {
  for (let second = 0; second < 59; second += 1) {
    const before = (await stage.store.casesBetween('g1', 0, Infinity)).length;
    await stage.play(say(`${minute}:${String(second).padStart(2, '0')}`, 'u6', `长期招代理 ${second}`));
    if ((await stage.store.casesBetween('g1', 0, Infinity)).length === before) return before;
  }
  throw new Error('the fault never showed');
}

const messages = (stage: Stage, message: string) => stage.log.filter((entry) => entry.message === message);

describe.each(FAULTS)('$name', ({ place, says, begin }) => {
  /** A test for which no disk can be had is left out. */
  const given = (context: TestContext): ReturnType<typeof onDisk> => {
    const small = place?.() ?? null;
    if (place !== undefined && small === null) context.skip();
    return onDisk(small);
  };

  it('the bot judges on and does nothing; operator and owner hear of it once, and what could not be recorded', async (context) => {
    const { stage, disk } = await given(context);
    const end = begin(disk);
    const cases = await untilItShows(stage);
    const lines = await stage.after(
      say('03-02 09:10', 'u5', '刷单先垫付'),
      say('03-02 09:11', 'u3', '大家好'),
      say('03-02 09:12', 'u6', '特价面膜加微信'),
      direct('03-02 09:13', 'u1', '/案件'),
      clock('03-02 09:20'),
    );
    expect(lines.filter((line) => !line.includes('记录本'))).toEqual([]);
    expect(stage.lines.map(readable).filter((line) => line.includes('我先只看着'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('→u1') && line.includes('没能处理'))).toHaveLength(1);
    const told = messages(stage, 'nothing can be recorded: the bot only looks on');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain(says);
    expect(messages(stage, 'event not handled')).toEqual([]);
    expect((await stage.store.casesBetween('g1', 0, Infinity)).length).toBe(cases);

    end();
    const after = await stage.after(
      clock('03-02 09:25'),
      say('03-02 09:30', 'u5', '刷单先垫付'),
      clock('03-02 09:31'),
    );
    expect(after.filter((line) => line.includes('有3件事没能记下'))).toHaveLength(1);
    expect(after.filter((line) => line.includes('remove'))).toHaveLength(1);
    expect(messages(stage, 'recording again')).toMatchObject([{ fields: { lost: 4 } }]);
    const entries = await stage.store.auditEntries();
    expect(entries.filter(({ kind }) => kind === 'recording-again')).toHaveLength(1);
    expect(await stage.store.verifyAudit()).toMatchObject({ kind: 'whole' });
    await stage.store.close();
  });

  it('counts and schedules wait, none is lost', async (context) => {
    const { stage, disk } = await given(context);
    await stage.play(say('03-09 08:50', 'u3', '早'));
    const end = begin(disk);
    await untilItShows(stage, '03-09 08:55');
    await stage.play(say('03-09 08:57', 'u3', '好'), clock('03-09 09:20'));
    end();
    await stage.play(clock('03-09 09:30'));
    const digests = stage.lines
      .map(readable)
      .filter((line) => line.includes('“分会群”') && line.includes('条消息'));
    expect(digests).toHaveLength(1);
    await stage.app.flush();
    const days = await stage.store.dayCounts('g1', {
      from: 0,
      to: Infinity,
      firstDay: '2026-03-02',
      endDay: '2026-03-11',
    });
    expect(days.reduce((sum, { messages: count }) => sum + count, 0)).toBe(stage.app.messages());
    await stage.store.close();
  });
});

describe('a standstill at night', () => {
  it('the owner hears of it by day', async () => {
    const { stage, disk } = await onDisk();
    disk.db.pragma('query_only = on');
    const night = await stage.after(say('03-02 23:30', 'u5', '特价面膜加微信'), clock('03-03 07:00'));
    expect(night).toEqual([]);
    const day = await stage.after(say('03-03 08:30', 'u6', '特价面膜加微信'));
    expect(day.filter((line) => line.includes('我先只看着'))).toHaveLength(1);
    disk.db.pragma('query_only = off');
    await stage.play(event('03-03 09:00', 'topic', { name: '分会群' }));
    await stage.store.close();
  });
});

describe('what is the store’s fault', () => {
  const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });
  const PG = 'postgres://bot:secret@db.example:5432/qunshao';
  it.each([
    { name: 'nothing', error: null, url: 'x.db', says: null },
    { name: 'a bug of ours', error: new TypeError('x is undefined'), url: 'x.db', says: null },
    {
      name: 'a broken constraint',
      error: new Database.SqliteError('unique', 'SQLITE_CONSTRAINT_UNIQUE'),
      url: 'x.db',
      says: null,
    },
    {
      name: 'a failing disk',
      error: new Database.SqliteError('i/o', 'SQLITE_IOERR_WRITE'),
      url: 'x.db',
      says: '读写数据库出错',
    },
    {
      name: 'a damaged file',
      error: new Database.SqliteError('malformed', 'SQLITE_CORRUPT_INDEX'),
      url: 'x.db',
      says: 'qunshao restore',
    },
    { name: 'PostgreSQL: a bug of ours', error: coded('syntax error', '42601'), url: PG, says: null },
    {
      name: 'PostgreSQL: its disk is full',
      error: coded('could not extend file', '53100'),
      url: PG,
      says: 'db.example:5432/qunshao',
    },
    {
      name: 'PostgreSQL: read-only',
      error: coded('read-only transaction', '25006'),
      url: PG,
      says: 'PostgreSQL 用不了',
    },
    {
      name: 'PostgreSQL: gone',
      error: coded('connect ECONNREFUSED', 'ECONNREFUSED'),
      url: PG,
      says: 'PostgreSQL 用不了',
    },
    {
      name: 'PostgreSQL: the line broke',
      error: new Error('Connection terminated unexpectedly'),
      url: PG,
      says: 'PostgreSQL 用不了',
    },
  ])('$name', ({ error, url, says }) => {
    const trouble = storeTrouble(error, url);
    if (says === null) expect(trouble).toBeNull();
    else expect(trouble?.says).toContain(says);
    expect(JSON.stringify(trouble)).not.toContain('secret');
  });
});

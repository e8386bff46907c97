import { execFileSync } from 'node:child_process';
import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { restore } from '../../src/store/backup.js';
import { makeBackup } from '../../src/store/scheduled-backup.js';
import { storeTrouble } from '../../src/store/trouble.js';
import { openStore } from '../../src/store/open.js';
import { storeOver } from '../../src/store/records.js';
import type { Schema } from '../../src/store/schema.js';
import { openFile } from '../../src/store/sqlite.js';
import { SqliteConnection } from '../../src/store/sqlite-connection.js';
import { sqliteDialect } from '../../src/store/sqlite-dialect.js';
import { clock, direct, meet, say } from '../builders/events.js';
import { openStage, readable, type Stage } from '../fakes/stage.js';
import { freshFile } from '../harness/database.js';

const AUTO = 'groups:\n  - id: g1\n    removal: auto\n';

interface Disk {
  readonly db: Database.Database;
  readonly file: string;
}

/** A stage on a real file of some hundred pages, all of them in the file itself, and the connection under it. */
async function onDisk(): Promise<{ readonly stage: Stage; readonly disk: Disk }> {
  const file = freshFile();
  await (await openStore(file)).close();
  const db = openFile(file, { durability: 'batched' });
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(new SqliteConnection(db, 0), null) });
  const stage = await openStage({ config: AUTO, store: storeOver(kysely, () => false) });
  await stage.play(meet('03-02 09:00'));
  for (let n = 0; n < 60; n += 1)
    await stage.play(say(`03-02 09:${String(n).padStart(2, '0')}`, `u${100 + n}`, `长期招代理 ${n}`));
  await stage.play(clock('03-02 10:30'));
  db.pragma('wal_checkpoint(truncate)');
  return { stage, disk: { db, file } };
}

/** Another program writes over pages of the file while the bot has it open; what the bot has read of it is forgotten. */
function overwrite({ db, file }: Disk, pages: readonly number[]): void {
  const size = Number(db.pragma('page_size', { simple: true }));
  const script = `const f = require('node:fs').openSync(process.argv[1], 'r+');
    for (const page of JSON.parse(process.argv[2]))
      require('node:fs').writeSync(f, Buffer.alloc(${size}, 0xa5), 0, ${size}, (page - 1) * ${size});`;
  execFileSync(process.execPath, ['-e', script, file, JSON.stringify(pages)]);
  db.pragma('shrink_memory');
}

/** The pages in which a table and its indexes are kept. */
function pagesOf(db: Database.Database, tables: readonly string[]): readonly number[] {
  const query = `select pageno from dbstat join sqlite_schema on sqlite_schema.name = dbstat.name
    where tbl_name in (${tables.map(() => '?').join()})`;
  return db
    .prepare<string[], { pageno: number }>(query)
    .all(...tables)
    .map(({ pageno }) => pageno);
}

const messages = (stage: Stage, message: string) => stage.log.filter((entry) => entry.message === message);

/** What a bot that is started on the file says; null where it goes on as if nothing were. */
async function restarted(file: string): Promise<string | null> {
  try {
    const store = await openStore(file);
    try {
      const stage = await openStage({ config: AUTO, store });
      await stage.play(clock('03-03 09:00'));
      return null;
    } finally {
      await store.close();
    }
  } catch (error) {
    return storeTrouble(error, file)?.says ?? String(error);
  }
}

it.each([
  { name: 'the cases', of: ['cases'] },
  { name: 'the strikes', of: ['strike'] },
  { name: 'the outbox', of: ['outbox'] },
  { name: 'the audit log', of: ['audit_log'] },
  { name: 'the groups', of: ['chat_group', 'cases'] },
])(
  'pages of $name are overwritten while the bot runs: it does nothing any more, says so once, and a backup brings it back',
  async ({ of }) => {
    const { stage, disk } = await onDisk();
    const folder = mkdtempSync(join(inject('scratch'), 'damage-'));
    const backup = await makeBackup(disk.file, { directory: folder, keep: 3, at: 0 });
    overwrite(disk, pagesOf(disk.db, of));
    const lines = await stage.after(
      say('03-02 11:00', 'u5', '刷单先垫付'),
      say('03-02 11:01', 'u101', '特价面膜加微信'),
      say('03-02 11:10', 'u102', '特价面膜加微信'),
      direct('03-02 11:12', 'u3', '申诉 3'),
      clock('03-02 20:00'),
    );
    expect(lines.map((line) => line.slice(0, 24))).toEqual([
      '03-02 11:00 direct →u1 |',
      '03-02 11:12 direct →u3 |',
    ]);
    expect(lines[0]).toContain('我先只看着');
    expect(lines[1]).toContain('没能处理');
    const told = messages(stage, 'nothing can be recorded: the bot only looks on');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('qunshao restore');
    expect(messages(stage, 'recording again')).toEqual([]);
    expect(stage.app.isRecording()).toBe(false);
    disk.db.close();

    const target = freshFile();
    expect(await restore(backup.file, target, { force: false })).toMatchObject({ kind: 'done' });
    const store = await openStore(target);
    const again = await openStage({ config: AUTO, store, world: stage.world });
    await again.play(say('03-03 09:00', 'u101', '特价面膜加微信'), clock('03-03 09:05'));
    expect(again.lines.map(readable).join()).toContain('第1次提醒');
    expect(await store.verifyAudit()).toMatchObject({ kind: 'whole' });
    await store.close();
  },
);

it.each([
  { name: 'the groups, which are read at the start', of: ['chat_group'], says: '数据库文件已损坏' },
  { name: 'the first page', of: 'first', says: '不是 SQLite 数据库' },
])('started on a file with damage in $name: one sentence', async ({ of, says }) => {
  const { disk } = await onDisk();
  overwrite(disk, of === 'first' ? [1] : pagesOf(disk.db, [of].flat()));
  disk.db.close();
  expect(await restarted(disk.file)).toContain(says);
});

it.each([
  { name: 'deleted', harm: (file: string) => rmSync(file) },
  {
    name: 'replaced by a copy',
    harm: (file: string) => (copyFileSync(file, `${file}.copy`), renameSync(`${file}.copy`, file)),
  },
])('the file is $name while the bot runs: what would be lost is not done, and said', async ({ harm }) => {
  const file = freshFile();
  const store = await openStore(file);
  const stage = await openStage({ config: AUTO, store });
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u6', '特价面膜加微信'), clock('03-02 09:02'));
  harm(file);
  const lines = await stage.after(
    say('03-02 09:10', 'u5', '特价面膜加微信'),
    say('03-02 09:11', 'u5', '刷单先垫付'),
    clock('03-02 20:00'),
  );
  expect(lines.filter((line) => !line.includes('我先只看着'))).toEqual([]);
  const told = messages(stage, 'nothing can be recorded: the bot only looks on');
  expect(JSON.stringify(told)).toContain('被删掉或换掉');
  expect([told.length, messages(stage, 'recording again').length]).toEqual([1, 0]);
  await store.close();
});

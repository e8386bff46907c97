import { chmodSync, existsSync, readdirSync, statSync, writeFileSync, utimesSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Backups, createBackups } from '../../bot/backups.js';
import { DEFAULT_BACKUP, type BackupSettings } from '../../src/core/policy/backup.js';
import { createCalendar } from '../../src/schedule/calendar.js';
import { createVirtualClock } from '../../src/simulate/clock.js';
import { restore } from '../../src/store/backup.js';
import { openStore } from '../../src/store/open.js';
import { aCase, anEntry } from '../contract/store-builders.js';
import { createMemoryLog } from '../fakes/log.js';
import { freshFile } from '../harness/database.js';

const at = (local: string): number => Date.parse(`2026-${local.replace(' ', 'T')}:00+08:00`);

interface Night {
  readonly database: string;
  readonly folder: string;
  readonly backups: Backups;
  readonly log: ReturnType<typeof createMemoryLog>;
  until(local: string): Promise<void>;
  names(): readonly string[];
}

async function night(over: Partial<BackupSettings> = {}, database = freshFile()): Promise<Night> {
  const store = await openStore(database);
  await store.openCase(aCase());
  await store.audit(anEntry());
  await store.close();
  const clock = createVirtualClock(at('03-02 12:00'));
  const log = createMemoryLog();
  const settings = { ...DEFAULT_BACKUP, ...over };
  const backups = createBackups({ database, settings, calendar: createCalendar(), clock, log });
  if (backups === null) throw new Error('no backups are made');
  await backups.stop();
  const folder = settings.directory ?? join(dirname(database), 'backups');
  return {
    database,
    folder,
    backups,
    log,
    async until(local) {
      clock.set(at(local));
      await backups.runDue();
    },
    names: () => (existsSync(folder) ? readdirSync(folder).toSorted() : []),
  };
}

describe('scheduled backups', () => {
  it.each([
    { name: 'switched off', database: freshFile, settings: { ...DEFAULT_BACKUP, at: null } },
    { name: 'a database in memory', database: () => ':memory:', settings: DEFAULT_BACKUP },
    { name: 'PostgreSQL', database: () => 'postgres://u:secret@h/d', settings: DEFAULT_BACKUP },
  ])('none are made: $name', ({ database, settings }) => {
    const [clock, log] = [createVirtualClock(0), createMemoryLog()];
    const options = { database: database(), settings, calendar: createCalendar(), clock, log };
    expect(createBackups(options)).toBeNull();
    expect(JSON.stringify(log.entries)).not.toContain('secret');
  });

  it('one at once where there is none, then one a night, for the owner alone', async () => {
    const one = await night();
    await one.until('03-02 12:00');
    await one.until('03-02 23:00');
    expect(one.names()).toEqual(['qunshao-20260302T040000Z.db']);
    await one.until('03-03 03:31');
    await one.until('03-03 09:00');
    await one.until('03-04 03:30');
    expect(one.names().map((name) => name.slice(8, 24))).toEqual([
      '20260302T040000Z',
      '20260302T193100Z',
      '20260303T193000Z',
    ]);
    expect(statSync(one.folder).mode & 0o777).toBe(0o700);
    for (const name of one.names()) expect(statSync(join(one.folder, name)).mode & 0o777).toBe(0o600);
  });

  it('the oldest go, and nothing that is not a backup of ours', async () => {
    const one = await night({ keep: 2 });
    mkdirSync(one.folder, { recursive: true });
    for (const name of ['notes.txt', 'qunshao-old.db', 'before-upgrade.db'])
      writeFileSync(join(one.folder, name), 'x');
    for (const day of ['03', '04', '05', '06']) await one.until(`03-${day} 04:00`);
    expect(one.names()).toEqual([
      'before-upgrade.db',
      'notes.txt',
      'qunshao-20260304T200000Z.db',
      'qunshao-20260305T200000Z.db',
      'qunshao-old.db',
    ]);
  });

  it('what a broken-off copy left behind goes; a younger one may be another process at work', async () => {
    const one = await night();
    mkdirSync(one.folder, { recursive: true });
    const [old, young] = [
      'qunshao-20260301T193000Z.db.unchecked',
      'qunshao-20260301T193001Z.db.unchecked.partial',
    ];
    for (const name of [old, young]) writeFileSync(join(one.folder, name), 'x');
    utimesSync(join(one.folder, old), 1, 1);
    await one.until('03-02 12:00');
    expect(one.names()).toEqual([young, 'qunshao-20260302T040000Z.db'].toSorted());
  });

  it('a clock that was a year ahead for a moment stops none, and costs none of the rest', async () => {
    const one = await night({ keep: 2 });
    await one.until('03-02 12:00');
    mkdirSync(one.folder, { recursive: true });
    writeFileSync(join(one.folder, 'qunshao-20270101T000000Z.db'), 'made by a wrong clock');
    utimesSync(join(one.folder, 'qunshao-20270101T000000Z.db'), 1, 1);
    await one.until('03-03 04:00');
    expect(one.names()).toEqual(['qunshao-20260302T040000Z.db', 'qunshao-20260302T200000Z.db']);
  });

  it('a database that cannot be copied costs no older backup; it is said, and tried again after an hour', async () => {
    const one = await night({ keep: 1 });
    await one.until('03-02 12:00');
    writeFileSync(one.database, 'rubbish of the disk');
    await one.until('03-03 03:30');
    await one.until('03-03 03:40');
    expect(one.names()).toEqual(['qunshao-20260302T040000Z.db']);
    const failed = one.log.entries.filter(({ message }) => message === 'backup failed');
    expect(failed).toHaveLength(1);
    expect(JSON.stringify(failed)).toContain(basename(one.database));
    await one.until('03-03 04:31');
    expect(one.log.entries.filter(({ message }) => message === 'backup failed')).toHaveLength(2);
    expect(
      await restore(join(one.folder, one.names()[0] ?? ''), one.database, { force: true }),
    ).toMatchObject({
      kind: 'done',
    });
    await one.until('03-03 06:00');
    expect(one.names()).toEqual(['qunshao-20260302T220000Z.db']);
  });

  it('a folder that cannot be made is said with what to do', async () => {
    const one = await night();
    writeFileSync(one.folder, 'a file stands where the folder should');
    await one.until('03-02 12:00');
    expect(one.log.entries.map(({ message }) => message)).toEqual(['backup failed']);
    chmodSync(one.folder, 0o600);
  });

  it('a broken audit chain is copied all the same, and said', async () => {
    const one = await night();
    const db = new Database(one.database);
    db.exec("drop trigger audit_log_no_update; update audit_log set actor = 'x' where seq = 1");
    db.close();
    await one.until('03-02 12:00');
    expect(one.names()).toHaveLength(1);
    expect(one.log.entries.map(({ message }) => message)).toEqual(['backup made', 'audit chain broken']);
  });
});

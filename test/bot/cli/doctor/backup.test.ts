import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backupRow } from '../../../../bot/cli/doctor/backup.js';
import { DAY } from '../../../../src/core/model/instant.js';

const home = mkdtempSync(join(tmpdir(), 'qunshao-doctor-'));
afterAll(() => rmSync(home, { recursive: true }));

const NOW = Date.now();
const backup = { at: 'daily 03:30', keep: 7, directory: null };

function stamp(at: number): string {
  return `qunshao-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/gu, '')}.db`;
}

it.each([
  { name: 'no database yet', made: [], isThere: false, over: {}, now: NOW, state: 'good' },
  { name: 'a database of today, no copy yet', made: [], isThere: true, over: {}, now: NOW, state: 'good' },
  { name: 'none after days', made: [], isThere: true, over: {}, now: NOW + 5 * DAY, state: 'care' },
  {
    name: 'the last one is fresh',
    made: [NOW - 9 * DAY, NOW - 0.5 * DAY],
    isThere: true,
    over: {},
    now: NOW,
    state: 'good',
  },
  { name: 'the last one is old', made: [NOW - 9 * DAY], isThere: true, over: {}, now: NOW, state: 'care' },
  { name: 'none wanted', made: [], isThere: true, over: { at: null }, now: NOW, state: 'care' },
])('$name: $state', ({ made, isThere, over, now, state }) => {
  const folder = mkdtempSync(join(home, 'one-'));
  const database = join(folder, 'q.db');
  if (isThere) writeFileSync(database, '');
  mkdirSync(join(folder, 'backups'));
  for (const at of made) writeFileSync(join(folder, 'backups', stamp(at)), '');
  expect(backupRow({ database, backup: { ...backup, ...over } }, now).state).toBe(state);
});

it('PostgreSQL has tools of its own', () => {
  expect(backupRow({ database: 'postgres://h/q', backup }, NOW).text).toContain('pg_dump');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWorkday } from '../../src/core/policy/holidays.js';
import { readHolidays } from '../../src/schedule/holidays.js';

it('a folder that is not there settles nothing', () => {
  const { holidays, warnings } = readHolidays('/no/such/folder');
  expect(holidays.size).toBe(0);
  expect(warnings).toEqual([]);
});

it('the shipped tables are sound and know the Spring Festival', () => {
  const { holidays, warnings } = readHolidays('lexicons/calendar');
  expect(warnings).toEqual([]);
  const at = (local: string): number => Date.parse(`${local}T10:00:00+08:00`);
  expect(isWorkday(at('2026-02-17'), 'Asia/Shanghai', holidays)).toBe(false);
  expect(isWorkday(at('2026-02-28'), 'Asia/Shanghai', holidays)).toBe(true);
});

it('a bad line is named with its file, and the others are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qunshao-holidays-'));
  writeFileSync(join(folder, 'holidays-2027.txt'), '2027-01-01 休 元旦\n元旦\n');
  writeFileSync(join(folder, 'notes.txt'), 'not a table');
  const { holidays, warnings } = readHolidays(folder);
  expect(holidays.size).toBe(1);
  expect(warnings).toEqual(['holidays-2027.txt 第 2 行读不懂:写成 2026-02-15..2026-02-23 休 春节']);
  rmSync(folder, { recursive: true });
});

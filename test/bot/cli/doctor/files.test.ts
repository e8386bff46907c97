import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freeSpace, permissionRow, privateFiles, spaceRow } from '../../../../bot/cli/doctor/files.js';
import { calendarRow, judgeRow, lexiconRows, pictureRow } from '../../../../bot/cli/doctor/tables.js';
import { fontFolder } from '../../../../bot/attach.js';
import { lexiconsFolder } from '../../../../bot/engine.js';

const folder = mkdtempSync(join(tmpdir(), 'qunshao-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const MB = 1024 * 1024;

describe('files', () => {
  it.each([
    { name: 'full', free: 0, state: 'bad' },
    { name: 'nearly full', free: 500 * MB, state: 'care' },
    { name: 'room', free: 5000 * MB, state: 'good' },
  ])('the disk is $name', ({ free, state }) => expect(spaceRow(free).state).toBe(state));

  it('the space is that of the disk where the folder will lie', () => {
    expect(freeSpace(join(folder, 'not', 'yet'))).toBe(freeSpace(folder));
  });

  function put(name: string, mode: number): string {
    const file = join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  }

  it('nothing to protect', () => expect(permissionRow([]).state).toBe('good'));

  it('one that others can read is named with the command that mends it', () => {
    const open = put('a.db', 0o644);
    const row = permissionRow([open, put('b.db', 0o600)]);
    expect(row).toMatchObject({ state: 'care', mend: `请运行 chmod 600 ${open}` });
    chmodSync(open, 0o600);
    expect(permissionRow([open]).state).toBe('good');
  });

  it('the database, its side files, logins and the configuration', () => {
    const [database, wal] = [put('q.db', 0o600), put('q.db-wal', 0o644)];
    const cards = join(folder, 'cards');
    mkdirSync(cards);
    writeFileSync(join(cards, 'qunshao.memory-card.json'), '');
    const found = privateFiles({ database, config: null, memoryCards: cards });
    expect(found).toEqual(expect.arrayContaining([database, wal, join(cards, 'qunshao.memory-card.json')]));
    expect(privateFiles({ database: null, config: null, memoryCards: join(folder, 'none') })).toEqual([]);
  });
});

describe('tables', () => {
  it('the shipped ones are in order', async () => {
    const shipped = lexiconsFolder();
    expect(judgeRow(shipped).state).toBe('good');
    expect(calendarRow(shipped, Date.UTC(2026, 2, 1)).state).toBe('good');
    expect((await pictureRow(fontFolder())).state).toBe('good');
    expect(lexiconRows([], 8).map(({ state }) => state)).toEqual(['good']);
  });

  it('each warning of a lexicon is a line', () => {
    expect(lexiconRows(['a.txt 第 3 行:空', 'b.txt 缺'], 8).map(({ state }) => state)).toEqual([
      'bad',
      'bad',
    ]);
  });

  it('judges: none, a broken one', () => {
    const lexicons = join(folder, 'lexicons');
    mkdirSync(join(lexicons, 'model'), { recursive: true });
    expect(judgeRow(lexicons)).toMatchObject({
      state: 'bad',
      text: expect.stringMatching(/judge\.bin 不在.*sounds\.bin 不在/u),
    });
    writeFileSync(join(lexicons, 'model', 'judge.bin'), 'no model');
    copyFileSync(join(lexiconsFolder(), 'model', 'sounds.bin'), join(lexicons, 'model', 'sounds.bin'));
    expect(judgeRow(lexicons)).toMatchObject({
      state: 'bad',
      text: expect.stringMatching(/judge\.bin 读不了$/u),
    });
  });

  it.each([
    { name: 'no year at all', years: [], at: Date.UTC(2026, 2, 1), state: 'bad' },
    { name: 'this year', years: [2026], at: Date.UTC(2026, 10, 30), state: 'good' },
    { name: 'this year, in December', years: [2026], at: Date.UTC(2026, 11, 1), state: 'care' },
    { name: 'the next too', years: [2026, 2027], at: Date.UTC(2026, 11, 1), state: 'good' },
    {
      name: 'New Year in China comes before that in Greenwich',
      years: [2026],
      at: Date.UTC(2026, 11, 31, 20),
      state: 'bad',
    },
  ])('holidays: $name', ({ years, at, state }) => {
    const lexicons = mkdtempSync(join(folder, 'calendar-'));
    mkdirSync(join(lexicons, 'calendar'));
    for (const year of years) writeFileSync(join(lexicons, 'calendar', `holidays-${year}.txt`), '');
    expect(calendarRow(lexicons, at).state).toBe(state);
  });

  it('no font', async () => {
    expect(await pictureRow(folder)).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('NotoSansSC'),
    });
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../../bot/cli/digest.js';
import { exportTable } from '../../../bot/cli/export.js';
import { replay } from '../../../bot/cli/replay.js';
import { parseConfig } from '../../../src/config/parse.js';
import { meet, say } from '../../builders/events.js';
import { folderWith, jsonl } from '../../fakes/command-line.js';
import { createMemoryLog } from '../../fakes/log.js';

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';
const SECRET = '这份文件是机密★10年，阅后速删，别外传';
const SCENE = [meet('03-02 09:00'), say('03-02 09:02', 'u5', AD), say('03-02 09:05', 'u6', SECRET)];

const { config } = parseConfig('groups:\n  - id: g1\n', 'qunshao.yaml');
let folder = '';
let db = '';

beforeAll(async () => {
  folder = folderWith({ 'events.jsonl': jsonl(...SCENE) });
  db = join(folder, 'kept.db');
  const quiet = { log: createMemoryLog(), warn: () => undefined };
  await replay({ ...quiet, config, file: join(folder, 'events.jsonl'), db, out: join(folder, 'out.jsonl') });
});

const exported = (what: string, format: string, over: { group?: string } = {}) =>
  exportTable({ what, format, out: join(folder, `${what}.${format}`), group: null, db, config, ...over });

describe('export', () => {
  it.each([
    { name: 'an unknown kind', run: () => exported('chats', 'csv'), want: /可以导出:cases、audit/u },
    { name: 'an unknown format', run: () => exported('cases', 'pdf'), want: /csv 或 xlsx/u },
    { name: 'an unknown group', run: () => exported('cases', 'csv', { group: 'g9' }), want: /没有群 g9/u },
  ])('$name is refused in one sentence', async ({ run, want }) => {
    await expect(run()).rejects.toThrow(want);
  });

  it('cases: a row each, evidence masked, readable by the owner of the file only', async () => {
    expect(await exported('cases', 'csv')).toContain('已导出 2 行');
    const file = join(folder, 'cases.csv');
    const rows: readonly (readonly string[])[] = parse(readFileSync(file), { bom: true });
    expect(rows.map((row) => row[6])).toEqual(['类别', '推销', '涉密或内部资料']);
    expect(readFileSync(file, 'utf8')).not.toContain('meimei2020');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('the audit log: every entry, in order', async () => {
    await exported('audit', 'xlsx');
    const [sheet] = await readXlsxFile(readFileSync(join(folder, 'audit.xlsx')));
    const numbers = sheet?.data.slice(1).map((row) => row[0]) ?? [];
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('a week as picture and table', async () => {
    const [png, xlsx] = [join(folder, 'week.png'), join(folder, 'week.xlsx')];
    await digest({ config, group: 'g1', week: '2026-W10', db, png, xlsx, json: false });
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
    const [sheet] = await readXlsxFile(readFileSync(xlsx));
    expect(sheet?.data).toHaveLength(3);
  });
});

describe('a secret', () => {
  it('stands in no file that the bot wrote: neither database, nor transcript, nor export', async () => {
    await exported('cases', 'csv');
    await exported('audit', 'csv');
    const kept = readdirSync(folder).filter((file) => file !== 'events.jsonl' && !file.endsWith('.png'));
    expect(kept).toEqual(expect.arrayContaining(['kept.db', 'out.jsonl', 'cases.csv', 'audit.csv']));
    for (const file of kept) {
      const bytes = readFileSync(join(folder, file));
      for (const word of ['机密', '速删', '别外传'])
        expect([file, bytes.includes(word)]).toEqual([file, false]);
    }
  });
});

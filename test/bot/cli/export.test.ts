import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimCode } from '../../../bot/cli/claim.js';
import { digest } from '../../../bot/cli/digest.js';
import { exportTable } from '../../../bot/cli/export.js';
import { replay } from '../../../bot/cli/replay.js';
import { parseConfig } from '../../../src/config/parse.js';
import { direct, meet, say } from '../../builders/events.js';
import { folderWith, jsonl } from '../../fakes/command-line.js';
import { createMemoryLog } from '../../fakes/log.js';

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';
const SECRET = '这份文件是机密★10年，阅后速删，别外传';
const SCENE = [
  meet('03-02 09:00'),
  say('03-02 09:02', 'u5', AD),
  say('03-02 09:05', 'u6', SECRET),
  direct('03-02 09:10', 'u1', '/备案 填 群主 王建国 =会长 13812345678;管理员2 周敏 +理事 010-88886666'),
];

const { config } = parseConfig('groups:\n  - id: g1\n', 'qunshao.yaml');
let folder = '';
let db = '';

beforeAll(async () => {
  folder = folderWith({ 'events.jsonl': jsonl(...SCENE) });
  db = join(folder, 'kept.db');
  const quiet = { log: createMemoryLog(), warn: () => undefined };
  await replay({ ...quiet, config, file: join(folder, 'events.jsonl'), db, out: join(folder, 'out.jsonl') });
});

const exported = (what: string, format: string, over: { group?: string; isPublic?: boolean } = {}) =>
  exportTable({
    what,
    format,
    out: join(folder, `${what}.${format}`),
    group: null,
    isPublic: false,
    db,
    config,
    ...over,
  });

describe('export', () => {
  it.each([
    {
      name: 'an unknown kind',
      run: () => exported('chats', 'csv'),
      want: /可以导出:cases、audit、register/u,
    },
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

  it('the register in the columns of the filing form, an empty post keeping its row; no text is a formula', async () => {
    await exported('register', 'csv');
    const rows: readonly (readonly string[])[] = parse(readFileSync(join(folder, 'register.csv')), {
      bom: true,
    });
    const head = '群名 序号 微信群身份 姓名 校友分会职务 联系电话 群状态 用途 批准';
    expect(rows[0]?.join(' ')).toBe(head);
    expect(rows.slice(1).map((row) => row.slice(1, 6))).toEqual([
      ['1', '群主', '王建国', "'=会长", '13812345678'],
      ['2', '管理员1', '', '', ''],
      ['3', '管理员2', '周敏', "'+理事", '010-88886666'],
    ]);
  });

  it('the public list has no phone in it', async () => {
    await exported('register', 'xlsx', { isPublic: true });
    const [sheet] = await readXlsxFile(readFileSync(join(folder, 'register.xlsx')));
    expect(sheet?.data[0]).toEqual(['群名', '序号', '微信群身份', '姓名', '校友分会职务', '群状态']);
    expect(sheet?.data.flat().filter((cell) => /\d{7}|[=+]$/u.test(String(cell)))).toEqual([]);
    await expect(exported('register', 'csv', { group: 'g9' })).rejects.toThrow(/备案里没有群 g9/u);
  });

  it('a claim code for a group of the database, and for no other', async () => {
    const text = await claimCode({ group: 'g1', db });
    expect(text).toMatch(/^[A-HJKMNP-Z2-9]{8}\n请群主在24小时内私聊机器人:\/认领 /u);
    expect(readFileSync(db).includes(text.slice(0, 8))).toBe(false);
    await expect(claimCode({ group: 'g9', db })).rejects.toThrow(/没有群 g9/u);
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

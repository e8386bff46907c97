import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rosterImport } from '../../../bot/cli/roster.js';
import { writeTable } from '../../../src/export/write.js';
import { openStore } from '../../../src/store/open.js';
import { aGroup, NOW } from '../../builders/model.js';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roster-'));
  const store = await openStore(join(folder, 'q.db'));
  await store.putGroup({ group: aGroup(), firstSeenAt: NOW, introducedAt: NOW, left: false });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEAD = ['姓名', '城市', '专业', '年级'];
const ROWS = [['李雷', '武汉', '化学', '97级']];
/** 姓名,年级 / 李雷,97 as Excel in China writes it. */
const GB = Buffer.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc4, 0xea, 0xbc, 0xb6, 0x0d, 0x0a, 0xc0, 0xee, 0xc0, 0xd7, 0x2c, 0x39, 0x37,
]);

async function run(name: string, bytes: Uint8Array | null, write: 'yes' | 'no' = 'no'): Promise<string> {
  const file = join(folder, name);
  if (bytes !== null) writeFileSync(file, bytes);
  return rosterImport({ file, group: 'g1', db: join(folder, 'q.db'), write, now: NOW });
}

async function names(): Promise<readonly string[]> {
  const store = await openStore(join(folder, 'q.db'));
  const roster = await store.roster('g1');
  await store.close();
  return roster.map(({ name, year }) => `${name} ${year}`);
}

describe('qunshao roster import', () => {
  it.each([
    ['no file', 'none.csv', null, '没有文件'],
    ['an empty file', 'empty.csv', Buffer.from(''), '没有读到人'],
    ['a head alone', 'head.csv', Buffer.from('姓名,年级\n'), '没有读到人'],
    ['what is no spreadsheet', 'broken.xlsx', Buffer.from('PK\u0003\u0004nothing'), '读不懂'],
  ])('%s is one clear line', async (_why, name, bytes, want) => {
    await expect(run(name, bytes)).rejects.toThrow(want);
  });

  it('shows first, and writes only at one’s word', async () => {
    const csv = await writeTable({ title: '名册', head: HEAD, rows: ROWS }, 'csv');
    expect(await run('a.csv', csv)).toContain('没有写入');
    expect(await names()).toEqual([]);
    expect(await run('a.csv', csv, 'yes')).toContain('已写入 1 人');
    expect(await names()).toEqual(['李雷 1997']);
    expect(await run('b.csv', Buffer.from('姓名,专业,年级\n韩梅梅,英语,05'))).toMatch(/新增1,去掉1/u);
  });

  it('reads a workbook and the encoding of Excel in China', async () => {
    const xlsx = await writeTable({ title: '名册', head: HEAD, rows: ROWS }, 'xlsx');
    await run('a.xlsx', xlsx, 'yes');
    expect(await names()).toEqual(['李雷 1997']);
    await run('gb.csv', GB, 'yes');
    expect(await names()).toEqual(['李雷 1997']);
  });

  it('refuses a group that the database does not know', async () => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, '姓名\n李雷\n');
    const unknown = { file, group: 'g9', db: join(folder, 'q.db'), write: 'no', now: NOW } as const;
    await expect(rosterImport(unknown)).rejects.toThrow('没有群 g9');
  });
});

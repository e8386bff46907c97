import Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../bot/cli/fail.js';
import { verifyAudit } from '../../../bot/cli/audit.js';
import { backupTo, restoreFrom } from '../../../bot/cli/backup.js';
import { digest } from '../../../bot/cli/digest.js';
import { replay, type ReplayTotals } from '../../../bot/cli/replay.js';
import { parseConfig } from '../../../src/config/parse.js';
import { clock, direct, meet, say } from '../../builders/events.js';
import { folderWith, jsonl } from '../../fakes/command-line.js';
import { createMemoryLog } from '../../fakes/log.js';

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';
const NOTICE =
  '【通知】请各位校友于3月10日前缴纳会费200元，转账至分会财务，逾期不再办理。校友分会 2026年3月2日';

const SCENE = jsonl(
  meet('03-02 09:00'),
  say('03-02 09:01', 'u6', '大家早'),
  say('03-02 09:02', 'u5', AD),
  say('03-02 09:10', 'u5', AD),
  say('03-02 09:20', 'u5', AD),
  direct('03-02 09:30', 'u1', '/确认 3'),
  say('03-02 10:00', 'u6', NOTICE),
  clock('03-09 12:00'),
);

interface Played {
  readonly folder: string;
  readonly out: string;
  readonly db: string;
  readonly totals: ReplayTotals;
}

async function play(
  content: string | Buffer,
  over: { db?: boolean; config?: string; out?: string } = {},
): Promise<Played> {
  const folder = folderWith({ 'events.jsonl': content });
  const [out, db] = [join(folder, over.out ?? 'out.jsonl'), join(folder, 'replay.db')];
  const { config } = parseConfig(over.config ?? 'groups:\n  - id: g1\n', 'qunshao.yaml');
  const file = join(folder, 'events.jsonl');
  const totals = await replay({
    file,
    config,
    db: over.db === false ? null : db,
    out,
    log: createMemoryLog(),
    warn: () => undefined,
  });
  return { folder, out: readFileSync(out, 'utf8'), db, totals };
}

async function failure(content: string, over: Parameters<typeof play>[1] = {}) {
  try {
    await play(content, over);
    return { code: 0, text: '' };
  } catch (error) {
    return failureOf(error);
  }
}

describe('replay on the shipped rules', () => {
  it('an empty file: nothing happens, zeros', async () => {
    const { out, totals } = await play('');
    expect(out).toBe('');
    expect(totals).toEqual({
      messages: 0,
      violations: 0,
      reviews: 0,
      warnings: 0,
      removals: 0,
      requests: 0,
      cases: 0,
      strikes: {},
      byCategory: {},
      messagesPerSecond: 0,
    });
  });

  it('the ladder of advertising, an unauthorised notice, the weekly digest', async () => {
    const { out, totals } = await play(SCENE);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(totals).toMatchObject({
      messages: 5,
      warnings: expect.any(Number) as number,
      removals: 1,
      strikes: { g1: { u5: 3 } },
    });
    expect(totals.byCategory).toMatchObject({ advertising: 3, notice: 1 });
    const warnings = lines.filter(
      (line) => line['type'] === 'say' && line['category'] === 'advertising' && Array.isArray(line['to']),
    );
    expect(warnings).toMatchObject([
      { at: '2026-03-02T09:02:00+08:00', group: 'g1', to: ['u5'], case: 1 },
      { at: '2026-03-02T09:10:00+08:00', group: 'g1', to: ['u5'], case: 2 },
    ]);
    expect(lines.filter((line) => line['type'] === 'remove')).toMatchObject([
      { to: 'u5', case: 3, category: 'advertising' },
    ]);
    expect(lines.map((line) => String(line['at']))).toEqual(
      lines.map((line) => String(line['at'])).toSorted(),
    );
    expect(lines.at(-1)?.['text']).toContain('周报 3月2日—3月8日');
    expect(out).not.toContain('meimei2020');
  });

  it('byte for byte the same: again, without --db, zipped, with CRLF, BOM and blank lines', async () => {
    const first = (await play(SCENE)).out;
    expect((await play(SCENE, { db: false })).out).toBe(first);
    expect((await play(gzipSync(SCENE))).out).toBe(first);
    expect((await play(`\ufeff${SCENE.replaceAll('\n', '\r\n\r\n')}`)).out).toBe(first);
  });

  it('strange texts are carried: no crash, nothing found that is not there', async () => {
    const texts = [
      '',
      ' ',
      '\u0000\u0007\u001b[31m',
      '\ud800',
      '\udc00\ud800',
      '\u202e\u202d',
      '好'.repeat(40_000),
      '1'.repeat(100_000),
    ];
    const rows = texts.map((text, index) => say(`03-02 09:${10 + index}`, 'u5', text));
    const { totals } = await play(jsonl(meet('03-02 09:00'), ...rows));
    // Only what fills screens is answered, once, by a kind word.
    expect(totals).toMatchObject({ messages: texts.length, violations: 0, byCategory: { flood: 1 } });
  });

  it('kinds other than text are carried', async () => {
    const kinds = ['link', 'image', 'file', 'chat-history'];
    const rows = kinds.map((kind, index) =>
      say(`03-02 09:${10 + index}`, 'u5', '', {
        kind,
        title: '照片',
        url: 'https://example.com/',
        file: 'a.jpg',
      }),
    );
    expect((await play(jsonl(meet('03-02 09:00'), ...rows))).totals).toMatchObject({ messages: 4, cases: 0 });
  });

  it('a card is read by the year of the events, not of the machine', async () => {
    const entry = {
      at: '2026-03-02T09:05:00+08:00',
      type: 'join',
      group: 'g1',
      member: { id: 'u7', name: '王芳', card: '王芳-武汉-会计2031级' },
    };
    const later = { ...entry, at: '2032-03-02T09:05:00+08:00' };
    expect((await play(jsonl(meet('03-02 09:00'), entry))).totals.cases).toBe(1);
    expect(
      (await play(jsonl({ ...meet('03-02 09:00'), at: '2032-03-02T09:00:00+08:00' }, later))).totals.cases,
    ).toBe(0);
  });
});

describe('bad input', () => {
  const [first, second] = [
    JSON.stringify(meet('03-02 09:00')),
    JSON.stringify(say('03-02 09:01', 'u5', '早')),
  ];
  it.each([
    { name: 'not JSON', content: `${first}\n{"type":`, want: /events\.jsonl 第 2 行:不是合法的 JSON/u },
    { name: 'no object', content: `${first}\n[1]\n`, want: /第 2 行:不是 JSON 对象/u },
    {
      name: 'an unknown type, after a blank line',
      content: `${first}\n\n{"type":"massage"}`,
      want: /第 3 行:type 不认识;可写:group、message/u,
    },
    {
      name: 'a field that is missing',
      content: '{"type":"message","at":"2026-03-02T09:00:00+08:00","group":"g1","from":"u1"}',
      want: /第 1 行:message 事件缺少 id/u,
    },
    {
      name: 'a field of a wrong type',
      content: '{"type":"direct","at":"2026-03-02T09:00:00+08:00","from":7,"text":""}',
      want: /第 1 行:direct 事件缺少 from/u,
    },
    {
      name: 'a time without an offset',
      content: '{"type":"clock","at":"2026-03-02T09:00:00"}',
      want: /第 1 行:at 不是带时区/u,
    },
    {
      name: 'a day that is none',
      content: '{"type":"clock","at":"2026-13-02T09:00:00Z"}',
      want: /第 1 行:at 不是带时区/u,
    },
    { name: 'time going backwards', content: `${second}\n${first}`, want: /第 2 行:事件的时间比上一行早/u },
  ])('$name: exit 2 with file and line', async ({ content, want }) => {
    const { code, text } = await failure(content);
    expect(code).toBe(2);
    expect(text).toMatch(want);
    expect(text).not.toContain('\n');
  });

  it('--out in a folder that is not there: exit 2', async () => {
    expect(await failure(SCENE, { out: 'no/such/out.jsonl' })).toMatchObject({
      code: 2,
      text: expect.stringMatching(/^--out .* 写不了\(ENOENT\)/u) as string,
    });
  });

  it('--db that exists: exit 2, the file untouched', async () => {
    const folder = folderWith({ 'events.jsonl': SCENE, 'old.db': 'mine' });
    const { config } = parseConfig('', 'qunshao.yaml');
    const options = { config, out: null, log: createMemoryLog(), warn: () => undefined };
    const run = replay({ ...options, file: join(folder, 'events.jsonl'), db: join(folder, 'old.db') });
    await expect(run).rejects.toThrow(/已经存在/u);
    expect(readFileSync(join(folder, 'old.db'), 'utf8')).toBe('mine');
  });
});

describe('the database of a replay', () => {
  it('is whole, and tells the week', async () => {
    const { db } = await play(SCENE);
    expect(await verifyAudit(db)).toMatch(/^审计日志完整:\d+ 条/u);
    const { config } = parseConfig('groups:\n  - id: g1\n', 'qunshao.yaml');
    const week = { config, group: 'g1', week: '2026-W10', db };
    const json: Record<string, unknown> = JSON.parse(
      await digest({ ...week, png: null, xlsx: null, json: true }),
    );
    const keys = [
      'group',
      'from',
      'to',
      'messages',
      'violations',
      'reviews',
      'warnings',
      'removals',
      'reversals',
      'failed',
      'byCategory',
      'byRule',
      'open',
      'previous',
    ];
    expect(Object.keys(json)).toEqual(expect.arrayContaining(keys));
    expect(json).toMatchObject({
      group: 'g1',
      messages: 5,
      removals: 1,
      from: '2026-03-01T16:00:00.000Z',
      to: '2026-03-08T16:00:00.000Z',
    });
    expect(await digest({ ...week, png: null, xlsx: null, json: false })).toContain('周报 3月2日—3月8日');
    await expect(digest({ ...week, week: '2026-W60', png: null, xlsx: null, json: true })).rejects.toThrow(
      /不是一个 ISO 周/u,
    );
    await expect(digest({ ...week, group: 'g9', png: null, xlsx: null, json: true })).rejects.toThrow(
      /没有群 g9/u,
    );
  });

  it('is backed up and restored; over another only by force', async () => {
    const { db, folder } = await play(SCENE);
    const [copy, other] = [join(folder, 'copy.db'), join(folder, 'other.db')];
    expect(await backupTo(copy, db)).toContain('已备份');
    expect(await restoreFrom(copy, other, false)).toContain('已从');
    expect(await verifyAudit(other)).toContain('完整');
    const refusal = await restoreFrom(copy, other, false).catch((error: unknown) => failureOf(error));
    expect(refusal).toMatchObject({ code: 1 });
    const before = readFileSync(other);
    await restoreFrom(copy, other, false).catch(() => null);
    expect(readFileSync(other).equals(before)).toBe(true);
    expect(await restoreFrom(copy, other, true)).toContain('已从');
  });

  it('of a newer program: exit 2 with what to do, the file untouched', async () => {
    const { db } = await play(SCENE);
    const file = new Database(db);
    file.pragma('journal_mode = delete');
    file.exec('update schema_version set version = 99');
    file.close();
    const before = readFileSync(db);
    const refusal = await verifyAudit(db).catch((error: unknown) => failureOf(error));
    expect(refusal).toMatchObject({ code: 2, text: expect.stringContaining('第 99 版') as string });
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  it.each(['', 'x'])('a file that was emptied (“%s”) does not pass for whole', async (content) => {
    const file = join(folderWith({ 'emptied.db': content }), 'emptied.db');
    const refusal = await verifyAudit(file).catch((error: unknown) => failureOf(error));
    expect(refusal).toMatchObject({ code: 2, text: expect.stringContaining('不是数据库') as string });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('a look at a database that is not there makes none', async () => {
    const folder = folderWith();
    const missing = await verifyAudit(join(folder, 'no.db')).catch((error: unknown) => failureOf(error));
    expect(missing).toMatchObject({ code: 2 });
    expect(existsSync(join(folder, 'no.db'))).toBe(false);
  });
});

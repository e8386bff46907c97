import Database from 'better-sqlite3';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backupTo } from '../../../bot/cli/backup.js';
import { clock, meet, say } from '../../builders/events.js';
import { folderWith, jsonl, qunshao, type Run } from '../../fakes/command-line.js';

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';
const SCENE = jsonl(meet('03-02 09:00'), say('03-02 09:02', 'u5', AD), clock('03-02 09:03'));

// Each row starts the program anew, on machines that are busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let folder = '';
let db = '';
let replayed: Run = { code: null, stdout: '', stderr: '' };

beforeAll(async () => {
  folder = folderWith({
    'events.jsonl': SCENE,
    'bad.jsonl': `${SCENE}{"type":"massage"}\n`,
    'broken.yaml': 'groups:\n  - id: g1\n    moed: enforce\n',
    'qunshao.yaml': 'groups:\n  - id: g1\ndatabase: data/none.db\n',
  });
  db = join(folder, 'replay.db');
  replayed = await qunshao(folder, [
    'replay',
    'events.jsonl',
    '--db',
    'replay.db',
    '--out',
    'out.jsonl',
    '--json',
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands on stderr beside warnings, when it is one line. */
function oneLine({ stderr }: Run): string {
  const lines = stderr.trimEnd().split('\n');
  const told = lines.filter((line) => !line.startsWith('提醒:'));
  return told.length === 1 ? (told[0] ?? '') : `${told.length} lines: ${stderr}`;
}

describe('exit codes of the program itself', () => {
  it.each([
    { name: 'an unknown command', args: ['scna'], want: /^没有“scna”这个命令/u },
    { name: 'a bad line', args: ['replay', 'bad.jsonl'], want: /^bad\.jsonl 第 4 行:type 不认识/u },
  ])('$name: 2, one line on stderr, nothing on stdout', async ({ args, want }) => {
    const run = await qunshao(folder, args);
    expect(oneLine(run)).toMatch(want);
    expect(run).toMatchObject({ code: 2, stdout: '' });
  });

  it('a bad line on stdin of a filter: the answers before it are out', async () => {
    const run = await qunshao(folder, ['scan'], '{"id":1,"text":""}\n{"txt":"1"}\n');
    expect(run).toMatchObject({ code: 2, stdout: expect.stringMatching(/^\{"id":1.*\}\n$/u) as string });
    expect(oneLine(run)).toMatch(/^标准输入 第 2 行:缺少字段 "text"/u);
  });
});

describe('what is asked for goes to stdout alone', () => {
  it('config schema', async () => {
    const run = await qunshao(folder, ['config', 'schema']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ type: 'object' });
  });

  it('scan: texts of every kind, in order, spans that hold', async () => {
    const texts = [
      '',
      AD,
      '好'.repeat(33_000),
      '\u0000\u001b[2J',
      '\ud800',
      '\u202e迷糊',
      'a'.repeat(100_000),
    ];
    const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\r\n\r\n');
    const run = await qunshao(folder, ['scan'], gzipSync(`\ufeff${input}`));
    expect(run.code).toBe(0);
    type Line = {
      id: number;
      verdict: string;
      findings: { evidence: { start: number; end: number; text: string }[] }[];
    };
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line): Line => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual(texts.map((_, index) => index));
    expect(lines.map((line) => line.verdict)).toEqual([
      'allow',
      'violation',
      'allow',
      'allow',
      'allow',
      'allow',
      'allow',
    ]);
    for (const { start, end, text } of lines[1]?.findings.flatMap((finding) => finding.evidence) ?? []) {
      expect(AD.slice(start, end)).toBe(text);
    }
  });

  it('replay --json: one line of numbers', () => {
    expect(replayed.code).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({
      messages: 1,
      violations: 1,
      warnings: 1,
      strikes: { g1: { u5: 1 } },
    });
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toContain('"type":"say"');
  });

  it('doctor names each thing, and a fault with how to mend it', async () => {
    const run = await qunshao(folder, ['doctor', '--config', 'broken.yaml']);
    expect(run.stdout).toMatch(/^好 +Node\.js:/mu);
    expect(run.stdout).toMatch(/^不行 配置:.*moed/mu);
    expect(run.code).toBe(1);
  });

  it('an unset environment: the database of the configuration is not made by looking', () => {
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('the database', () => {
  it('audit verify: whole 0, tampered with 1 and the entry', async () => {
    expect(await qunshao(folder, ['audit', 'verify', '--db', db])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^审计日志完整/u) as string,
    });
    const copy = join(folder, 'tampered.db');
    await backupTo(copy, db);
    const file = new Database(copy);
    const triggers = file
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
      .all();
    for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
    const columns = file
      .prepare<[], { name: string }>("select name from pragma_table_info('audit_log')")
      .all()
      .map(({ name }) => name);
    expect(columns).toContain('actor');
    const { changes } = file.prepare("update audit_log set actor = 'somebody' where seq = 2").run();
    expect(changes).toBe(1);
    file.close();
    const run = await qunshao(folder, ['audit', 'verify', '--db', copy]);
    expect(run.code).toBe(1);
    expect(oneLine(run)).toMatch(/^审计日志第 2 条对不上/u);
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { widthOf } from '../../bot/playground/face/width.js';

const MAIN = resolve('dist/bot/main.js');
const CLEAN = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:WECHATY|QUNSHAO|NO_COLOR|FORCE_COLOR)/u.test(name)),
);

interface Played {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The output with wrapped lines joined again. */
  readonly seen: string;
  readonly folder: string;
}

function newFolder(): string {
  return mkdtempSync(join(inject('scratch'), 'face-'));
}

function run(args: readonly string[], { folder = newFolder(), input = '' } = {}): Promise<Played> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: CLEAN });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
    child.on('close', (code) => done({ code, out, err, folder, seen: out.replaceAll(/\n {6,}/gu, '') }));
    child.stdin.end(input);
  });
}

function play(lines: readonly string[]): Promise<Played> {
  const folder = newFolder();
  writeFileSync(join(folder, 'scene.txt'), lines.join('\n'));
  return run(['--script', 'scene.txt'], { folder });
}

/** Each case starts programs of its own, beside those of other files. */
const PATIENT = { timeout: 60_000 };

const AD = '代购奶粉、化妆品,支持一件代发,加微信 bjdg88';

describe.concurrent('npm start -- --script', PATIENT, () => {
  it('an empty script shows nothing and ends well', async () => {
    expect(await play([])).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('shows what everybody saw, with the reasons, the same each time, and leaves nothing behind', async () => {
    const lines = [
      '# 三次推销',
      '张伟: 早上好',
      `李雷: ${AD}`,
      `李雷: ${AD}!`,
      `李雷: ${AD}!!`,
      '王建国 私聊: 确认 {编号}',
    ];
    const [first, second] = await Promise.all([play(lines), play(lines)]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.seen).toContain('09:30 群哨:大家好,我是本群的管理助手');
    expect(first.seen).toMatch(/群哨:@李雷[^\n]*第1次提醒/u);
    expect(first.seen).toMatch(/编号 1 · 推销 · 规则 prohibited · 条款 E三2\(5\)[^\n]*记过 1 次 → 提醒/u);
    expect(first.seen).toMatch(/群哨 → 王建国\(私聊\):请您定夺\(编号 3\)/u);
    expect(first.seen).toContain('将“李雷-北京-化学工程97级”移出了群聊(只有 群哨、李雷 看到)');
    for (const line of first.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(second.out).toBe(first.out);
    expect(readdirSync(first.folder)).toEqual(['scene.txt']);
  });

  it('without the right the owner removes by hand; at night the bot waits; weeks bring digests', async () => {
    const { seen, err } = await play([
      '张伟: 早上好',
      '权限 无',
      `李雷: ${AD}`,
      `李雷: ${AD}!`,
      `李雷: ${AD}!!`,
      '移出 李雷',
      '时间 23:00',
      `吴磊: ${AD}`,
      '时间 +7天',
    ]);
    expect(err).toBe('');
    expect(seen).toContain('我在这个群没有管理权限,移不了人');
    expect(seen).toContain('“王建国-北京-食品科学与工程98级”将“李雷-北京-化学工程97级”移出了群聊');
    expect(seen).toContain('还有话等到 3月3日 星期二 07:30 再说');
    expect(seen).toMatch(/── 3月3日 星期二 ──\n07:30 群哨:@吴磊/u);
    expect(seen).toMatch(/09:00 群哨 → 王建国\(私聊\):[^\n]*周报 3月2日—3月8日/u);
  });

  it('helps a newcomer with the card; shows escapes; through one person’s eyes nothing private', async () => {
    const { out, seen, code } = await play([
      '加入 小王 由 李敏',
      '改名 小王 北京化学97级王晓明',
      '改名 小王 王晓明-北京-化学97级',
      '张伟: 看\u001b[2J\u001b]0;x\u0007这里',
      '加入 小\u001b[31m红',
      '视角 韩梅',
      '王建国 私聊: 状态',
      '张伟: 在吗',
    ]);
    expect(code).toBe(0);
    expect(seen).toContain('欢迎 @小王');
    expect(seen).toContain('复制这一行就好:王晓明-北京-化学97级');
    expect(seen).toContain('名片合格了,不再提醒');
    expect(seen).toContain('看␛[2J␛]0;x␇这里');
    expect(seen).toContain('“小␛[31m红”');
    expect([...out].filter((letter) => letter !== '\n' && /\p{Cc}/u.test(letter))).toEqual([]);
    const hers = out.slice(out.indexOf('从现在起只看 韩梅'));
    expect(hers).toContain('在吗');
    expect(hers).not.toContain('私聊');
    expect(hers).not.toContain('└');
  });

  it.each([
    {
      name: 'somebody unknown',
      lines: ['# 一', '王健国: 好'],
      want: 'scene.txt:2:没有叫“王健国”的人。是不是“王建国”?',
    },
    {
      name: 'what the platform refuses',
      lines: ['张伟 公告: 好'],
      want: 'scene.txt:1:只有群主和管理员能发群公告。',
    },
  ])('exits 2 with file and line: $name', async ({ lines, want }) => {
    const { code, err } = await play(lines);
    expect({ code, err }).toEqual({ code: 2, err: `${want}\n` });
  });

  it('a missing file: exit 2', async () => {
    expect(await run(['--script', 'none.txt'])).toMatchObject({
      code: 2,
      out: '',
      err: '找不到脚本 none.txt\n',
    });
  });
});

describe.concurrent('npm start with lines piped in', PATIENT, () => {
  it('plays the opening scene, then the lines, on a new database, and keeps the one before', async () => {
    const { code, err, seen, folder } = await run([], { input: '王建国 私聊: 确认 5\n退出\n不到这里\n' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(seen.indexOf('轮到您了')).toBeGreaterThan(seen.indexOf('请先不要按它缴费'));
    expect(seen).toContain('好的,编号 5');
    expect(readdirSync(join(folder, 'data'))).toEqual(['playground.db']);
    await run([], { folder, input: '退出' });
    expect(readdirSync(join(folder, 'data'))).toEqual(['playground.db', 'playground.db.bak']);
  });
});

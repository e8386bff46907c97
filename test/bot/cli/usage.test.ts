import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../../../bot/cli/fail.js';
import { createProgram } from '../../../bot/cli/program.js';
import { isUsageFault, usageText } from '../../../bot/cli/usage.js';
import { clock, meet } from '../../builders/events.js';
import { folderWith, jsonl } from '../../fakes/command-line.js';

const SCENE = jsonl(meet('03-02 09:00'), clock('03-02 09:03'));

let folder = '';
beforeAll(() => {
  folder = folderWith({
    'events.jsonl': SCENE,
    'bad.jsonl': `${SCENE}{"type":"massage"}\n`,
    'broken.yaml': 'groups:\n  - id: g1\n    moed: enforce\n',
    'latin.yaml': Buffer.from([0x61, 0x3a, 0xff]),
    'mine.db': 'mine',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line would end with; `FILE` stands for the folder of the test. */
async function fault(args: readonly string[]): Promise<{ code: number; text: string }> {
  const there = args.map((arg) => arg.replace('FILE', folder));
  try {
    await createProgram().parseAsync(['node', 'qunshao', ...there]);
    return { code: 0, text: '' };
  } catch (error) {
    return isUsageFault(error) ? { code: 2, text: usageText(error) } : failureOf(error);
  }
}

describe('bad usage and bad input: exit 2, one line that says what to do', () => {
  it.each([
    {
      name: 'an unknown command',
      args: ['scna'],
      want: /^没有“scna”这个命令;看全部:qunshao --help \(unknown command\)$/u,
    },
    { name: 'an unknown command of a family', args: ['audit', 'vrfy'], want: /^没有“vrfy”这个命令/u },
    { name: 'an unknown option', args: ['scan', '--nope'], want: /^没有“--nope”这个选项/u },
    { name: 'a missing argument', args: ['replay'], want: /^缺少参数 事件文件/u },
    { name: 'a missing option', args: ['digest'], want: /^缺少选项 --group/u },
    {
      name: 'an option without its value',
      args: ['replay', 'x', '--db'],
      want: /^选项 --db.* 后面要写一个值/u,
    },
    { name: 'too many arguments', args: ['scan', 'a', 'b'], want: /^参数太多/u },
    {
      name: 'an unknown preset',
      args: ['scan', '--preset', 'pirate'],
      want: /^--preset pirate 不认识;可选:alumni、work、teaching、plain$/u,
    },
    {
      name: 'a file that is missing',
      args: ['replay', 'FILE/no.jsonl'],
      want: /no\.jsonl:找不到这个文件;请检查路径/u,
    },
    { name: 'a folder for a file', args: ['replay', 'FILE'], want: /这是一个目录;请给出文件/u },
    {
      name: 'a database that exists',
      args: ['replay', 'FILE/events.jsonl', '--db', 'FILE/mine.db'],
      want: /^--db .*mine\.db 已经存在/u,
    },
    { name: 'a bad line', args: ['replay', 'FILE/bad.jsonl'], want: /bad\.jsonl 第 3 行:type 不认识/u },
    {
      name: 'a broken configuration',
      args: ['replay', 'FILE/events.jsonl', '--config', 'FILE/broken.yaml'],
      want: /broken\.yaml 第 3 行 第 5 列:.*moed.*mode/u,
    },
    {
      name: 'a configuration that is missing',
      args: ['notice', '--config', 'FILE/no.yaml'],
      want: /^找不到配置文件 .*no\.yaml/u,
    },
    {
      name: 'a configuration of another encoding',
      args: ['notice', '--config', 'FILE/latin.yaml'],
      want: /不是 UTF-8 编码/u,
    },
    {
      name: 'no database to verify',
      args: ['audit', 'verify', '--db', 'FILE/no.db'],
      want: /^没有数据库 .*no\.db/u,
    },
    {
      name: 'a file that is no database',
      args: ['digest', '--group', 'g1', '--db', 'FILE/bad.jsonl'],
      want: /bad\.jsonl/u,
    },
    {
      name: 'a card template that cannot be read',
      args: ['card', '--template', '{nmae}'],
      want: /^--template \{nmae\}/u,
    },
  ])('$name', async ({ args, want }) => {
    const { code, text } = await fault(args);
    expect(text).toMatch(want);
    expect(text).not.toContain('\n');
    expect(code).toBe(2);
  });

  it('a defect of ours: exit 70, with a stack for the developers', () => {
    expect(failureOf(new TypeError('x'))).toMatchObject({
      code: 70,
      text: expect.stringContaining('TypeError: x\n    at ') as string,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/index.js';
import { openStore } from '../../src/store/open.js';
import { clock, direct, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';
import { freshFile } from '../harness/database.js';
import { tablesOf } from '../harness/rows.js';

const CONFIG = 'organisation:\n  admins: [u0]\ngroups:\n  - id: g1\n';
/** What only those who answer for the group may know. */
const PRIVATE = [
  '13900001111',
  '139****1111',
  '特价面膜',
  '骂人的原因',
  '秘密词',
  '李雷-武汉-化学97级:',
  'u0',
];

/** What a member might write behind a command's name, in the hope that it does something. */
const ARGUMENTS = [
  '',
  '1',
  '李雷',
  '李雷 30',
  'A123',
  '确认 L001',
  '@李雷\u2005 广告',
  '加 某个词',
  '加 example.com',
  '列',
  '删 某个词',
  '导入\n姓名 城市\n张三 北京',
  '核对',
  '填 群主 韩梅梅 会长 13911112222',
  '观察',
  '移出 自动',
  'owner u6',
  '案件',
  '审计',
  '官方',
  '韩梅梅',
  'g1',
  '分会群',
  '总结',
  '武汉',
] as const;

const OFFICIAL = COMMANDS.filter(({ least }) => least !== 'member');
const OPEN = COMMANDS.filter(({ least }) => least === 'member');

/** Tables in which it is written that something was asked and answered: nothing else may change. */
const OF_THE_QUESTION = new Set(['audit_log', 'audit_tail', 'outbox', 'counter', 'job', 'sqlite_sequence']);

let stage: Stage;
let file: string;
let now = 0;
const next = () => {
  now += 1;
  const [day, hour, minute] = [3 + Math.floor(now / 840), 8 + Math.floor((now % 840) / 60), now % 60];
  return `03-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

beforeAll(async () => {
  file = freshFile();
  const store = await openStore(file, { durability: 'batched', batch: 1 });
  stage = await openStage({ config: CONFIG, store });
  await stage.play(
    meet('03-02 09:00'),
    say('03-02 09:01', 'u5', '特价面膜加微信 13900001111'),
    direct('03-02 09:05', 'u2', '/警告 李雷 骂人的原因'),
    direct('03-02 09:06', 'u1', '/名册 导入\n姓名 城市 专业 年级 电话\n李雷 武汉 化学 1997 13900001111'),
    direct('03-02 09:07', 'u1', '/名册 确认'),
    direct('03-02 09:08', 'u1', '/备案 填 群主 王建国 会长 13900001111'),
    direct('03-02 09:09', 'u1', '/词库 加 秘密词'),
    clock('03-02 20:00'),
  );
});
afterAll(() => stage.store.close());

async function changeable(): Promise<string> {
  const tables = [...(await tablesOf(file))].filter(([name]) => !OF_THE_QUESTION.has(name));
  return JSON.stringify(tables);
}

/** Writes it in private and in the group, there with a mention and a quote, and answers what the bot did. */
async function attempt(actor: string, command: string, argument: string): Promise<Stage['lines']> {
  const before = stage.lines.length;
  const text = `/${command} ${argument}`.trim();
  const over = { mentions: ['u5'], quote: { from: 'u5', text: '特价面膜加微信' } };
  await stage.play(direct(next(), actor, text), say(next(), actor, text, over), clock(next()));
  return stage.lines.slice(before);
}

/** What the group hears, and what this person is told. */
function heardBy(id: string, lines: Stage['lines']): readonly string[] {
  return lines.filter(({ to, type }) => type === 'say' || to === id).map(({ text }) => text ?? '');
}

describe('a member who tries every command', () => {
  it.each(OFFICIAL.map(({ names: [name = ''] }) => name))(
    '/%s: refused, nothing changes, nothing is told',
    async (name) => {
      const before = await changeable();
      for (const argument of ARGUMENTS) {
        const lines = await attempt('u6', name, argument);
        const texts = heardBy('u6', lines);
        expect(texts).toEqual(texts.map(() => expect.stringMatching(/^这个命令只有.*能用/u) as string));
        expect(texts.length).toBeGreaterThan(0);
      }
      expect(await changeable()).toBe(before);
    },
  );

  it.each(OPEN.map(({ names: [name = ''] }) => name))(
    '/%s: whatever is answered, it is nothing of anybody else’s',
    async (name) => {
      for (const argument of ARGUMENTS) {
        const lines = await attempt('u6', name, argument);
        const heard = lines.filter(({ to, type }) => type === 'say' || to === 'u6');
        const told = heard.map(({ text }) => text ?? '').join('\n');
        expect(PRIVATE.filter((secret) => told.includes(secret) && !argument.includes(secret))).toEqual([]);
        expect(lines.filter(({ type }) => ['remove', 'recall', 'rename', 'announce'].includes(type))).toEqual(
          [],
        );
      }
      expect(stage.world.member('g1', 'u5')).not.toBeNull();
      expect(await stage.store.settings('g1')).toEqual(expect.not.objectContaining({ mode: 'observe' }));
    },
  );
});

import type { DeskGroup } from '../harness/desk.js';
import { aPicture } from '../../builders/picture.js';
import type { Given } from './given.js';

const offence = (g: DeskGroup) => g.offence();
const STRIKES = 'select count(*) from strike where group_id = $room and member_id = $ann';

/** Two members say the same; the first is quoted. */
async function sameWords(g: DeskGroup): Promise<string> {
  const first = await g.say('ann', '有想了解的私我,保证满意');
  await g.say('ben', '有想了解的私我,保证满意');
  return first;
}
async function picture(g: DeskGroup): Promise<string> {
  const base64 = Buffer.from(await aPicture(3, 200)).toString('base64');
  return g.send({ cmd: 'sendImage', from: g.id('ann'), to: g.room, name: '图.png', base64 });
}

/** Messages, accounts and what is kept of them. */
export const MESSAGE_ROWS: readonly Given[] = [
  {
    command: '撤回',
    where: 'group',
    by: 'admin',
    before: sameWords,
    line: '/撤回',
    quotes: true,
    answer: /好的,我来撤回/u,
    effect: [
      "select json_extract(action, '$.sender.id') from outbox where group_id = $room and kind = 'recall'",
      ['$ann'],
    ],
  },
  {
    command: '漏判',
    where: 'group',
    by: 'admin',
    before: sameWords,
    line: '/漏判 记过',
    quotes: true,
    answer: /安然.*编号 \d+|编号 \d+.*安然/u,
    effect: [STRIKES, [1]],
  },
  {
    command: '漏判',
    where: 'group',
    by: 'owner',
    before: picture,
    line: '/漏判',
    quotes: true,
    answer: /记下了,谢谢。要记过一次/u,
  },
  {
    command: '撤回',
    where: 'group',
    by: 'admin',
    before: (g) => g.say('ann', '这张照片发错了'),
    line: '/撤回',
    quotes: true,
    answer: /好的,我来撤回/u,
    effect: ["select kind from outbox where group_id = $room and kind = 'recall'", ['recall']],
  },
  { command: '撤回', where: 'private', by: 'owner', line: '/withdraw', answer: /请在群里引用那条消息/u },
  {
    command: '漏判',
    where: 'group',
    by: 'owner',
    before: (g) => g.say('ann', '有想了解的私我,保证满意'),
    line: '/漏判 记过',
    quotes: true,
    answer: /编号 \d+/u,
    effect: [STRIKES, [1]],
  },
  { command: '漏判', where: 'private', by: 'admin', line: '/missed', answer: /请在群里引用那条消息/u },
  {
    command: '盗号',
    where: 'group',
    by: 'admin',
    line: '/盗号 @ann',
    answer: /安然.*先停用/su,
    effect: ["select value from setting where group_id = $room and key = 'frozen'", ['$ann']],
  },
  {
    command: '盗号',
    where: 'private',
    by: 'ann',
    line: '/stolen',
    answer: /先停用/u,
    effect: [(g) => g.said.some(({ text }) => text.includes('盗') || text.includes('账号')), true],
  },
  {
    command: '我的数据',
    where: 'private',
    by: 'ann',
    before: offence,
    line: '/mydata 删除',
    answer: /已删去1件案件里的文字/u,
    effect: [
      "select count(*) from cases where group_id = $room and (member_name <> '' or findings like '%meimei%')",
      [0],
    ],
  },
  {
    command: '我的数据',
    where: 'group',
    by: 'ann',
    before: offence,
    line: '/我的数据',
    answer: /关于您我存有:1件案件/u,
  },
  { command: '事件', where: 'group', by: 'admin', line: '/事件', answer: /没有正在发生的事件/u },
  { command: '事件', where: 'private', by: 'owner', line: '/incident', answer: /没有正在发生的事件/u },
  { command: '周报', where: 'group', by: 'admin', before: offence, line: '/周报', answer: /违规1/u },
  { command: '周报', where: 'private', by: 'owner', before: offence, line: '/digest', answer: /违规1/u },
  {
    command: '导出',
    where: 'private',
    by: 'owner',
    before: offence,
    line: '/export 案件',
    answer: /案件表在上面/u,
    effect: [(g) => g.told('owner').filter(({ text }) => text.includes('[文件]')).length, 1],
  },
  { command: '导出', where: 'group', by: 'owner', line: '/导出 审计', answer: /审计日志在上面/u },
];

import type { DeskGroup } from '../harness/desk.js';
import type { Given } from './given.js';

const setting = (key: string) => `select value from setting where group_id = $room and key = '${key}'`;
const BANS = 'select member_id from ban where scope = $room';

async function authorised(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/授权 安然 活动');
  return '';
}
async function banned(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/封禁 安然');
  return '';
}
/** A case that rests on one word is reversed: an exception is offered. */
async function reversed(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/词库 加 湖景壹号 推销');
  await g.say('ann', '周末去湖景壹号看房');
  await g.direct('owner', `/撤销 ${g.lastCase()} 看错了`);
  return '';
}
const WORDS = (g: DeskGroup) =>
  g.number("select count(*) from own_word where group_id = $room and kind = 'exception'");

/** Members, offices and who may do what. */
export const PEOPLE_ROWS: readonly Given[] = [
  {
    command: '授权',
    where: 'group',
    by: 'owner',
    line: '/授权 @ann 活动 至 2026-12-31',
    answer: /已授权 安然.*活动.*2026|已授权 安然.*活动.*12月31日/u,
    effect: [(g) => String(g.sql(setting('publishers'))[0]).includes(g.id('ann')), true],
  },
  {
    command: '授权',
    where: 'private',
    by: 'owner',
    line: '/authorise 安然',
    answer: /已授权 安然.*主题不限/u,
  },
  {
    command: '取消授权',
    where: 'group',
    by: 'owner',
    before: authorised,
    line: '/取消授权 @ann',
    answer: /已收回 安然/u,
  },
  {
    command: '取消授权',
    where: 'private',
    by: 'owner',
    before: authorised,
    line: '/revoke 安然',
    answer: /已收回 安然/u,
  },
  {
    command: '封禁',
    where: 'group',
    by: 'owner',
    line: '/封禁 @ann',
    answer: /安然.*已列入本群的封禁名单/u,
    effect: [BANS, ['$ann']],
  },
  {
    command: '封禁',
    where: 'private',
    by: 'owner',
    line: '/ban 安然',
    answer: /已列入/u,
    effect: [BANS, ['$ann']],
  },
  {
    command: '解封',
    where: 'group',
    by: 'owner',
    before: banned,
    line: '/解封 @ann',
    answer: /已从封禁名单拿掉/u,
    effect: [BANS, []],
  },
  {
    command: '解封',
    where: 'private',
    by: 'owner',
    before: banned,
    line: '/unban 安然',
    answer: /已从封禁名单拿掉/u,
    effect: [BANS, []],
  },
  { command: '名片', where: 'group', by: 'admin', line: '/名片', answer: /名片都合格/u },
  {
    command: '名片',
    where: 'private',
    by: 'owner',
    before: async (g) => {
      await g.week.gateway.order({ cmd: 'setCard', room: g.room, member: g.id('carl'), card: '柴柴' });
      await g.say('ben', '改好名片了吗');
      return '';
    },
    line: '/cards 提醒',
    answer: /好的,我去提醒1位/u,
    effect: [
      (g) => g.said.some(({ text, mentions }) => text.includes('名片') && mentions.includes(g.id('carl'))),
      true,
    ],
  },
  {
    command: '名册',
    where: 'group',
    by: 'admin',
    line: '/名册 核验 @ann',
    answer: /安然.*已核实/u,
    effect: [
      'select verified_by from member_profile where group_id = $room and member_id = $ann',
      ['$admin'],
    ],
  },
  { command: '名册', where: 'private', by: 'owner', line: '/roster 类别 安然 老师', answer: /安然/u },
  {
    command: '豁免',
    where: 'group',
    by: 'owner',
    line: '/豁免 @ann 7',
    answer: /安然.*只记录、不处理,到/u,
    effect: [setting('exempt'), ['$ann']],
  },
  {
    command: '豁免',
    where: 'private',
    by: 'owner',
    line: '/exempt 安然',
    answer: /只记录、不处理/u,
    effect: [setting('exempt'), ['$ann']],
  },
  { command: '入群', where: 'group', by: 'ann', line: '/入群', answer: /申请入群请私聊我/u, aloud: true },
  {
    command: '入群',
    where: 'private',
    by: 'guest',
    line: '/join $topic 顾思-北京-会计学12级',
    answer: /收到,已经请/u,
  },
  {
    command: '好',
    where: 'group',
    by: 'owner',
    before: reversed,
    line: '/ok',
    answer: /例外/u,
    effect: [WORDS, 1],
  },
];

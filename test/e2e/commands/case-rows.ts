import type { DeskGroup } from '../harness/desk.js';
import type { Given } from './given.js';

const status = (g: DeskGroup) =>
  g.sql('select status from cases where group_id = $room order by id desc limit 1')[0];
const offence = (g: DeskGroup) => g.offence();
const question = (g: DeskGroup) => g.question();
const removals = (g: DeskGroup) => g.calls('roomDel');
/** The code that the bot gave last to this person. */
function codeFor(g: DeskGroup, person: string): string {
  return /\/确认 ([A-Z]\d{3})/u.exec(g.told(person).at(-1)?.text ?? '')?.[1] ?? '';
}
const STRIKES = 'select count(*) from strike where group_id = $room and member_id = $ann';
const REVERSED =
  'select count(*) from strike_reversal where strike_id in (select id from strike where group_id = $room)';

/** Cases, and what persons decide about them. */
export const CASE_ROWS: readonly Given[] = [
  {
    command: '记录',
    where: 'group',
    by: 'owner',
    before: offence,
    line: '/记录 @ann',
    answer: /安然.*有效1次/su,
  },
  { command: '记录', where: 'private', by: 'ann', before: offence, line: '/strikes', answer: /有效1次/u },
  {
    command: '案件',
    where: 'group',
    by: 'admin',
    before: offence,
    line: '/案件 @ann',
    answer: /安然.*的案件.*\d+\)/su,
  },
  {
    command: '案件',
    where: 'private',
    by: 'owner',
    before: question,
    line: '/case {}',
    answer: /^\d+\).*诈骗/su,
  },
  {
    command: '为什么',
    where: 'group',
    by: 'owner',
    before: offence,
    line: '/为什么 {}',
    answer: /推销.*没有命中/su,
  },
  { command: '为什么', where: 'private', by: 'ann', before: offence, line: '为什么 {}', answer: /推销/u },
  {
    command: '举报',
    where: 'group',
    by: 'ben',
    before: (g) => g.say('ann', '有没有人想一起拼单'),
    line: '/举报 一直拉人拼单',
    quotes: true,
    answer: /收到,编号 \d+。.*不会在群里提到您/u,
    effect: [
      "select complainant_id || ' ' || member_id from complaint c join cases k on k.id = c.case_id where k.group_id = $room",
      ['$ben $ann'],
    ],
  },
  {
    command: '举报',
    where: 'private',
    by: 'ben',
    line: '/report 安然 私下反复加人推保险',
    answer: /收到,编号 \d+/u,
    effect: ['select member_id from cases where group_id = $room', ['$ann']],
  },
  {
    command: '申诉',
    where: 'private',
    by: 'ann',
    before: offence,
    line: '申诉 {} 我只是问价格',
    answer: /收到您对编号 \d+ 的申诉/u,
    effect: [
      'select a.status from appeal a join cases k on k.id = a.case_id where k.group_id = $room',
      ['open'],
    ],
  },
  {
    command: '申诉',
    where: 'group',
    by: 'ann',
    before: offence,
    line: '/appeal {} 我只是问价格',
    answer: /收到您对编号 \d+ 的申诉/u,
    effect: [status, 'open'],
  },
  {
    command: '确认',
    where: 'private',
    by: 'owner',
    before: question,
    line: '／确认 {}',
    answer: /编号 \d+/u,
    effect: [removals, 1],
  },
  {
    command: '确认',
    where: 'group',
    by: 'admin',
    before: question,
    line: '/confirm {}',
    answer: /编号 \d+/u,
    effect: [removals, 1],
  },
  {
    command: '驳回',
    where: 'private',
    by: 'admin',
    before: question,
    line: '/reject {}',
    answer: /放过/u,
    effect: [status, 'rejected'],
  },
  {
    command: '驳回',
    where: 'group',
    by: 'owner',
    before: question,
    line: '/驳回 {}',
    answer: /放过/u,
    effect: [status, 'rejected'],
  },
  {
    command: '撤销',
    where: 'private',
    by: 'owner',
    before: offence,
    line: '/撤销 {} 看错了',
    answer: /已撤销/u,
    effect: [REVERSED, [1]],
  },
  {
    command: '撤销',
    where: 'group',
    by: 'admin',
    before: offence,
    line: '/overturn {}',
    answer: /已撤销/u,
    effect: [status, 'overturned'],
  },
  {
    command: '受理',
    where: 'private',
    by: 'admin',
    before: question,
    line: '/claim-case {}',
    answer: /编号 \d+ 由您处理了/u,
    effect: [
      'select actor from case_claim where case_id = (select max(id) from cases where group_id = $room)',
      ['$admin'],
    ],
  },
  { command: '受理', where: 'group', by: 'owner', before: question, line: '/受理 {}', answer: /由您处理了/u },
  {
    command: '警告',
    where: 'group',
    by: 'admin',
    line: '/警告 @ann 刷屏太多',
    answer: /编号 \d+/u,
    effect: [STRIKES, [1]],
  },
  {
    command: '警告',
    where: 'private',
    by: 'owner',
    line: '/warn 安然-北京-化学工程10级 刷屏',
    answer: /编号 \d+/u,
    effect: [
      (g) =>
        g.said.filter(({ text, mentions }) => text.includes('提醒') && mentions.includes(g.id('ann'))).length,
      1,
    ],
  },
  {
    command: '移出',
    where: 'group',
    by: 'owner',
    line: '/移出 @ann 多次推销',
    answer: /安然.*60秒内回 \/确认 [A-Z]\d{3}/su,
    effect: [removals, 0],
  },
  {
    command: '移出',
    where: 'private',
    by: 'owner',
    before: async (g) => {
      await g.direct('owner', '/remove 安然 多次推销');
      return codeFor(g, 'owner');
    },
    line: '/确认 {}',
    answer: /编号 \d+/u,
    effect: [removals, 1],
  },
];

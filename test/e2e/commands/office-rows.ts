import type { DeskGroup } from '../harness/desk.js';
import type { Given } from './given.js';

const setting = (key: string) => `select value from setting where group_id = $room and key = '${key}'`;

async function appointed(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/任命 卞宁');
  return '';
}
/** The staff answers for every group: this one is chosen. */
async function chosen(g: DeskGroup): Promise<string> {
  await g.direct('staff', '/群');
  const list = g.told('staff').at(-1)?.text ?? '';
  const number = new RegExp(`(\\d+)\\) ${g.topic}`, 'u').exec(list)?.[1] ?? '';
  await g.direct('staff', `/群 ${number}`);
  return '';
}
async function suspended(g: DeskGroup): Promise<string> {
  await chosen(g);
  await g.direct('staff', '/停权 周敏');
  return '';
}

/** A case that rests on one word is reversed: an exception is offered. */
async function reversed(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/词库 加 湖景壹号 推销');
  await g.say('ann', '周末去湖景壹号看房');
  await g.direct('owner', `/撤销 ${g.lastCase()} 看错了`);
  return '';
}
async function staffInside(g: DeskGroup): Promise<string> {
  await g.week.gateway.order({ cmd: 'join', room: g.room, member: 'staff', inviter: g.id('owner') });
  await g.say('ben', '欢迎总会的老师');
  return '';
}
async function suspendedInside(g: DeskGroup): Promise<string> {
  await staffInside(g);
  await g.say('staff', `/停权 ${g.at('admin')}`, { mentions: ['admin'] });
  return '';
}
const WORDS = (g: DeskGroup) =>
  g.number("select count(*) from own_word where group_id = $room and kind = 'exception'");

/** Offices, and what the organisation's staff may do. */
export const OFFICE_ROWS: readonly Given[] = [
  {
    command: '任命',
    where: 'group',
    by: 'owner',
    line: '/任命 @ben',
    answer: /卞宁.*现在是管理员/u,
    effect: [setting('admins'), ['$ben']],
  },
  {
    command: '任命',
    where: 'private',
    by: 'owner',
    line: '/appoint 卞宁',
    answer: /现在是管理员/u,
    effect: [(g) => g.told('ben').length, 1],
  },
  {
    command: '免去',
    where: 'group',
    by: 'owner',
    before: appointed,
    line: '/免去 @ben',
    answer: /不再是管理员/u,
    effect: [setting('admins'), ['']],
  },
  {
    command: '免去',
    where: 'private',
    by: 'owner',
    before: appointed,
    line: '/dismiss 卞宁',
    answer: /不再是管理员/u,
  },
  {
    command: '移交',
    where: 'group',
    by: 'owner',
    line: '/移交 @admin',
    answer: /已记下:群主 周敏.*群主管理权转让/u,
  },
  { command: '移交', where: 'private', by: 'owner', line: '/transfer 周敏', answer: /已记下:群主 周敏/u },
  { command: '换届', where: 'group', by: 'owner', line: '/换届 @ben @carl', answer: /已记下:群主/u },
  {
    command: '换届',
    where: 'private',
    by: 'owner',
    line: '/handover 卞宁 柴仁',
    answer: /已记下:群主 卞宁.*管理员:柴仁/u,
  },
  {
    command: '停权',
    where: 'private',
    by: 'staff',
    before: chosen,
    line: '/suspend 周敏',
    answer: /周敏.*管理命令已暂停/u,
    effect: [setting('suspended'), ['$admin']],
  },
  {
    command: '复权',
    where: 'private',
    by: 'staff',
    before: suspended,
    line: '/restore 周敏',
    answer: /已恢复/u,
    effect: [setting('suspended'), ['']],
  },
  {
    command: '群状态',
    where: 'private',
    by: 'staff',
    before: chosen,
    line: '/standing 官方',
    answer: /状态已改为“官方”/u,
    effect: ['select standing from register_form where group_id = $room', ['official']],
  },
  { command: '群状态', where: 'group', by: 'owner', line: '/群状态', answer: /北京校友分会群.*起\)/u },
  { command: '重叠', where: 'private', by: 'staff', line: '/overlap', answer: /可以考虑合并|没有发现/u },
  {
    command: '离任',
    where: 'private',
    by: 'staff',
    line: '/offboard id:$ann',
    answer: /这位在下面这些群/u,
  },
  {
    command: '停权',
    where: 'group',
    by: 'staff',
    before: staffInside,
    line: '/停权 @admin',
    answer: /周敏.*管理命令已暂停/u,
    effect: [setting('suspended'), ['$admin']],
  },
  {
    command: '复权',
    where: 'group',
    by: 'staff',
    before: suspendedInside,
    line: '/复权 @admin',
    answer: /已恢复/u,
    effect: [setting('suspended'), ['']],
  },
  {
    command: '重叠',
    where: 'group',
    by: 'staff',
    before: staffInside,
    line: '/重叠',
    answer: /可以考虑合并|没有发现/u,
  },
  {
    command: '离任',
    where: 'group',
    by: 'staff',
    before: staffInside,
    line: '/离任 id:$ann',
    answer: /这位在下面这些群/u,
  },
  { command: '退群', where: 'group', by: 'ann', line: '/退群', answer: /退出群聊/u },
  { command: '退群', where: 'private', by: 'ann', line: '/leave', answer: /退出群聊/u },
  { command: '群', where: 'private', by: 'owner', line: '/group', answer: /北京校友分会群/u },
  { command: '群', where: 'group', by: 'admin', line: '/群', answer: /北京校友分会群/u },
  {
    command: '好',
    where: 'private',
    by: 'owner',
    before: reversed,
    line: '/好',
    answer: /例外/u,
    effect: [WORDS, 1],
  },
  {
    command: '认领',
    where: 'private',
    by: 'carl',
    before: async (_, world) => (await world.group('hidden9', { owner: 'bot' })).claimCode(),
    line: '/claim {}',
    answer: /您现在是“武汉轻工大学北京校友分会群9”的群主/u,
    effect: ["select value from setting where group_id = 'hidden9@chatroom' and key = 'owner'", ['$carl']],
  },
  {
    command: '认领',
    where: 'private',
    by: 'carl',
    before: (g) => g.claimCode(),
    line: '/claim {}',
    answer: /这个群看得到群主,不用认领/u,
  },
  { command: '认领', where: 'group', by: 'carl', line: '/认领 ABCD2345', answer: /认领码不对/u },
];

import type { DeskGroup } from '../harness/desk.js';
import type { Given } from './given.js';

const setting = (key: string) => `select value from setting where group_id = $room and key = '${key}'`;

async function published(g: DeskGroup): Promise<string> {
  await g.direct('ann', '/投稿 周六上午九点在北海公园东门集合春游 来源:北京分会 有效至:2026-03-14');
  await g.direct('owner', `/认可 ${g.lastCase()}`);
  return String(g.sql('select number from notice where group_id = $room')[0]);
}
async function notice(g: DeskGroup): Promise<string> {
  await g.say(
    'ann',
    '【通知】各位校友：请于本周五前缴纳会费200元，扫码转账到财务。北京校友分会 2026年3月2日',
  );
  return String(g.lastCase());
}
async function withWord(g: DeskGroup): Promise<string> {
  await g.direct('owner', '/词库 加 湖景壹号 推销');
  return '';
}

/** What a group is told, and how it is set up. */
export const GROUP_ROWS: readonly Given[] = [
  { command: '帮助', where: 'group', by: 'ann', line: '/帮助', answer: /\/群规/u, aloud: true },
  { command: '帮助', where: 'private', by: 'owner', line: 'help 模式', answer: /\/模式/u },
  { command: '群规', where: 'group', by: 'ann', line: '／群规', answer: /群规:/u, aloud: true },
  { command: '群规', where: 'private', by: 'ann', line: 'rules', answer: /群规:/u },
  { command: '隐私', where: 'group', by: 'ann', line: '/隐私', answer: /不保存聊天/u, aloud: true },
  { command: '隐私', where: 'private', by: 'ann', line: '/privacy', answer: /不保存聊天/u },
  { command: '关于', where: 'group', by: 'ann', line: '/关于', answer: /群管理助手/u, aloud: true },
  { command: '关于', where: 'private', by: 'guest', line: '/about', answer: /群管理助手/u },
  { command: '找群', where: 'group', by: 'ann', line: '/找群 北京', answer: /北京校友分会/u, aloud: true },
  { command: '找群', where: 'private', by: 'ann', line: '/find 上海', answer: /还没有登记“上海”的群/u },
  {
    command: '核验',
    where: 'group',
    by: 'ann',
    before: published,
    line: '/核验 {}',
    answer: /T-2026-\d+/u,
    aloud: true,
  },
  {
    command: '核验',
    where: 'private',
    by: 'ann',
    before: published,
    line: '/verify {}',
    answer: /T-2026-\d+/u,
  },
  {
    command: '投稿',
    where: 'private',
    by: 'ann',
    line: '/submit 周六返校日,请到一号门集合 来源:校友会 有效至:2026-03-08',
    answer: /收到,编号 \d+。已请\d+位负责人审核/u,
    effect: ['select status from notice where group_id = $room', ['submitted']],
  },
  {
    command: '投稿',
    where: 'group',
    by: 'ann',
    line: '/投稿 周六返校日,请到一号门集合 来源:校友会 有效至:2026-03-08',
    answer: /收到,编号 \d+/u,
  },
  {
    command: '认可',
    where: 'private',
    by: 'owner',
    before: notice,
    line: '/approve {}',
    answer: /登记为 T-2026-\d+/u,
    effect: ['select status from notice where group_id = $room', ['published']],
  },
  {
    command: '认可',
    where: 'group',
    by: 'owner',
    before: notice,
    line: '/认可 {}',
    answer: /登记为 T-2026-\d+/u,
  },
  {
    command: '状态',
    where: 'group',
    by: 'admin',
    line: '/状态',
    answer: /“武汉轻工大学北京校友分会群.*”:执行/u,
  },
  { command: '状态', where: 'private', by: 'owner', line: '／status', answer: /执行/u },
  {
    command: '模式',
    where: 'group',
    by: 'owner',
    line: '/模式 观察',
    answer: /已改为观察/u,
    effect: [setting('mode'), ['observe']],
  },
  {
    command: '模式',
    where: 'private',
    by: 'owner',
    line: '模式 执行',
    answer: /执行/u,
    effect: [setting('mode'), ['enforce']],
  },
  {
    command: '设置',
    where: 'group',
    by: 'owner',
    line: '/设置 名片期限 9天',
    answer: /名片期限 改为 9/u,
    effect: [(g) => g.sql("select value from setting where group_id = $room and value like '9%'").length, 1],
  },
  {
    command: '设置',
    where: 'private',
    by: 'owner',
    line: '/set 分类 推销 关',
    answer: /推销不再检查/u,
    effect: [setting('categories.off'), ['advertising']],
  },
  {
    command: '规则',
    where: 'group',
    by: 'owner',
    line: '/规则 官方通知 观察',
    answer: /只记录,不处理/u,
    effect: [(g) => g.sql(setting('rules.observe')).length, 1],
  },
  { command: '规则', where: 'private', by: 'owner', line: '/rule', answer: /规则,改法如/u },
  {
    command: '词库',
    where: 'private',
    by: 'owner',
    line: '/lexicon 加 湖景壹号 推销',
    answer: /加入词库/u,
    effect: ['select word from own_word where group_id = $room', ['湖景壹号']],
  },
  {
    command: '词库',
    where: 'group',
    by: 'owner',
    before: withWord,
    line: '/词库 删 湖景壹号',
    answer: /已删去/u,
    effect: ['select word from own_word where group_id = $room', []],
  },
  {
    command: '域名',
    where: 'group',
    by: 'owner',
    line: '/域名 加 example.edu.cn',
    answer: /已加上 example\.edu\.cn/u,
    effect: [setting('conduct.domains'), ['example.edu.cn']],
  },
  { command: '域名', where: 'private', by: 'owner', line: '/domain 列', answer: /没有放行任何域名/u },
  {
    command: '肃静',
    where: 'group',
    by: 'admin',
    line: '/肃静 5',
    answer: /暂停讨论5分钟/u,
    effect: [(g) => g.said.some(({ text }) => text.includes('5分钟')), true],
  },
  { command: '肃静', where: 'private', by: 'owner', line: '/quiet 解除', answer: /恢复讨论/u },
  { command: '备案', where: 'group', by: 'owner', line: '/备案', answer: /备案表\(状态/u },
  {
    command: '备案',
    where: 'private',
    by: 'owner',
    line: '/register 填 群主 王建国 会长 13900001111',
    answer: /已填/u,
    effect: ['select name || phone from register_post where group_id = $room', ['王建国13900001111']],
  },
  {
    command: '改群名',
    where: 'private',
    by: 'owner',
    line: '/rename 武汉轻工大学北京校友分会群88',
    answer: /正在把群名改为/u,
    effect: [(g) => g.calls('roomTopic'), 1],
  },
  { command: '改群名', where: 'group', by: 'owner', line: '/改群名 聊天', answer: /还差一点/u },
  { command: '复制设置', where: 'private', by: 'owner', line: '/copy 没有的群', answer: /没有找到/u },
  { command: '复制设置', where: 'group', by: 'owner', line: '/复制设置 没有的群', answer: /没有找到/u },
  {
    command: '活动',
    where: 'group',
    by: 'ann',
    line: '/活动 申请 春季登山 4月18日 18:00',
    answer: /春季登山/u,
    effect: ['select title from activity where group_id = $room', ['春季登山']],
  },
  {
    command: '活动',
    where: 'private',
    by: 'owner',
    before: async (g) => {
      await g.direct('ann', '/活动 申请 春季登山 4月18日 18:00');
      return String(g.sql('select id from activity where group_id = $room')[0]);
    },
    line: '/activity 批准 {}',
    answer: /春季登山/u,
    effect: ['select status from activity where group_id = $room', ['approved']],
  },
];

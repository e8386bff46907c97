import { BadLine, type Manner, type Order } from './order.js';
import { parseSpan } from './span.js';

/** A verb of the prompt. `read` makes an order of the rest of the line. */
export interface Verb {
  readonly names: readonly string[];
  readonly usage: string;
  readonly summary: string;
  readonly read: (rest: string) => Order;
}

export const MANNERS: ReadonlyMap<string, Manner> = new Map<string, Manner>([
  ['私聊', 'direct'],
  ['dm', 'direct'],
  ['回复', 'reply'],
  ['reply', 'reply'],
  ['链接', 'link'],
  ['link', 'link'],
  ['图片', 'image'],
  ['image', 'image'],
  ['文件', 'file'],
  ['file', 'file'],
  ['名片', 'contact'],
  ['contact', 'contact'],
  ['公告', 'announce'],
  ['announce', 'announce'],
]);

export const VERBS: readonly Verb[] = [
  verb(['我是', 'iam'], ['我是 张伟', '之后直接打字就是这位在群里说;“我是”不带名字则取消'], (rest) => ({
    kind: 'speaker',
    who: rest === '' ? null : rest,
  })),
  verb(['视角', 'view'], ['视角 王建国', '只看这个人看得到的;“视角 全部”恢复'], (rest) => ({
    kind: 'view',
    who: isAll(rest) ? null : rest,
  })),
  verb(['成员', 'members', 'who'], ['成员', '谁在群里,名片是什么'], () => ({ kind: 'members' })),
  verb(['加入', 'join'], ['加入 小王 [由 李敏]', '进群(由谁邀请;不写就是扫码)'], (rest) => {
    const { what, by } = byWhom(rest);
    return { kind: 'join', who: oneName(what, '加入 小王'), by };
  }),
  verb(['退群', '离开', 'leave'], ['退群 小王', '自己退群'], (rest) => ({
    kind: 'leave',
    who: oneName(rest, '退群 小王'),
  })),
  verb(['移出', 'kick'], ['移出 李雷 [由 李敏]', '有人亲手移出这位(不写就是群主)'], (rest) => {
    const { what, by } = byWhom(rest);
    return { kind: 'kick', who: oneName(what, '移出 李雷'), by };
  }),
  verb(
    ['改名', 'card', 'rename'],
    ['改名 小王 王晓明-北京-化学97级', '改群名片;不写新名片就是清空'],
    (rest) => {
      const [, who = '', card = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(rest) ?? [];
      return { kind: 'card', who: oneName(who, '改名 小王 王晓明-北京-化学97级'), card };
    },
  ),
  verb(['撤回', 'recall'], ['撤回 [张伟]', '撤回上一条消息(或这位的上一条)'], (rest) => ({
    kind: 'recall',
    who: rest === '' ? null : rest,
  })),
  verb(['群名', 'topic'], ['群名 校友大家庭 [由 张伟]', '改群名'], (rest) => {
    const { what, by } = byWhom(rest);
    if (what === '') throw new BadLine('请写新群名,比如:群名 校友大家庭');
    return { kind: 'topic', name: what, by };
  }),
  verb(['权限', 'rights'], ['权限 无', '群哨不再是管理员,移人要请群主动手;“权限 有”恢复'], readRights),
  verb(['邀请', 'invite'], ['邀请 武汉校友二群 [由 王建国]', '邀请群哨进一个新群'], (rest) => {
    const { what, by } = byWhom(rest);
    if (what === '') throw new BadLine('请写群名,比如:邀请 武汉校友二群');
    return { kind: 'invite', name: what, by };
  }),
  verb(
    ['加好友', 'befriend'],
    ['加好友 小王 [您好]', '向群哨发好友请求;新来的人先加好友才能私聊'],
    (rest) => {
      const [, who = '', hello = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(rest) ?? [];
      return { kind: 'befriend', who: oneName(who, '加好友 小王'), hello };
    },
  ),
  verb(['时间', 'time'], ['时间 +1天', '让时间过去,如 +8小时,+7天,23:00;不写就是看钟'], (rest) => ({
    kind: 'time',
    span: rest === '' ? null : parseSpan(rest),
  })),
  verb(['帮助', 'help', '?', '?'], ['帮助', '这一页'], () => ({ kind: 'help' })),
  verb(['退出', 'quit', 'exit'], ['退出', '结束(Ctrl-D 也行)'], () => ({ kind: 'quit' })),
];

function verb(
  names: readonly string[],
  [usage, summary]: readonly [string, string],
  read: Verb['read'],
): Verb {
  return { names, usage, summary, read };
}

function isAll(rest: string): boolean {
  return ['', '全部', '大家', 'all'].includes(rest.toLowerCase());
}

function readRights(rest: string): Order {
  if (/^(?:有|是|on|admin)$/iu.test(rest)) return { kind: 'rights', bot: 'admin' };
  if (/^(?:无|没有|否|off|none)$/iu.test(rest)) return { kind: 'rights', bot: 'member' };
  throw new BadLine('请写:权限 有,或 权限 无');
}

function byWhom(rest: string): { readonly what: string; readonly by: string | null } {
  const found = /^([\s\S]*?)\s+(?:由|by)\s+(\S+)$/u.exec(rest);
  return found === null ? { what: rest, by: null } : { what: (found[1] ?? '').trim(), by: found[2] ?? null };
}

function oneName(text: string, example: string): string {
  if (text === '' || /\s/u.test(text)) throw new BadLine(`请写一个人的名字,比如:${example}`);
  return text;
}

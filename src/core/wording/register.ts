import type { Post, RegisterEventKind, Standing } from '../model/register.js';
import type { Overlap, RegisterTelling } from '../model/telling/register.js';
import { nameOf, visible } from './mask.js';

const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  preparing: '筹备',
  official: '官方',
  suspended: '暂停',
  ended: '终止',
};

export function standingName(standing: Standing): string {
  return STANDING_NAMES[standing];
}

const POST_NAMES: Readonly<Record<Post, string>> = { owner: '群主', admin1: '管理员1', admin2: '管理员2' };

export function postName(post: Post): string {
  return POST_NAMES[post];
}

const EVENT_NAMES: Readonly<Record<RegisterEventKind, string>> = {
  applied: '申请备案',
  approved: '批准备案',
  returned: '退回备案',
  filled: '填写备案表',
  standing: '状态改为',
  'size-applied': '申请扩群',
  'size-approved': '批准扩群',
  renamed: '群名改为',
  'owner-changed': '换群主',
  appointed: '任命管理员',
  dismissed: '免去管理员',
  transferred: '移交群主',
  handover: '换届',
  suspended: '暂停管理权限',
  restored: '恢复管理权限',
  warned: '提醒',
  claimed: '认领',
  listed: '登记',
};

export function registerEventName(kind: RegisterEventKind): string {
  return EVENT_NAMES[kind];
}

/** Words of a person in a sentence of the bot's: visible, bounded, without a full stop of their own. */
export function textOf(words: string): string {
  const shown = visible(words)
    .replaceAll(/[!\uff01]+/gu, '。')
    .replace(/[。.,\uff0c、;\uff1b:\uff1a\s]+$/u, '');
  return [...shown].slice(0, 100).join('');
}

/** Sentences as clauses of one. */
export function listed(sentences: readonly string[]): string {
  return sentences.map((sentence) => sentence.replace(/。$/u, '')).join(';');
}

type Wrong = Extract<RegisterTelling, { readonly kind: 'group-name-wrong' }>;

/** What to do about a wrong name. */
export function proposalText(
  suggestion: string | null,
  { canRename, format, accept }: Pick<Wrong, 'canRename' | 'format' | 'accept'>,
): string {
  const byHand = '群聊信息→群聊名称';
  if (suggestion === null)
    return `格式是 ${format}。请您想好后自己改(${byHand})${canRename ? ',或发 /改群名 新名 给我' : ''}。`;
  return canRename
    ? `建议改为:${suggestion}。回 ${accept} 我就改;也可以自己改(${byHand})。`
    : `建议改为:${suggestion}。我在这个群没有管理权限,请您自己改:${byHand}。`;
}

export function overlapText({ place, groups, shared, people, into }: Overlap): string {
  const list = groups.map(({ name, members, limit }) => `${nameOf(name)} ${members}/${limit}人`).join(',');
  const merged = into === null ? '合起来超过上限,建议保留几个' : `建议并入“${nameOf(into)}”`;
  return `${place}:${list};去掉重复共${people}人,${shared}人同时在几个群;${merged}`;
}

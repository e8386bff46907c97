import type { WeekTotals } from '../digest/totals.js';

/** What the platform does not allow here, each said once with what to do by hand. */
export function limitTexts({ limits }: Pick<WeekTotals, 'limits'>): readonly string[] {
  const told = new Map<string, number>();
  for (const [kind, count] of Object.entries(limits)) {
    const text = Object.hasOwn(BY_HAND, kind) ? (BY_HAND[kind] ?? UNREACHED) : UNREACHED;
    told.set(text, (told.get(text) ?? 0) + count);
  }
  return [...told].map(([text, count]) => text.replace('{}', String(count)));
}

/** Everything else is a word that did not reach somebody in private. */
const UNREACHED = '私聊送不到{}次:请对方先加我为好友';

const BY_HAND: Readonly<Record<string, string>> = {
  recall: '平台不让我撤回别人的消息({}次):请您长按那条消息撤回或删除',
  remove: '我移不了人({}次):请您动手,或把我设为管理员',
  rename: '我改不了群名({}次):请您动手',
  announce: '我发不了群公告({}次):已改用普通消息',
  invite: '我邀请不了人({}次):请您手动邀请',
  report: '没有可以上报的群机器人({}次)',
  accept: '有{}次邀请我接受不了',
};

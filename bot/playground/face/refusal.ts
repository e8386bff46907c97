import { Refusal } from '../puppet/permission.js';
import { BadLine } from './order.js';

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/only the owner or an administrator can remove/u, '只有群主和管理员能移出成员。'],
  [/the owner cannot be removed/u, '群主不能被移出。'],
  [/cannot remove another administrator/u, '管理员不能移出另一位管理员,要群主来。'],
  [/can announce/u, '只有群主和管理员能发群公告。'],
  [/is not a friend/u, '还不是好友,不能私聊。'],
];

/** What the platform says no to, as a sentence for whoever typed it. Anything else is thrown on. */
export function asBadLine(error: unknown): BadLine {
  if (error instanceof BadLine) return error;
  if (!(error instanceof Refusal)) throw error;
  const known = SENTENCES.find(([pattern]) => pattern.test(error.message));
  return new BadLine(known?.[1] ?? '微信不允许这样做。');
}

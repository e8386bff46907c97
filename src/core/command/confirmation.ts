import type { Typed } from './parse.js';

/** A code is a letter and digits, perhaps not all of them written; a case's number has digits alone, though No. may stand before it. */
export function isCode(typed: string): boolean {
  return /^[a-z](?:\d|$)/iu.test(typed.trim());
}

const YES = ['是', '是的', '对', '对的', '嗯', '嗯嗯', '确定', '确定移出', '我确定', '我确认', 'yes', 'y'];
const NO = [
  '不',
  '不是',
  '不用',
  '不用了',
  '不要',
  '不要了',
  '不移',
  '不移了',
  '不做了',
  '否',
  '取消',
  '算了',
  '先不',
  'no',
  'n',
  'cancel',
];

/**
 * What somebody who was just asked for a code says instead of writing /确认 before it: the code alone, yes, or no. Null: something
 * else. A yes without the code still confirms nothing.
 */
export function replyToCode({ name, rest }: Typed): Typed | null {
  if (rest !== '') return null;
  const word = name.replace(/[。.!~,、…\uff01\uff5e\uff0c啊吧呀]+$/u, '');
  if (/^[a-z]\d{3}$/iu.test(word)) return { name: '确认', rest: word };
  if (YES.includes(word)) return { name: '确认', rest: '' };
  return NO.includes(word) ? { name: '驳回', rest: '' } : null;
}

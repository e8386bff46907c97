import { nameOf } from './mask.js';
import type { Evidence } from '../model/finding.js';

/** What the evidence of a rule of conduct says is the matter, by its term. */
const GROUNDS: Readonly<Record<string, string>> = {
  burst: '短时间内连发多条',
  repeat: '同样的内容反复发',
  mentions: '一次@了很多人',
  'system-line': '写得和系统提示一样',
  crash: '大量看不见或叠在一起的字符',
  rest: '休息时间',
  'off-work': '工作时间以外发了多条',
  seen: '和已确认的违规内容几乎一样,案件',
  spread: '同样的内容在多个群或由多个账号发出',
  links: '与工作无关的链接',
  articles: '转发的文章',
  images: '图片',
  chatter: '闲聊',
  'new-link': '新成员发的链接',
  'new-mini-program': '新成员发的小程序',
  'new-contact-card': '新成员推的名片',
  'new-invitation': '新成员发的群邀请',
  'new-qr': '新成员发的二维码',
  'contact-card': '推的名片',
  'mini-program': '不常见的小程序',
};

/** What is shown as it stands: who was targeted, how often, when. */
const OF_PEOPLE: Readonly<Record<string, (text: string) => string>> = {
  target: (name) => `针对 ${nameOf(name)}`,
  times: (count) => `${count}次`,
  window: (days) => days,
};

/** Whose look by the owner is asked for without anything being wrong: how the request puts it. */
const LOOKS: readonly string[] = ['newcomer', 'link-policy'];

export function isLook(rule: string): boolean {
  return LOOKS.includes(rule);
}

/** For /为什么; null where the evidence is a word of the text. The term may go on behind a blank: `rest 22:30-07:30`. */
export function groundText({ term, text }: Evidence): string | null {
  if (text !== '' && Object.hasOwn(OF_PEOPLE, term)) return OF_PEOPLE[term]?.(text) ?? null;
  const [kind = '', ...rest] = term.split(' ');
  const ground = Object.hasOwn(GROUNDS, kind) ? (GROUNDS[kind] ?? null) : null;
  if (ground === null) return null;
  return rest.length === 0 ? ground : `${ground} ${rest.join(' ')}`;
}

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
  links: '与工作无关的链接',
  articles: '转发的文章',
  images: '图片',
  chatter: '闲聊',
};

/** For /为什么; null where the evidence is a word of the text. The term may go on behind a blank: `rest 22:30-07:30`. */
export function groundText({ term }: Evidence): string | null {
  const [kind = '', ...rest] = term.split(' ');
  const ground = Object.hasOwn(GROUNDS, kind) ? (GROUNDS[kind] ?? null) : null;
  if (ground === null) return null;
  return rest.length === 0 ? ground : `${ground} ${rest.join(' ')}`;
}

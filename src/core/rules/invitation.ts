import type { Evidence, Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { Rule } from './rule.js';

/** A group's name ends here: punctuation, a blank, a bracket. */
const NAME_END = '[^\\s,,。.!!??;;::、“”"「」『』《》【】()()\\[\\]<>/@#]';
/** What people put between the letters of a word so that it is not recognised. */
const BETWEEN = '[\\s\\p{Cf}·.\\-_]{0,2}';
/** Words before a name that are no part of it. */
const LEAD =
  /^(?:欢迎|邀请|热烈|各位|大家|校友们|同学们|你|您|快来|快|请|可以|都|来|扫码|扫一扫|点击|点链接|点开|戳链接|长按|识别|加入|进入|进|加|入|新建了?|建了|建立了?|成立了?|有|一个|个|的|我们|我|本|这是|这个|是|去|到|转发|分享|群聊|微信群|群名|名为|叫)+/u;
/** The sentence asks somebody to come in. */
const ASKS =
  /邀请(?:你|您|大家|各位)?|加入|进群|入群|加群|拉(?:你|您)?进|扫码|扫一扫|二维码|长按识别|群聊|群号|加我.{0,6}拉/u;
/** And says how: a link, a code, a number, an account. */
const HANDLE =
  /https?:\/\/|weixin:\/\/|(?:扫|识别).{0,8}码|二维码|扫一扫|(?:群号|Q群|QQ群|扣扣群|群)\s*[::]?\s*\d{6,11}|(?:微信号?|加我|vx|wx|v信)\s*[::]?\s*[A-Za-z][\w-]{5,19}|(?:加我|联系我|找我).{0,8}(?:拉|进群|入群)/iu;
/** Addresses that lead into a group. */
const GROUP_LINK =
  /addchatroombyinvite|weixin\.qq\.com\/g\/|work\.weixin\.qq\.com\/gm\/|qm\.qq\.com|jq\.qq\.com|qun\.qq\.com|group_code=/iu;
/** A card or a mini-program with such a title is an invitation by itself. */
const CARDS: readonly Message['kind'][] = ['contact-card', 'mini-program'];

/**
 * An invitation to a group that goes by the organisation's name (EM8(三), A2). Whether that group is registered is decided where
 * the register is known. Without words nothing is found.
 */
export function invitationRule(words: readonly string[]): Rule {
  const protectedWords = words.map((word) => word.trim()).filter((word) => [...word].length >= 2);
  const source = protectedWords.map(spelled).join('|');
  const names = new RegExp(
    `${NAME_END}{0,12}(?:${source})\\s?${NAME_END}{0,20}?群(?:\\d{1,3}|[一二三四五六七八九十]{1,2})?`,
    'gu',
  );
  const quoted = new RegExp(
    `群聊?\\s*[“"「『《]([^”"」』》]{0,20}(?:${source})[^”"」』》]{0,20})[”"」』》]`,
    'gu',
  );
  const find = protectedWords.length === 0 ? () => [] : (text: string) => namesIn(text, [quoted, names]);
  return {
    id: 'invitation',
    clauses: ['EM8(三)', 'A2'],
    message: (message) =>
      [message.text, message.title ?? ''].flatMap((text) => look(message, text, find)).slice(0, 1),
  };
}

function spelled(word: string): string {
  return [...word].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')).join(BETWEEN);
}

function look(
  message: Message,
  text: string,
  find: (text: string) => readonly Evidence[],
): readonly Finding[] {
  if (!text.includes('群') || !isInvitation(message, text)) return [];
  const evidence = find(text);
  if (evidence.length === 0) return [];
  const of = { rule: 'invitation', category: 'invitation', clause: 'EM8(三)' } as const;
  return [{ ...of, certainty: 'confirmed', score: 0.9, evidence }];
}

/** Talk about groups is free, questions too: somebody must be asked in, and told how. */
function isInvitation(message: Message, text: string): boolean {
  if (CARDS.includes(message.kind)) return true;
  if (message.url !== null && GROUP_LINK.test(message.url)) return true;
  if (GROUP_LINK.test(text)) return true;
  return ASKS.test(text) && (message.kind === 'link' || HANDLE.test(text));
}

function namesIn(text: string, patterns: readonly RegExp[]): readonly Evidence[] {
  for (const pattern of patterns) {
    const found = [...text.matchAll(pattern)].map((match) => evidenceOf(match));
    if (found.length > 0) return found.slice(0, 3);
  }
  return [];
}

function evidenceOf(match: RegExpMatchArray): Evidence {
  const whole = match[1] ?? match[0];
  const lead = match[1] === undefined ? (LEAD.exec(whole)?.[0].length ?? 0) : 0;
  const name = whole.slice(lead);
  const start = (match.index ?? 0) + match[0].indexOf(whole) + lead;
  return { start, end: start + name.length, text: name, term: 'invitation' };
}

import type { Message } from '../model/message.js';

/** Words said to the bot, without the slash or the mention that says so. */
export interface Addressed {
  readonly line: string;
  /** `aside`: others are mentioned too, so it may be talk about the bot. */
  readonly how: 'slash' | 'mention' | 'aside';
}

/** WeChat ends a mention with U+2005; where a client leaves that out, a blank does. */
const CLOSED_MENTION = /^\s*[@\uff20][^\u2005]{1,60}\u2005/u;
const MENTION = /^\s*[@\uff20]\S+(?:\s+|$)/u;
const SLASH = /^\s*[/／]/u;

/** `/帮助`, `@群哨 帮助`, `@群哨 /帮助`. Null: nothing that is said to the bot. */
export function addressed(
  { text, mentions }: Pick<Message, 'text' | 'mentions'>,
  botId: string | null,
): Addressed | null {
  if (SLASH.test(text)) return isSmiley(text) ? null : { line: text.replace(SLASH, '').trim(), how: 'slash' };
  const line = text.replace(text.includes('\u2005') ? CLOSED_MENTION : MENTION, '').trim();
  if (botId === null || !mentions.includes(botId) || line === text.trim()) return null;
  const how = mentions.every((id) => id === botId) ? 'mention' : 'aside';
  return { line: line.replace(SLASH, '').trim(), how };
}

/** WeChat writes its own pictures as /::) and /:strong in plain text. */
function isSmiley(text: string): boolean {
  return /^\s*[/／][:\uff1a]/u.test(text);
}

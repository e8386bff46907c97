import type { MessageKind } from '../../src/core/model/message.js';

/**
 * Wechaty's message types by number (wechaty-puppet `MessageType`). The fork sends numbers that plain Wechaty has no name
 * for; they are carried as `unknown` and never judged.
 */
const KINDS: ReadonlyMap<number, MessageKind> = new Map<number, MessageKind>([
  [1, 'file'],
  [2, 'voice'],
  [3, 'contact-card'],
  [4, 'chat-history'],
  [5, 'sticker'],
  [6, 'image'],
  [7, 'text'],
  [8, 'location'],
  [9, 'mini-program'],
  [10, 'group-notice'],
  [11, 'transfer'],
  [12, 'red-packet'],
  [13, 'recalled'],
  [14, 'link'],
  [15, 'video'],
]);

export function kindOf(type: number): MessageKind {
  return KINDS.get(type) ?? 'unknown';
}

/** Kinds that carry bytes. `voice`, `video` and `sticker` are carried, never looked into. */
type MediaKind = 'image' | 'file' | 'voice' | 'video' | 'sticker';

/** Kinds of which a platform hands over no more than a text, often XML or nothing. */
type OpaqueKind = 'chat-history' | 'group-notice' | 'red-packet' | 'transfer';

export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly mentions: readonly string[] }
  | { readonly kind: MediaKind; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly title: string; readonly url: string; readonly description: string }
  | { readonly kind: 'mini-program'; readonly title: string; readonly appId: string; readonly page: string }
  | { readonly kind: 'contact-card'; readonly personId: string }
  | {
      readonly kind: 'location';
      readonly name: string;
      readonly latitude: number;
      readonly longitude: number;
    }
  | { readonly kind: OpaqueKind; readonly text: string }
  /** A number that the SDK at hand has no name for; newer gateways send such. */
  | { readonly kind: 'unknown'; readonly code: number; readonly text: string }
  | { readonly kind: 'recalled'; readonly messageId: string };

/** `conversationId` is a room's id, or the id of the person whom `fromId` writes to in private. `at` is in milliseconds. */
export interface Utterance {
  readonly id: string;
  readonly fromId: string;
  readonly conversationId: string;
  readonly at: number;
  readonly content: Content;
  recalled: boolean;
}

const RULE = '- - - - - - - - - - - - - - -';

/** A quote reply as WeChat puts it into plain text: the quoted part, a rule, the reply. */
export function quoteReply(from: string, words: string, reply: string): string {
  return `「${from}：${words}」\n${RULE}\n${reply}`;
}

/** What a quotation shows of a message: of what is only looked at or listened to, no more than its kind. */
export function quoted(content: Content): string {
  return ['image', 'voice', 'video', 'sticker'].includes(content.kind)
    ? summary(content).replace(/\].*$/su, ']')
    : summary(content);
}

/** What a chat window shows of a message, in one line where it is not text. */
export function summary(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'link':
    case 'mini-program':
      return `${LABELS[content.kind]} ${content.title}`;
    case 'contact-card':
      return `${LABELS[content.kind]} ${content.personId}`;
    case 'recalled':
      return LABELS.recalled;
    case 'chat-history':
    case 'group-notice':
    case 'red-packet':
    case 'transfer':
    case 'unknown':
      return `${LABELS[content.kind]} ${content.text}`.trimEnd();
    case 'image':
    case 'file':
    case 'voice':
    case 'video':
    case 'sticker':
    case 'location':
      return `${LABELS[content.kind]} ${content.name}`;
  }
}

const LABELS: Readonly<Record<Exclude<Content['kind'], 'text'>, string>> = {
  image: '[图片]',
  file: '[文件]',
  voice: '[语音]',
  video: '[视频]',
  sticker: '[动画表情]',
  link: '[链接]',
  'mini-program': '[小程序]',
  'contact-card': '[名片]',
  location: '[位置]',
  'chat-history': '[聊天记录]',
  'group-notice': '[群公告]',
  'red-packet': '[红包]',
  transfer: '[转账]',
  unknown: '[不支持的消息]',
  recalled: '[已撤回]',
};

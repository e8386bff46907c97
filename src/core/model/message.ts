import type { Instant } from './instant.js';

export type MessageKind =
  | 'text'
  | 'link'
  | 'image'
  | 'file'
  | 'mini-program'
  | 'contact-card'
  | 'chat-history'
  | 'group-notice'
  | 'voice'
  | 'video'
  | 'sticker'
  | 'location'
  | 'red-packet'
  | 'transfer'
  | 'recalled'
  | 'unknown';

/** The part of a message that its author quoted from somebody else. It is never judged as the author's words. */
export interface Quote {
  readonly from: string | null;
  readonly text: string;
}

/** One message, plain and complete, in core words. `text` is what the author wrote, without the quoted part. */
export interface Message {
  readonly id: string;
  readonly groupId: string;
  readonly senderId: string;
  readonly at: Instant;
  readonly kind: MessageKind;
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly file: string | null;
  readonly mentions: readonly string[];
  readonly quote: Quote | null;
}

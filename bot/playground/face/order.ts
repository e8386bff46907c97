import type { Instant } from '../../../src/core/model/instant.js';

/** What somebody sends besides plain words. */
export type Manner = 'direct' | 'reply' | 'link' | 'image' | 'file' | 'contact' | 'announce';

/** One line of the prompt or of a script, understood. People are named as typed; who is meant is found out when it is done. */
export type Order =
  | { readonly kind: 'say'; readonly who: string; readonly text: string }
  | { readonly kind: 'send'; readonly who: string; readonly manner: Manner; readonly text: string }
  | { readonly kind: 'join'; readonly who: string; readonly by: string | null }
  | { readonly kind: 'leave'; readonly who: string }
  | { readonly kind: 'kick'; readonly who: string; readonly by: string | null }
  | { readonly kind: 'card'; readonly who: string; readonly card: string }
  | { readonly kind: 'recall'; readonly who: string | null }
  | { readonly kind: 'topic'; readonly name: string; readonly by: string | null }
  | { readonly kind: 'rights'; readonly bot: 'admin' | 'member' }
  | { readonly kind: 'invite'; readonly name: string; readonly by: string | null }
  | { readonly kind: 'befriend'; readonly who: string; readonly hello: string }
  | { readonly kind: 'time'; readonly span: Span | null }
  | { readonly kind: 'view'; readonly who: string | null }
  | { readonly kind: 'speaker'; readonly who: string | null }
  | { readonly kind: 'members' }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'nothing' };

/** How far to let time pass: by a span, or to the next time of day. */
export type Span =
  | { readonly kind: 'by'; readonly ms: Instant }
  | { readonly kind: 'until'; readonly hour: number; readonly minute: number };

/** A line that cannot be done as written; the message says how to write it. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

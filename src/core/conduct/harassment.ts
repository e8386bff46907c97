import type { Finding } from '../model/finding.js';
import { DAY, type Instant } from '../model/instant.js';
import type { Message } from '../model/message.js';
import { groundOf } from './finding.js';

/** What one member sent to another within a window, oldest first. */
export interface Sent {
  readonly kind: 'hostile' | 'unwanted' | 'refused';
  readonly at: Instant;
}

export const WINDOW: Instant = 7 * DAY;
/** Once is a quarrel, twice a bad day. */
const HOSTILE = 3;
/** Written on although asked to stop. */
const UNWANTED = 3;

const REFUSES =
  /(?:别|不要|请不要|麻烦不要|能不能不要|请勿)(?:再|老是|总是|一直)?(?:@|艾特|找|烦|骚扰|纠缠|联系|私聊|骂|缠着?|给我发|发给我|打扰)(?:我|了|消息)?|离我远点|不想(?:再)?(?:和你|跟你|理你)|请(?:你)?停止骚扰/u;

/** Whether somebody asks to be left alone. */
export function refuses(text: string): boolean {
  return text.length <= 60 && REFUSES.test(text);
}

export function isHostile(findings: readonly Finding[]): boolean {
  return findings.some(({ category }) => category === 'insult' || category === 'hatred');
}

/** Whom a message turns to by mention or quotation; its author is nobody's target. */
export function addressed({ senderId, mentions, quote }: Message): readonly string[] {
  const quoted = quote === null || quote.from === null ? [] : [quote.from];
  return [...new Set([...mentions, ...quoted])].filter((id) => id !== senderId);
}

/** What makes it harassment: so many hostile messages, or so many after a refusal. Null: it is none. */
export function pattern(sent: readonly Sent[]): readonly Sent[] | null {
  const refusedAt = sent.find(({ kind }) => kind === 'refused')?.at ?? Infinity;
  const hostile = sent.filter(({ kind }) => kind === 'hostile');
  const after = sent.filter(({ kind, at }) => kind !== 'refused' && at >= refusedAt);
  if (hostile.length >= HOSTILE) return sent.filter(({ kind }) => kind !== 'refused');
  return after.length >= UNWANTED ? after : null;
}

/** Who is targeted, how often, in which window; days are `YYYY-MM-DD`. */
export interface Targeted {
  readonly name: string;
  readonly times: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

export function harassmentFinding({ name, times, firstDay, lastDay }: Targeted): Finding {
  const piece = (term: string, text: string) => ({ start: 0, end: text.length, text, term });
  const days = firstDay === lastDay ? firstDay : `${firstDay} — ${lastDay}`;
  const ground = groundOf({ rule: 'harassment', category: 'harassment', clause: 'D2二2.2', term: 'target' });
  return {
    ...ground,
    evidence: [piece('target', name), piece('times', String(times)), piece('window', days)],
  };
}

import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Inbound } from '../../src/core/model/event.js';
import type { Instant } from '../../src/core/model/instant.js';
import type { Member } from '../../src/core/model/member.js';
import type { Message, MessageKind } from '../../src/core/model/message.js';
import { chatHistoryText } from './chat-history.js';
import { kindOf } from './kind.js';
import { splitQuote } from './quote.js';

type Payload = Awaited<ReturnType<Puppet['messagePayload']>>;

/** Platforms give seconds or milliseconds; seconds stay below this until the year 5138. */
const FIRST_IN_MS = 100_000_000_000;

export function instantOf(timestamp: number): Instant {
  return timestamp < FIRST_IN_MS ? timestamp * 1000 : timestamp;
}

/** A delivered message in core words; null for what says nothing to the bot (its own words, messages of a foreign kind in private). */
export async function inboundOf(puppet: Puppet, messageId: string): Promise<Inbound | null> {
  const payload = await puppet.messagePayload(messageId);
  const senderId = payload.talkerId ?? '';
  const kind = kindOf(payload.type);
  const at = instantOf(payload.timestamp);
  const groupId = payload.roomId ?? '';
  // PadLocal names the bot itself as the sender of what the system says.
  if (kind === 'recalled') return recallOf(payload, { groupId, at });
  if (senderId === '' || senderId === puppet.currentUserId) return null;
  if (groupId === '') return directOf(puppet, payload, { senderId, at, kind });
  return { kind: 'message', at, message: await messageOf(puppet, payload, { groupId, senderId, at, kind }) };
}

/** The text of a recall is the id of the message that is gone. */
function recallOf(payload: Payload, { groupId, at }: { groupId: string; at: Instant }): Inbound | null {
  const messageId = payload.text ?? '';
  return groupId === '' || messageId === '' ? null : { kind: 'recall', at, groupId, messageId };
}

async function directOf(
  puppet: Puppet,
  payload: Payload,
  { senderId, at, kind }: { senderId: string; at: Instant; kind: MessageKind },
): Promise<Inbound | null> {
  if (kind !== 'text' && kind !== 'file') return null;
  const contact = await puppet.contactPayload(senderId);
  const from: Member = { id: senderId, name: contact.name, card: '' };
  const said =
    kind === 'file'
      ? { text: '', file: payload.filename ?? '' }
      : { text: splitQuote(payload.text ?? '').text, file: null };
  return { kind: 'direct', at, from, id: payload.id, ...said };
}

interface Sent {
  readonly groupId: string;
  readonly senderId: string;
  readonly at: Instant;
  readonly kind: MessageKind;
}

async function messageOf(puppet: Puppet, payload: Payload, sent: Sent): Promise<Message> {
  const extra = await extraOf(puppet, payload, sent.kind);
  const authored =
    sent.kind === 'text'
      ? splitQuote(payload.text ?? '')
      : { text: readableText(payload, sent.kind), quote: null };
  const mentions = 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : [];
  return { id: payload.id, ...sent, ...authored, ...extra, mentions };
}

/** Other kinds carry XML or nothing in `text`; a platform's announcement is words, and a merged message holds some. */
function readableText({ text = '' }: Payload, kind: MessageKind): string {
  if (kind === 'chat-history') return chatHistoryText(text);
  return kind === 'group-notice' ? text : '';
}

interface Extra {
  readonly title: string | null;
  readonly url: string | null;
  readonly file: string | null;
}

const NOTHING: Extra = { title: null, url: null, file: null };

/** What a link, file or mini-program says of itself. A platform that cannot tell leaves it out; the message is carried all the same. */
async function extraOf(puppet: Puppet, payload: Payload, kind: MessageKind): Promise<Extra> {
  try {
    if (kind === 'link') {
      const { title, url } = await puppet.messageUrl(payload.id);
      return { ...NOTHING, title, url };
    }
    if (kind === 'mini-program') {
      const { title, description } = await puppet.messageMiniProgram(payload.id);
      return { ...NOTHING, title: title ?? description ?? null };
    }
  } catch {
    return NOTHING;
  }
  return kind === 'file' ? { ...NOTHING, file: payload.filename ?? null } : NOTHING;
}

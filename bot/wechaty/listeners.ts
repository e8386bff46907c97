import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Inbound } from '../../src/core/model/event.js';
import type { Instant } from '../../src/core/model/instant.js';
import { HOUR } from '../../src/core/model/instant.js';
import type { Clock, Log } from '../../src/ports.js';
import type { CardWatcher } from './cards.js';
import { DIRTY_ROOM, DIRTY_ROOM_MEMBER, type Echoes } from './dirty.js';
import { inboundOf } from './inbound.js';
import {
  befriended,
  invited,
  joined,
  type JoinPayload,
  leavesOf,
  type LeavePayload,
  topicOf,
  type TopicPayload,
} from './happening.js';
import { createQueue, type Queue } from './queue.js';

/** Older than this, a message is history that a platform replays at login: it is not judged any more. */
const STALE: Instant = HOUR;

export interface Ears {
  readonly clock: Clock;
  readonly log: Log;
  readonly hear: (event: Inbound) => Promise<void>;
  readonly cards: CardWatcher;
  readonly echoes: Echoes;
  /** An event was announced and could not be had. */
  readonly onLost?: () => void;
}

interface Parts {
  readonly puppet: Puppet;
  readonly ears: Ears;
  /** Everything about rooms in one chain: the room of a message is not known before its payload is there. */
  readonly rooms: Queue;
  readonly people: Queue;
}

/**
 * Listens to a puppet itself, not to Wechaty's own events: there ids come in order, and joins without an inviter are not
 * swallowed (wechaty#2755). Answers how to stop listening.
 *
 * Payloads are asked for as soon as the queue lets them, and handed on in the order in which their ids came.
 */
export function listen(puppet: Puppet, ears: Ears): () => void {
  const { log, clock, onLost } = ears;
  const hear = (event: Inbound): Promise<void> => {
    // What else happens is dated here.
    if (event.kind === 'message') clock.heard?.(event.message.at);
    return ears.hear(notAhead(event, clock.now()));
  };
  const options = { log, hear, ...(onLost === undefined ? {} : { onLost }) };
  const heard = handlersOf({ puppet, ears, rooms: createQueue(options), people: createQueue(options) });
  puppet.on('message', heard.message);
  puppet.on('room-join', heard.join);
  puppet.on('room-leave', heard.leave);
  puppet.on('room-topic', heard.topic);
  puppet.on('room-invite', heard.invite);
  puppet.on('friendship', heard.friendship);
  puppet.on('dirty', heard.dirty);
  return () => {
    puppet.off('message', heard.message);
    puppet.off('room-join', heard.join);
    puppet.off('room-leave', heard.leave);
    puppet.off('room-topic', heard.topic);
    puppet.off('room-invite', heard.invite);
    puppet.off('friendship', heard.friendship);
    puppet.off('dirty', heard.dirty);
  };
}

function handlersOf(parts: Parts) {
  const { puppet, ears, rooms, people } = parts;
  return {
    message: ({ messageId }: { messageId: string }): void => rooms.push(() => heardMessage(parts, messageId)),
    join: (payload: JoinPayload): void => {
      for (const memberId of payload.inviteeIdList)
        rooms.push(() => joined(puppet, { payload, memberId, cards: ears.cards }));
    },
    leave: (payload: LeavePayload): void => {
      for (const memberId of payload.removeeIdList) ears.cards.drop(payload.roomId, memberId);
      for (const event of leavesOf(payload)) rooms.push(() => Promise.resolve(event));
    },
    topic: (payload: TopicPayload): void => rooms.push(() => Promise.resolve(topicOf(payload))),
    invite: ({ roomInvitationId: id }: { roomInvitationId: string }): void =>
      people.push(() => invited(puppet, id, ears.clock.now())),
    friendship: ({ friendshipId: id }: { friendshipId: string }): void =>
      people.push(() => befriended(puppet, id, ears.clock.now())),
    dirty: (payload: { payloadType: number; payloadId: string }): void => {
      changedCards(parts, payload).catch(() => ears.log.warn({ group: payload.payloadId }, 'cards not read'));
    },
  };
}

/** The platform's clock may be ahead of ours: what follows would wait until then. */
function notAhead(event: Inbound, now: Instant): Inbound {
  if (event.at <= now) return event;
  return event.kind === 'message'
    ? { ...event, at: now, message: { ...event.message, at: now } }
    : { ...event, at: now };
}

async function heardMessage({ puppet, ears }: Parts, messageId: string): Promise<Inbound | null> {
  const inbound = await inboundOf(puppet, messageId);
  if (inbound?.kind === 'message') ears.cards.sight(puppet, inbound.message.groupId);
  if (inbound === null || ears.clock.now() - inbound.at <= STALE) return inbound;
  ears.log.info({ message: messageId }, 'stale message dropped');
  return null;
}

/** Not every platform says that it was a member who changed: some mark only the room. */
async function changedCards(
  { puppet, ears }: Parts,
  mark: { payloadType: number; payloadId: string },
): Promise<void> {
  const { payloadType, payloadId: groupId } = mark;
  if (ears.echoes.isEcho(payloadType, groupId)) return;
  if (payloadType !== DIRTY_ROOM_MEMBER && payloadType !== DIRTY_ROOM) return;
  for (const member of await ears.cards.changed(puppet, groupId)) {
    await ears.hear({ kind: 'card', at: ears.clock.now(), groupId, member });
  }
}

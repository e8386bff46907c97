import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Inbound } from '../../src/core/model/event.js';
import type { Instant } from '../../src/core/model/instant.js';
import type { Member } from '../../src/core/model/member.js';
import type { CardWatcher } from './cards.js';
import { instantOf } from './inbound.js';
import { readMember } from './room.js';

export interface JoinPayload {
  readonly roomId: string;
  readonly inviteeIdList: readonly string[];
  readonly inviterId?: string;
  readonly timestamp: number;
}
export interface LeavePayload {
  readonly roomId: string;
  readonly removeeIdList: readonly string[];
  readonly removerId?: string;
  readonly timestamp: number;
}
export interface TopicPayload {
  readonly roomId: string;
  readonly newTopic: string;
  readonly changerId?: string;
  readonly timestamp: number;
}

interface Joining {
  readonly payload: JoinPayload;
  readonly memberId: string;
  readonly cards: CardWatcher;
}

/** Somebody came. One who is gone again, or whom the platform cannot show yet, is known by the id alone. */
export async function joined(puppet: Puppet, { payload, memberId, cards }: Joining): Promise<Inbound> {
  const { roomId, inviterId, timestamp } = payload;
  const member: Member = (await readMember(puppet, roomId, memberId)) ?? {
    id: memberId,
    name: memberId,
    card: '',
  };
  cards.note(roomId, member);
  return { kind: 'join', at: instantOf(timestamp), groupId: roomId, member, inviterId: idOrNull(inviterId) };
}

/** A platform that cannot tell names the one who left as the remover (puppet-padlocal#23). */
export function leavesOf({ roomId, removeeIdList, removerId, timestamp }: LeavePayload): readonly Inbound[] {
  return removeeIdList.map((memberId) => ({
    kind: 'leave',
    at: instantOf(timestamp),
    groupId: roomId,
    memberId,
    removerId: removerId === memberId ? null : idOrNull(removerId),
  }));
}

export function topicOf({ roomId, newTopic, changerId, timestamp }: TopicPayload): Inbound {
  return {
    kind: 'topic',
    at: instantOf(timestamp),
    groupId: roomId,
    name: newTopic,
    byId: idOrNull(changerId),
  };
}

export async function invited(puppet: Puppet, id: string, at: Instant): Promise<Inbound> {
  const { inviterId, topic } = await puppet.roomInvitationPayload(id);
  return { kind: 'invitation', at, id, fromId: inviterId, groupName: topic };
}

/** wechaty-puppet `FriendshipType.Receive`: somebody asks; other types are echoes of what was done. */
const RECEIVE = 2;

export async function befriended(puppet: Puppet, id: string, at: Instant): Promise<Inbound | null> {
  const payload = await puppet.friendshipPayload(id);
  if (payload.type !== RECEIVE) return null;
  return { kind: 'friendship', at, id, fromId: payload.contactId, text: payload.hello ?? '' };
}

function idOrNull(id: string | undefined): string | null {
  return id === undefined || id === '' ? null : id;
}

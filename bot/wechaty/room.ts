import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { BotRole, Group } from '../../src/core/model/group.js';
import type { Member } from '../../src/core/model/member.js';

/** Whether the platform has lately refused the bot a removal in the room. */
export type IsPowerless = (roomId: string) => boolean;

/** The group as the platform has it now, past every cache; null when the bot is not in it. */
export async function readGroup(
  puppet: Puppet,
  roomId: string,
  isPowerless: IsPowerless,
): Promise<Group | null> {
  await puppet.roomPayloadDirty(roomId);
  const payload = await puppet.roomPayload(roomId);
  const botId = puppet.currentUserId;
  const memberIds = payload.memberIdList;
  if (memberIds.length > 0 && !memberIds.includes(botId)) return null;
  return {
    id: roomId,
    name: payload.topic,
    ownerId: payload.ownerId === undefined || payload.ownerId === '' ? null : payload.ownerId,
    adminIds: payload.adminIdList,
    botRole: roleOf(botId, payload, isPowerless),
    botId,
  };
}

/**
 * Several platforms never list administrators (PadLocal: wechaty#2062). Where the list is empty the bot may be one: it is
 * found out by trying, and a refusal is remembered.
 */
function roleOf(
  botId: string,
  payload: { id: string; ownerId?: string; adminIdList: readonly string[] },
  isPowerless: IsPowerless,
): BotRole {
  if (payload.ownerId === botId) return 'owner';
  if (payload.adminIdList.length === 0) return isPowerless(payload.id) ? 'member' : 'admin';
  return payload.adminIdList.includes(botId) ? 'admin' : 'member';
}

export async function readMember(puppet: Puppet, roomId: string, memberId: string): Promise<Member | null> {
  const ids = await puppet.roomMemberList(roomId);
  return ids.includes(memberId) ? memberOf(puppet, roomId, memberId) : null;
}

async function memberOf(puppet: Puppet, roomId: string, memberId: string): Promise<Member> {
  const payload = await puppet.roomMemberPayload(roomId, memberId);
  return { id: memberId, name: payload.name, card: payload.roomAlias ?? '' };
}

const AT_ONCE = 16;

/** All members with their cards, a few at a time: a cold group of 500 is 500 requests. One who leaves meanwhile is left out. */
export async function readMembers(puppet: Puppet, roomId: string): Promise<readonly Member[]> {
  const ids = await puppet.roomMemberList(roomId);
  const members: Member[] = [];
  for (let index = 0; index < ids.length; index += AT_ONCE) {
    const some = ids.slice(index, index + AT_ONCE).map((id) => memberOf(puppet, roomId, id));
    for (const read of await Promise.allSettled(some))
      if (read.status === 'fulfilled') members.push(read.value);
  }
  return members;
}

/** The same past every cache, the platform's own included: a changed card is not always announced. */
export async function readMembersAnew(puppet: Puppet, roomId: string): Promise<readonly Member[]> {
  await puppet.roomMemberPayloadDirty(roomId);
  return readMembers(puppet, roomId);
}

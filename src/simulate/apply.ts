import type { Inbound } from '../core/model/event.js';
import type { Group } from '../core/model/group.js';
import type { Instant } from '../core/model/instant.js';
import type { Member } from '../core/model/member.js';
import type { ReplayEvent, ReplayGroup, ReplayMember, ReplayMessage } from './event.js';
import type { World } from './world.js';

/** The bot's own id in a replay. */
const BOT_ID = 'bot';

/** Lets an event happen in the world, and says what the bot hears of it; null when it hears nothing (`clock`). */
export function applyEvent(world: World, event: ReplayEvent, at: Instant): Inbound | null {
  switch (event.type) {
    case 'group':
      return applyGroup(world, event, at);
    case 'message':
      return applyMessage(world, event, at);
    case 'join': {
      const member = memberOf(world, event.member);
      world.enter(event.group, member);
      return { kind: 'join', at, groupId: event.group, member, inviterId: event.inviter ?? null };
    }
    case 'leave':
      world.leave(event.group, event.member);
      return { kind: 'leave', at, groupId: event.group, memberId: event.member, removerId: event.by ?? null };
    case 'card': {
      const member = { ...entered(world, event.group, event.member), card: event.card };
      world.enter(event.group, member);
      return { kind: 'card', at, groupId: event.group, member };
    }
    case 'topic':
      world.change(event.group, { name: event.name });
      return { kind: 'topic', at, groupId: event.group, name: event.name, byId: event.by ?? null };
    case 'direct':
      return {
        kind: 'direct',
        at,
        from: personOf(world, event.from),
        id: event.id ?? null,
        text: event.text,
        file: event.file ?? null,
      };
    case 'clock':
      return null;
    case 'recall': {
      const groupId = world.groupOf(event.id);
      return groupId === null ? null : { kind: 'recall', at, groupId, messageId: event.id };
    }
    case 'role':
      return applyRole(world, event, at);
    case 'invitation':
      return { kind: 'invitation', at, id: event.group, fromId: event.from, groupName: event.group };
    case 'friendship':
      return { kind: 'friendship', at, id: event.from, fromId: event.from, text: event.text ?? '' };
  }
}

function applyGroup(world: World, event: ReplayGroup, at: Instant): Inbound {
  const group: Group = {
    id: event.group,
    name: event.name,
    ownerId: event.owner ?? (event.bot === 'owner' ? BOT_ID : null),
    adminIds: event.admins ?? [],
    botRole: event.bot,
    botId: BOT_ID,
  };
  // A second word about a group that leaves the members out leaves them as they are.
  const members = event.members?.map((member) => memberOf(world, member)) ?? world.members(event.group);
  world.put(group, members);
  if (event.recall === true) world.allowRecall(event.group);
  return { kind: 'group', at, group, members };
}

function applyMessage(world: World, event: ReplayMessage, at: Instant): Inbound {
  entered(world, event.group, event.from);
  world.wrote(event.id, event.group);
  const { quote } = event;
  return {
    kind: 'message',
    at,
    message: {
      id: event.id,
      groupId: event.group,
      senderId: event.from,
      at,
      kind: event.kind,
      text: event.text,
      title: event.title ?? null,
      url: event.url ?? null,
      file: event.file ?? null,
      mentions: event.mentions ?? [],
      quote: quote === null || quote === undefined ? null : { from: quote.from ?? null, text: quote.text },
    },
  };
}

function applyRole(world: World, event: Extract<ReplayEvent, { type: 'role' }>, at: Instant): Inbound | null {
  world.change(event.group, {
    ...(typeof event.owner === 'string' ? { ownerId: event.owner } : {}),
    ...(event.admins === null || event.admins === undefined ? {} : { adminIds: event.admins }),
    ...(event.bot === null || event.bot === undefined ? {} : { botRole: event.bot }),
  });
  const group = world.group(event.group);
  return group === null ? null : { kind: 'role', at, groupId: event.group, group };
}

/** An unknown sender is a member from then on. */
function entered(world: World, groupId: string, memberId: string): Member {
  const known = world.member(groupId, memberId);
  if (known !== null) return known;
  const fresh = { id: memberId, name: memberId, card: '' };
  world.enter(groupId, fresh);
  return fresh;
}

function memberOf(world: World, member: ReplayMember): Member {
  if (typeof member.avatar === 'string') world.show(member.id, member.avatar);
  return { id: member.id, name: member.name === '' ? member.id : member.name, card: member.card ?? '' };
}

/** A person writing in private is known by the name borne in a group. */
function personOf(world: World, id: string): Member {
  for (const group of world.groups()) {
    const member = world.member(group.id, id);
    if (member !== null) return member;
  }
  return { id, name: id, card: '' };
}

import type { BotRole, Group } from '../core/model/group.js';
import type { Member } from '../core/model/member.js';

/** A chat as it stands at one moment of a replay: groups, who is in them, what they are called. */
export interface World {
  groups(): readonly Group[];
  group(groupId: string): Group | null;
  put(group: Group, members: readonly Member[]): void;
  change(groupId: string, change: Partial<Pick<Group, 'name' | 'ownerId' | 'adminIds' | 'botRole'>>): void;
  members(groupId: string): readonly Member[];
  member(groupId: string, memberId: string): Member | null;
  /** Puts a member in, or the new card of one who is there. */
  enter(groupId: string, member: Member): void;
  leave(groupId: string, memberId: string): void;
  /** The picture that a person shows, as the events name it. */
  show(memberId: string, avatar: string): void;
  avatar(memberId: string): string | null;
  /** Who wrote a message, while it can still be recalled. */
  wrote(messageId: string, groupId: string): void;
  groupOf(messageId: string): string | null;
  /** Whether the platform lets the bot take back the messages of others in this group. WeChat does not. */
  mayRecall(groupId: string): boolean;
  allowRecall(groupId: string): void;
}

/** Recalls are only asked for within minutes; older messages are forgotten. */
const REMEMBERED = 20_000;

interface Room {
  group: Group;
  readonly members: Map<string, Member>;
}

export function createWorld(): World {
  const rooms = new Map<string, Room>();
  const recallable = new Set<string>();
  const avatars = new Map<string, string>();
  let messages = new Map<string, string>();
  let older = new Map<string, string>();
  return {
    groups: () => [...rooms.values()].map((room) => room.group),
    group: (groupId) => rooms.get(groupId)?.group ?? null,
    put(group, members) {
      rooms.set(group.id, { group, members: new Map(members.map((member) => [member.id, member])) });
    },
    change(groupId, change) {
      const room = rooms.get(groupId);
      if (room !== undefined) room.group = { ...room.group, ...change };
    },
    members: (groupId) => [...(rooms.get(groupId)?.members.values() ?? [])],
    member: (groupId, memberId) => rooms.get(groupId)?.members.get(memberId) ?? null,
    enter: (groupId, member) => void rooms.get(groupId)?.members.set(member.id, member),
    show: (memberId, avatar) => void avatars.set(memberId, avatar),
    avatar: (memberId) => avatars.get(memberId) ?? null,
    leave: (groupId, memberId) => void rooms.get(groupId)?.members.delete(memberId),
    wrote(messageId, groupId) {
      if (messages.size >= REMEMBERED) {
        older = messages;
        messages = new Map();
      }
      messages.set(messageId, groupId);
    },
    groupOf: (messageId) => messages.get(messageId) ?? older.get(messageId) ?? null,
    mayRecall: (groupId) => recallable.has(groupId),
    allowRecall: (groupId) => void recallable.add(groupId),
  };
}

/** WeChat: the owner removes anybody, an administrator plain members, a member nobody. */
export function mayRemove(botRole: BotRole, group: Group, memberId: string): boolean {
  if (botRole === 'owner') return true;
  return botRole === 'admin' && memberId !== group.ownerId && !group.adminIds.includes(memberId);
}

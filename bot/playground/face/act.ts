import type { Person } from '../puppet/room.js';
import type { World } from '../puppet/world.js';
import { ADMIN, BOT, OWNER, ROOM } from '../scene/alumni.js';
import { BadLine, type Order } from './order.js';
import type { People } from './people.js';
import { send } from './send.js';

/** The orders that change the world; the others are for the face itself. */
export type WorldOrder = Exclude<
  Order,
  { kind: 'time' | 'view' | 'speaker' | 'members' | 'help' | 'quit' | 'nothing' }
>;

export interface Ground {
  readonly world: World;
  readonly people: People;
}

/** What came of an order: who acted, and what to note where nobody's screen shows it. */
export interface Done {
  readonly actorId: string;
  readonly note: string | null;
}

/** Does as somebody said. @throws BadLine where the platform would not allow it */
export function act(ground: Ground, order: WorldOrder): Done {
  switch (order.kind) {
    case 'say':
    case 'send':
    case 'recall':
      return speak(ground, order);
    case 'topic':
    case 'rights':
    case 'befriend':
    case 'invite':
      return arrange(ground, order);
    case 'join':
    case 'leave':
    case 'kick':
    case 'card':
      return move(ground, order);
  }
}

type Speech = Extract<WorldOrder, { kind: 'say' | 'send' | 'recall' }>;

function speak(ground: Ground, order: Speech): Done {
  const { world, people } = ground;
  switch (order.kind) {
    case 'say': {
      const actorId = people.member(order.who);
      world.say(actorId, ROOM, order.text, { mentions: people.mentioned(order.text) });
      return { actorId, note: null };
    }
    case 'send':
      return { actorId: send(ground, order), note: null };
    case 'recall':
      return recall(ground, order.who);
  }
}

type Arrangement = Extract<WorldOrder, { kind: 'topic' | 'rights' | 'befriend' | 'invite' }>;

function arrange(ground: Ground, order: Arrangement): Done {
  const { world, people } = ground;
  switch (order.kind) {
    case 'topic': {
      const actorId = people.member(order.by ?? OWNER);
      world.setTopic(ROOM, actorId, order.name);
      return { actorId, note: null };
    }
    case 'rights': {
      const admins = order.bot === 'admin' ? [ADMIN, BOT.id] : [ADMIN];
      world.setAdmins(
        ROOM,
        admins.filter((id) => people.isIn(id)),
      );
      return {
        actorId: OWNER,
        note: order.bot === 'admin' ? '群哨是管理员了,能移出成员。' : '群哨不再是管理员,移不了人。',
      };
    }
    case 'befriend': {
      const actorId = newcomer(ground, order.who);
      if (world.state.person(actorId).isFriend)
        throw new BadLine(`${people.nameOf(actorId)} 已经是群哨的好友,直接私聊就好。`);
      world.befriend(actorId, order.hello === '' ? '您好,我是校友' : order.hello);
      return { actorId, note: null };
    }
    case 'invite':
      return invite(ground, order);
  }
}

type Move = Extract<WorldOrder, { kind: 'join' | 'leave' | 'kick' | 'card' }>;

function move(ground: Ground, order: Move): Done {
  const { world, people } = ground;
  switch (order.kind) {
    case 'join': {
      const inviterId = order.by === null ? null : people.member(order.by);
      const actorId = newcomer(ground, order.who);
      if (people.isIn(actorId)) throw new BadLine(`${people.nameOf(actorId)} 已经在群里了。`);
      world.join(ROOM, actorId, inviterId);
      return { actorId, note: null };
    }
    case 'leave': {
      const actorId = people.member(order.who);
      world.leave(ROOM, actorId);
      return { actorId, note: null };
    }
    case 'kick': {
      const byId = people.member(order.by ?? OWNER);
      const actorId = people.member(order.who);
      if (byId === actorId) throw new BadLine(`自己离开请写:退群 ${order.who}`);
      world.leave(ROOM, actorId, byId);
      return { actorId, note: null };
    }
    case 'card': {
      const actorId = people.member(order.who);
      world.setCard(ROOM, actorId, order.card);
      const card = order.card === '' ? '清空了群名片' : `把群名片改成“${order.card}”`;
      return { actorId, note: `${people.nameOf(actorId)} ${card}` };
    }
  }
}

/** Somebody known, or a new person of this name, who is not the bot's friend yet. */
function newcomer({ world, people }: Ground, name: string): string {
  if (people.find(name) !== null) return people.actor(name);
  const id = `n${world.state.people.size}`;
  const person: Person = { id, name, alias: '', isFriend: false, avatar: null };
  world.addContact(person);
  return id;
}

function recall({ world, people }: Ground, who: string | null): Done {
  const byId = who === null ? null : people.actor(who);
  const last = [...world.state.messages.values()].findLast((message) => {
    if (message.fromId === world.botId || message.recalled || message.content.kind === 'recalled')
      return false;
    return byId === null || message.fromId === byId;
  });
  if (last === undefined) throw new BadLine('还没有可以撤回的消息。');
  if (!world.recall(last.fromId, last.id)) throw new BadLine('发出超过两分钟,撤不回了(微信的规矩)。');
  return { actorId: last.fromId, note: null };
}

/** A second group, owned by whoever invites. */
function invite({ world, people }: Ground, order: Extract<WorldOrder, { kind: 'invite' }>): Done {
  const actorId = people.actor(order.by ?? OWNER);
  const roomId = `g${world.state.rooms.size + 1}@chatroom`;
  world.addRoom({ id: roomId, topic: order.name, ownerId: actorId, members: [ADMIN] });
  world.invite(roomId, actorId);
  return { actorId, note: null };
}

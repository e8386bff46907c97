import type { World } from '../puppet/world.js';
import type { PersonSeed } from '../puppet/room.js';
import type { WorldCommand } from './command.js';

/** Does as the command says. @returns what the answer carries: an id, a boolean, the feed, or nothing. */
export function perform(world: World, c: WorldCommand): unknown {
  switch (c.cmd) {
    case 'addContact':
      return world.addContact(personOf(c.person));
    case 'addRoom':
      return world.addRoom(c.room);
    case 'join':
      return world.join(c.room, c.member, c.inviter);
    case 'leave':
      return world.leave(c.room, c.member, c.by);
    case 'setCard':
      return world.setCard(c.room, c.member, c.card);
    case 'setTopic':
      return world.setTopic(c.room, c.by, c.topic);
    case 'announce':
      return world.announce(c.room, c.by, c.text);
    case 'setOwner':
      return world.setOwner(c.room, c.owner);
    case 'setAdmins':
      return world.setAdmins(c.room, c.admins);
    case 'invite':
      return world.invite(c.room, c.from);
    case 'befriend':
      return world.befriend(c.from, c.hello);
    case 'feed':
      return c.seenBy === undefined ? world.feed.entries : world.feed.seenBy(c.seenBy);
    default:
      return talk(world, c);
  }
}

type TalkCommand = Extract<WorldCommand, { cmd: 'say' | 'direct' | 'recall' | `send${string}` }>;

function talk(world: World, c: TalkCommand): unknown {
  switch (c.cmd) {
    case 'say':
      return world.say(c.from, c.room, c.text, c);
    case 'direct':
      return world.direct(c.from, c.text);
    case 'send':
      return world.send(c.from, c.to, c.content).id;
    case 'sendImage':
      return world.sendImage(c.from, c.to, { name: c.name, bytes: Buffer.from(c.base64, 'base64') });
    case 'sendFile':
      return world.sendFile(c.from, c.to, { name: c.name, bytes: Buffer.from(c.base64, 'base64') });
    case 'sendMedia': {
      const bytes = Buffer.from(c.base64, 'base64');
      return world.send(c.from, c.to, { kind: c.kind, name: c.name, bytes }).id;
    }
    case 'sendLink':
      return world.sendLink(c.from, c.to, c.link);
    case 'sendMiniProgram':
      return world.sendMiniProgram(c.from, c.to, c.app);
    case 'sendContactCard':
      return world.sendContactCard(c.from, c.to, c.person);
    case 'recall':
      return world.recall(c.by, c.message);
  }
}

type AddContact = Extract<WorldCommand, { cmd: 'addContact' }>;

function personOf({ avatar, ...person }: AddContact['person']): PersonSeed {
  return avatar === undefined ? person : { ...person, avatar: Buffer.from(avatar, 'base64') };
}

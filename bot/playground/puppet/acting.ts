import type { FileBoxInterface } from 'file-box';
import type * as PUPPET from 'wechaty-puppet';
import { withFault, type Call } from './call.js';
import { Log } from './log.js';
import * as membership from './membership.js';
import type { Content } from './message.js';
import { Refusal } from './permission.js';
import { ReadingPuppet } from './reading.js';
import type { World } from './world.js';

const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|bmp)$/iu;

/** How Wechaty changes the world: what the bot says and does. Every such call is kept in `calls`, also where it fails. */
export abstract class ActingPuppet extends ReadingPuppet {
  readonly calls = new Log<Call>();

  private act<T>(
    method: string,
    args: readonly unknown[],
    perform: (world: World) => T | Promise<T>,
  ): Promise<T> {
    this.calls.push({ method, args });
    if (!this.isLoggedIn) return Promise.reject(new Refusal('not logged in'));
    return withFault(this.faults, method, () => perform(this.world));
  }

  private send(method: string, conversationId: string, content: Content): Promise<string> {
    const args = [conversationId, content];
    return this.act(method, args, (world) => world.send(world.botId, conversationId, content).id);
  }

  override messageSendText(
    conversationId: string,
    text: string,
    mentionIdList: string[] = [],
  ): Promise<string> {
    const content = { kind: 'text', text, mentions: [...mentionIdList] } as const;
    const args = [conversationId, text, content.mentions];
    return this.act('messageSendText', args, (world) => world.send(world.botId, conversationId, content).id);
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string> {
    const { name } = file;
    const bytes = await file.toBuffer();
    const kind = IMAGE_NAME.test(name) ? 'image' : 'file';
    return this.act('messageSendFile', [conversationId, { name, size: bytes.length }], (world) => {
      return world.send(world.botId, conversationId, { kind, name, bytes }).id;
    });
  }

  override messageSendUrl(conversationId: string, link: PUPPET.payloads.UrlLink): Promise<string> {
    const { title, url, description = '' } = link;
    return this.send('messageSendUrl', conversationId, { kind: 'link', title, url, description });
  }

  override messageSendMiniProgram(conversationId: string, app: PUPPET.payloads.MiniProgram): Promise<string> {
    const { title = '', appid = '', pagePath = '' } = app;
    const content = { kind: 'mini-program', title, appId: appid, page: pagePath } as const;
    return this.send('messageSendMiniProgram', conversationId, content);
  }

  override messageSendContact(conversationId: string, personId: string): Promise<string> {
    return this.send('messageSendContact', conversationId, { kind: 'contact-card', personId });
  }

  override messageSendLocation(conversationId: string, place: PUPPET.payloads.Location): Promise<string> {
    const { name, latitude, longitude } = place;
    return this.send('messageSendLocation', conversationId, { kind: 'location', name, latitude, longitude });
  }

  override messageForward(conversationId: string, messageId: string): Promise<string> {
    return this.act('messageForward', [conversationId, messageId], (world) => {
      return world.send(world.botId, conversationId, world.state.message(messageId).content).id;
    });
  }

  override messageRecall(messageId: string): Promise<boolean> {
    return this.act('messageRecall', [messageId], (world) => world.recall(world.botId, messageId));
  }

  override roomDel(roomId: string, contactId: string | string[]): Promise<void> {
    return this.act('roomDel', [roomId, contactId], (world) => {
      for (const id of [contactId].flat()) world.leave(roomId, id, world.botId);
    });
  }

  override roomAdd(roomId: string, contactId: string | string[]): Promise<void> {
    return this.act('roomAdd', [roomId, contactId], (world) => {
      for (const id of [contactId].flat()) world.join(roomId, id, world.botId);
    });
  }

  override roomQuit(roomId: string): Promise<void> {
    return this.act('roomQuit', [roomId], (world) => world.leave(roomId, world.botId));
  }

  override roomTopic(roomId: string): Promise<string>;
  override roomTopic(roomId: string, topic: string): Promise<void>;
  override async roomTopic(roomId: string, topic?: string): Promise<string | void> {
    if (topic === undefined) return this.read('roomTopic', (state) => state.room(roomId).topic);
    return this.act('roomTopic', [roomId, topic], (world) => world.setTopic(roomId, world.botId, topic));
  }

  override roomAnnounce(roomId: string): Promise<string>;
  override roomAnnounce(roomId: string, text: string): Promise<void>;
  override async roomAnnounce(roomId: string, text?: string): Promise<string | void> {
    if (text === undefined) return this.read('roomAnnounce', (state) => state.room(roomId).announcement);
    return this.act('roomAnnounce', [roomId, text], (world) => world.announce(roomId, world.botId, text));
  }

  override contactAlias(contactId: string): Promise<string>;
  override contactAlias(contactId: string, alias: string | null): Promise<void>;
  override async contactAlias(contactId: string, alias?: string | null): Promise<string | void> {
    if (alias === undefined) return this.read('contactAlias', (state) => state.person(contactId).alias);
    return this.act('contactAlias', [contactId, alias], (world) => {
      const person = world.state.person(contactId);
      if (!person.isFriend) throw new Refusal(`${contactId} is not a friend`);
      world.addContact({ ...person, alias: alias ?? '' });
    });
  }

  override roomInvitationAccept(id: string): Promise<void> {
    return this.act('roomInvitationAccept', [id], ({ state }) => membership.acceptInvitation(state, id));
  }

  override friendshipAccept(id: string): Promise<void> {
    return this.act('friendshipAccept', [id], ({ state }) => membership.acceptFriend(state, id));
  }
}

import { Feed } from './feed.js';
import * as membership from './membership.js';
import { quoted, quoteReply, type Content, type Utterance } from './message.js';
import type { PersonSeed, RoomSeed } from './room.js';
import { post, recall } from './talk.js';
import { WorldState, type WorldOptions } from './world-state.js';

export interface SayOptions {
  /** Ids of those mentioned. The text itself must hold the `@name`. */
  readonly mentions?: readonly string[];
  /** The id of a message to answer; its text is put before the answer the way WeChat does. */
  readonly quote?: string;
}

export interface Media {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An in-memory WeChat: people, rooms, messages, with the platform's rules. Every method is an act of somebody; what comes of it
 * is in `feed` (what people see) and goes to the subscribers of `state` (the puppet).
 * Acts that the platform would not allow throw `Refusal`.
 */
export class World {
  readonly state: WorldState;
  readonly feed: Feed;

  constructor(options: WorldOptions) {
    this.state = new WorldState(options);
    this.feed = new Feed(this.state);
  }

  get botId(): string {
    return this.state.botId;
  }

  /** Adds a person, or changes the name, remark or friendship of the one with this id. */
  addContact(seed: PersonSeed): void {
    membership.putPerson(this.state, seed);
  }

  addRoom(seed: RoomSeed): void {
    membership.addRoom(this.state, seed);
  }

  /** Speaks in a room. @returns the message's id; so do all that send. */
  say(memberId: string, roomId: string, text: string, options: SayOptions = {}): string {
    const mentions = options.mentions ?? [];
    const shown = options.quote === undefined ? text : this.answer(options.quote, text);
    return this.send(memberId, roomId, { kind: 'text', text: shown, mentions }).id;
  }

  /** Writes to the bot in private. */
  direct(memberId: string, text: string): string {
    return this.send(memberId, this.botId, { kind: 'text', text, mentions: [] }).id;
  }

  /** Sends any content to a room, to the bot in private or, as the bot, to a person. */
  send(fromId: string, conversationId: string, content: Content): Utterance {
    return post(this.state, { fromId, conversationId, content });
  }

  sendImage(fromId: string, conversationId: string, image: Media): string {
    return this.send(fromId, conversationId, { kind: 'image', ...image }).id;
  }

  sendFile(fromId: string, conversationId: string, file: Media): string {
    return this.send(fromId, conversationId, { kind: 'file', ...file }).id;
  }

  sendLink(
    fromId: string,
    conversationId: string,
    link: { title: string; url: string; description?: string },
  ): string {
    return this.send(fromId, conversationId, { description: '', ...link, kind: 'link' }).id;
  }

  sendMiniProgram(
    fromId: string,
    conversationId: string,
    app: { title: string; appId: string; page?: string },
  ): string {
    return this.send(fromId, conversationId, { page: '', ...app, kind: 'mini-program' }).id;
  }

  sendContactCard(fromId: string, conversationId: string, personId: string): string {
    this.state.person(personId);
    return this.send(fromId, conversationId, { kind: 'contact-card', personId }).id;
  }

  /** @returns whether the message was taken back; false after two minutes. */
  recall(byId: string, messageId: string): boolean {
    return recall(this.state, byId, messageId);
  }

  /** With a null inviter the platform does not tell who invited, and Wechaty swallows its own `room-join`. */
  join(roomId: string, memberId: string, inviterId: string | null): void {
    membership.join(this.state, { roomId, memberId, inviterId });
  }

  /** Without `byId` the member leaves of their own accord, otherwise `byId` removes them. */
  leave(roomId: string, memberId: string, byId: string = memberId): void {
    membership.leave(this.state, roomId, { memberId, byId });
  }

  setCard(roomId: string, memberId: string, card: string): void {
    membership.setCard(this.state, roomId, { memberId, card });
  }

  setTopic(roomId: string, byId: string, topic: string): void {
    membership.setTopic(this.state, roomId, { byId, topic });
  }

  announce(roomId: string, byId: string, text: string): void {
    membership.announce(this.state, roomId, { byId, text });
  }

  setOwner(roomId: string, ownerId: string): void {
    membership.setOwner(this.state, roomId, ownerId);
  }

  setAdmins(roomId: string, adminIds: readonly string[]): void {
    membership.setAdmins(this.state, roomId, adminIds);
  }

  /** Invites the bot into a room. @returns the invitation's id. */
  invite(roomId: string, fromId: string): string {
    return membership.invite(this.state, roomId, fromId).id;
  }

  /** Asks to be the bot's friend, and is a stranger until it accepts. @returns the request's id. */
  befriend(fromId: string, hello: string): string {
    return membership.befriend(this.state, fromId, hello).id;
  }

  private answer(quotedId: string, reply: string): string {
    const { fromId, conversationId, content } = this.state.message(quotedId);
    const roomId = this.state.rooms.has(conversationId) ? conversationId : null;
    return quoteReply(this.state.shownName(fromId, roomId), quoted(content), reply);
  }
}

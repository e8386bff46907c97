import { FileBox, type FileBoxInterface } from 'file-box';
import type * as PUPPET from 'wechaty-puppet';
import { withFault } from './call.js';
import { Faults } from './fault.js';
import type { Content } from './message.js';
import * as payload from './payload.js';
import { LimitedPuppet } from './unsupported.js';
import type { World } from './world.js';
import type { WorldState } from './world-state.js';

/** How Wechaty reads the world: payloads, lists and files. Raw payloads are finished ones, so the parsers pass them through. */
export abstract class ReadingPuppet extends LimitedPuppet {
  readonly world: World;
  readonly faults = new Faults();
  /** Cards as they were before a change that the platform has not shown yet: room id → member id → card. */
  protected readonly staleCards = new Map<string, Map<string, string>>();

  constructor(world: World, options: PUPPET.PuppetOptions = {}) {
    super(options);
    this.world = world;
  }

  protected read<T>(method: string, look: (state: WorldState) => T | Promise<T>): Promise<T> {
    return withFault(this.faults, method, () => look(this.world.state));
  }

  override contactList(): Promise<string[]> {
    return this.read('contactList', ({ people }) => [...people.keys()]);
  }

  /** A room's id is asked for as a contact's after a change of its members (wechaty#2410); the words are those of gateways. */
  override contactRawPayload(id: string): Promise<PUPPET.payloads.Contact> {
    return this.read('contactRawPayload', ({ people }) => {
      const person = people.get(id);
      if (person === undefined) throw new Error(`no payload found for id ${id}`);
      return payload.contactPayload(person);
    });
  }

  override async contactRawPayloadParser(raw: PUPPET.payloads.Contact): Promise<PUPPET.payloads.Contact> {
    return raw;
  }

  override roomList(): Promise<string[]> {
    return this.read('roomList', ({ rooms, botId }) => {
      return [...rooms.values()].filter(({ seats }) => seats.has(botId)).map(({ id }) => id);
    });
  }

  override roomRawPayload(id: string): Promise<PUPPET.payloads.Room> {
    return this.read('roomRawPayload', (state) => payload.roomPayload(state.room(id)));
  }

  override async roomRawPayloadParser(raw: PUPPET.payloads.Room): Promise<PUPPET.payloads.Room> {
    return raw;
  }

  override roomMemberList(roomId: string): Promise<string[]> {
    return this.read('roomMemberList', (state) => [...state.room(roomId).seats.keys()]);
  }

  override roomMemberRawPayload(roomId: string, id: string): Promise<PUPPET.payloads.RoomMember> {
    return this.read('roomMemberRawPayload', (state) => {
      const seat = state.room(roomId).seats.get(id);
      if (seat === undefined) throw new Error(`contact(${id}) is not in the Room(${roomId})`);
      const card = this.staleCards.get(roomId)?.get(id) ?? seat.card;
      return payload.memberPayload({ person: state.person(id), card, inviterId: seat.inviterId });
    });
  }

  override async roomMemberRawPayloadParser(
    raw: PUPPET.payloads.RoomMember,
  ): Promise<PUPPET.payloads.RoomMember> {
    return raw;
  }

  override messageRawPayload(id: string): Promise<PUPPET.payloads.Message> {
    return this.read('messageRawPayload', (state) => {
      const message = state.message(id);
      return payload.messagePayload(message, state.rooms.get(message.conversationId));
    });
  }

  override async messageRawPayloadParser(raw: PUPPET.payloads.Message): Promise<PUPPET.payloads.Message> {
    return raw;
  }

  override messageContact(id: string): Promise<string> {
    return this.read('messageContact', (state) => contentOf(state, id, 'contact-card').personId);
  }

  override messageFile(id: string): Promise<FileBoxInterface> {
    return this.read('messageFile', (state) => {
      const { content } = state.message(id);
      if (!('bytes' in content)) throw new Error(`message ${id} carries no file`);
      // Base64, for a small FileBox of the type Buffer breaks wechaty-puppet-service when it is served.
      return FileBox.fromBase64(Buffer.from(content.bytes).toString('base64'), content.name);
    });
  }

  override contactAvatar(contactId: string): Promise<FileBoxInterface>;
  override contactAvatar(contactId: string, file: FileBoxInterface): Promise<void>;
  override contactAvatar(contactId: string, file?: FileBoxInterface): Promise<FileBoxInterface | void> {
    return this.read('contactAvatar', (state) => {
      const { avatar } = state.person(contactId);
      if (file !== undefined) throw new Error('an avatar is changed by its person alone');
      if (avatar === null) throw new Error(`${contactId} shows no avatar`);
      return FileBox.fromBase64(Buffer.from(avatar).toString('base64'), 'avatar.png');
    });
  }

  override messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override messageUrl(id: string): Promise<PUPPET.payloads.UrlLink> {
    return this.read('messageUrl', (state) => {
      const { title, url, description } = contentOf(state, id, 'link');
      return { title, url, description };
    });
  }

  override messageMiniProgram(id: string): Promise<PUPPET.payloads.MiniProgram> {
    return this.read('messageMiniProgram', (state) => {
      const { title, appId, page } = contentOf(state, id, 'mini-program');
      return { title, description: title, appid: appId, pagePath: page };
    });
  }

  override messageLocation(id: string): Promise<PUPPET.payloads.Location> {
    return this.read('messageLocation', (state) => {
      const { name, latitude, longitude } = contentOf(state, id, 'location');
      return { name, address: name, latitude, longitude, accuracy: 0 };
    });
  }

  override roomInvitationRawPayload(id: string): Promise<PUPPET.payloads.RoomInvitation> {
    return this.read('roomInvitationRawPayload', (state) => {
      const invitation = state.invitation(id);
      return payload.invitationPayload(invitation, state.room(invitation.roomId), state.botId);
    });
  }

  override async roomInvitationRawPayloadParser(
    raw: PUPPET.payloads.RoomInvitation,
  ): Promise<PUPPET.payloads.RoomInvitation> {
    return raw;
  }

  override friendshipRawPayload(id: string): Promise<PUPPET.payloads.Friendship> {
    return this.read('friendshipRawPayload', (state) => {
      const request = state.confirmations.get(id);
      return request === undefined
        ? payload.requestPayload(state.friendRequest(id))
        : payload.confirmationPayload(id, request);
    });
  }

  override async friendshipRawPayloadParser(
    raw: PUPPET.payloads.Friendship,
  ): Promise<PUPPET.payloads.Friendship> {
    return raw;
  }
}

type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>;

function contentOf<K extends Content['kind']>(state: WorldState, id: string, kind: K): ContentOf<K> {
  const { content } = state.message(id);
  if (!hasKind(content, kind)) throw new Error(`message ${id} is of the kind ${content.kind}, not ${kind}`);
  return content;
}

function hasKind<K extends Content['kind']>(content: Content, kind: K): content is ContentOf<K> {
  return content.kind === kind;
}

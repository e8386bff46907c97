import * as PUPPET from 'wechaty-puppet';
import type { FriendRequest, Invitation } from './happening.js';
import type { Content, Utterance } from './message.js';
import type { Person, Room } from './room.js';

const { Message } = PUPPET.types;

const TYPES: Readonly<Record<Exclude<Content['kind'], 'unknown'>, PUPPET.types.Message>> = {
  text: Message.Text,
  image: Message.Image,
  file: Message.Attachment,
  voice: Message.Audio,
  video: Message.Video,
  sticker: Message.Emoticon,
  link: Message.Url,
  'mini-program': Message.MiniProgram,
  'contact-card': Message.Contact,
  location: Message.Location,
  'chat-history': Message.ChatHistory,
  'group-notice': Message.GroupNote,
  'red-packet': Message.RedEnvelope,
  transfer: Message.Transfer,
  recalled: Message.Recalled,
};

export function contactPayload(person: Person): PUPPET.payloads.Contact {
  return {
    id: person.id,
    name: person.name,
    alias: person.alias,
    friend: person.isFriend,
    avatar: '',
    gender: PUPPET.types.ContactGender.Unknown,
    type: PUPPET.types.Contact.Individual,
    phone: [],
  };
}

export function roomPayload(room: Room): PUPPET.payloads.Room {
  const { id, topic, ownerId } = room;
  return { id, topic, ownerId, adminIdList: [...room.adminIds], memberIdList: [...room.seats.keys()] };
}

export interface MemberView {
  readonly person: Person;
  readonly card: string;
  readonly inviterId: string | null;
}

export function memberPayload({ person, card, inviterId }: MemberView): PUPPET.payloads.RoomMember {
  const payload = { id: person.id, name: person.name, avatar: '', roomAlias: card };
  return inviterId === null ? payload : { ...payload, inviterId };
}

export function messagePayload(message: Utterance, room: Room | undefined): PUPPET.payloads.Message {
  const { id, fromId, at, content } = message;
  const base = { id, talkerId: fromId, timestamp: at, ...body(content) };
  if (room === undefined) return { ...base, listenerId: message.conversationId };
  return { ...base, roomId: room.id, mentionIdList: content.kind === 'text' ? [...content.mentions] : [] };
}

/** Wechaty reads the id of the message taken back from the text of the `Recalled` message. */
function body(content: Content): Pick<PUPPET.payloads.MessageBase, 'type' | 'text' | 'filename'> {
  if (content.kind === 'unknown') return { type: content.code, text: content.text };
  const type = TYPES[content.kind];
  switch (content.kind) {
    case 'recalled':
      return { type, text: content.messageId };
    case 'text':
    case 'chat-history':
    case 'group-notice':
    case 'red-packet':
    case 'transfer':
      return { type, text: content.text };
    case 'image':
    case 'file':
    case 'voice':
    case 'video':
    case 'sticker':
      return { type, text: '', filename: content.name };
    case 'link':
    case 'mini-program':
    case 'contact-card':
    case 'location':
      return { type, text: '' };
  }
}

export function invitationPayload(
  { id, fromId, at }: Invitation,
  room: Room,
  receiverId: string,
): PUPPET.payloads.RoomInvitation {
  const memberIdList = [...room.seats.keys()];
  const seats = { memberCount: memberIdList.length, memberIdList };
  return {
    id,
    inviterId: fromId,
    topic: room.topic,
    avatar: '',
    invitation: id,
    timestamp: at,
    receiverId,
    ...seats,
  };
}

export function requestPayload(request: FriendRequest): PUPPET.payloads.Friendship {
  const { id, fromId, hello, at } = request;
  return { id, contactId: fromId, hello, timestamp: at, ticket: id, type: PUPPET.types.Friendship.Receive };
}

export function confirmationPayload(id: string, request: FriendRequest): PUPPET.payloads.Friendship {
  const { fromId, hello, at } = request;
  return { id, contactId: fromId, hello, timestamp: at, type: PUPPET.types.Friendship.Confirm };
}

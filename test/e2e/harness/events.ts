import type { Contact, Friendship, Message, Room, RoomInvitation, Wechaty } from 'wechaty';
import { Witness } from './witness.js';

export type BotEvent =
  | { readonly on: 'login' }
  | { readonly on: 'ready' }
  | { readonly on: 'heartbeat' }
  | { readonly on: 'message'; readonly message: Message }
  | { readonly on: 'room-join'; readonly room: Room; readonly invitees: Contact[]; readonly inviter: Contact }
  | {
      readonly on: 'room-leave';
      readonly room: Room;
      readonly leavers: Contact[];
      readonly remover: Contact | undefined;
    }
  | { readonly on: 'room-topic'; readonly room: Room; readonly topic: string; readonly changer: Contact }
  | { readonly on: 'room-invite'; readonly invitation: RoomInvitation }
  | { readonly on: 'friendship'; readonly friendship: Friendship }
  | { readonly on: 'error'; readonly error: Error }
  /** The puppet's own events: bare ids, in the order of arrival, also where Wechaty swallows its own. */
  | { readonly on: 'raw-message'; readonly id: string }
  | { readonly on: 'raw-join'; readonly memberIds: readonly string[]; readonly inviterId: string }
  | { readonly on: 'raw-dirty'; readonly id: string; readonly type: number };

export type EventOf<K extends BotEvent['on']> = Extract<BotEvent, { on: K }>;

/** What a Wechaty tells its program, in order. */
export class BotEvents extends Witness<BotEvent> {
  /** The first event of this name that satisfies the claim. */
  next<K extends BotEvent['on']>(
    on: K,
    claim: (event: EventOf<K>) => boolean = () => true,
  ): Promise<EventOf<K>> {
    return this.until((event): event is EventOf<K> => isOf(event, on) && claim(event));
  }

  /** The first message with this text. */
  async text(text: string): Promise<Message> {
    const { message } = await this.next('message', ({ message: one }) => one.text() === text);
    return message;
  }

  of<K extends BotEvent['on']>(on: K): EventOf<K>[] {
    return this.seen.filter((event): event is EventOf<K> => isOf(event, on));
  }
}

function isOf<K extends BotEvent['on']>(event: BotEvent, on: K): event is EventOf<K> {
  return event.on === on;
}

/** Listens to everything; to be called before `start()`, for without an `error` listener the first error kills the process. */
export function listen(bot: Wechaty): BotEvents {
  const events = new BotEvents();
  bot.on('error', (error) => events.push({ on: 'error', error }));
  bot.on('login', () => events.push({ on: 'login' }));
  bot.on('ready', () => events.push({ on: 'ready' }));
  bot.on('heartbeat', () => events.push({ on: 'heartbeat' }));
  bot.on('message', (message) => events.push({ on: 'message', message }));
  bot.on('room-join', (room, invitees, inviter) => events.push({ on: 'room-join', room, invitees, inviter }));
  bot.on('room-leave', (room, leavers, remover) => events.push({ on: 'room-leave', room, leavers, remover }));
  bot.on('room-topic', (room, topic, _, changer) => events.push({ on: 'room-topic', room, topic, changer }));
  bot.on('room-invite', (invitation) => events.push({ on: 'room-invite', invitation }));
  bot.on('friendship', (friendship) => events.push({ on: 'friendship', friendship }));
  return events;
}

/** Adds the puppet's own events; possible only once `bot.init()` has made the puppet. */
export function listenRaw(bot: Wechaty, events: BotEvents): void {
  bot.puppet.on('message', ({ messageId: id }) => events.push({ on: 'raw-message', id }));
  bot.puppet.on('room-join', (join) => {
    events.push({ on: 'raw-join', memberIds: join.inviteeIdList, inviterId: join.inviterId });
  });
  bot.puppet.on('dirty', ({ payloadId: id, payloadType: type }) =>
    events.push({ on: 'raw-dirty', id, type }),
  );
}

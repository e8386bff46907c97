import type { FriendRequest, Happening, Invitation } from './happening.js';
import type { Utterance } from './message.js';
import { Refusal } from './permission.js';
import { personFrom, type Person, type PersonSeed, type Room } from './room.js';

export interface WorldOptions {
  /** The time in milliseconds; the world itself has no clock. */
  readonly now: () => number;
  readonly bot: PersonSeed;
  /** Put before every id that the world makes up, so that ids of two runs on one database differ. Default empty. */
  readonly idPrefix?: string;
  /** The owner and administrators, the bot included, may recall what others wrote. Default false, as on WeChat. */
  readonly recallOthers?: boolean;
}

export type HappeningListener = (happening: Happening) => void;

/** The people, rooms and messages, and who is told of a change. The rules live in `talk.ts` and `membership.ts`. */
export class WorldState {
  readonly people = new Map<string, Person>();
  readonly rooms = new Map<string, Room>();
  readonly messages = new Map<string, Utterance>();
  readonly invitations = new Map<string, Invitation>();
  readonly friendRequests = new Map<string, FriendRequest>();
  /** Friend requests by the id of the message with which the platform confirmed them. */
  readonly confirmations = new Map<string, FriendRequest>();
  readonly botId: string;
  readonly recallsOthers: boolean;
  readonly now: () => number;
  private readonly idPrefix: string;
  private readonly listeners = new Set<HappeningListener>();
  private made = 0;

  constructor(options: WorldOptions) {
    this.now = options.now;
    this.idPrefix = options.idPrefix ?? '';
    this.recallsOthers = options.recallOthers ?? false;
    this.botId = options.bot.id;
    this.people.set(this.botId, personFrom(options.bot));
  }

  newId(letter: string): string {
    this.made += 1;
    return `${this.idPrefix}${letter}${this.made}`;
  }

  /** @returns a function that unsubscribes. Listeners are called at once and in order of subscription. */
  subscribe(listener: HappeningListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  publish(happening: Happening): void {
    for (const listener of this.listeners) listener(happening);
  }

  /** @throws Refusal when there is nobody with this id. The same holds for the lookups below. */
  person(id: string): Person {
    return found(this.people.get(id), `no person ${id}`);
  }

  room(id: string): Room {
    return found(this.rooms.get(id), `no room ${id}`);
  }

  message(id: string): Utterance {
    return found(this.messages.get(id), `no message ${id}`);
  }

  invitation(id: string): Invitation {
    return found(this.invitations.get(id), `no invitation ${id}`);
  }

  friendRequest(id: string): FriendRequest {
    return found(this.friendRequests.get(id), `no friend request ${id}`);
  }

  /** The name that the room sees: the card, or else the person's own. Works for those who left as well. */
  shownName(personId: string, roomId: string | null): string {
    const card = roomId === null ? '' : (this.rooms.get(roomId)?.seats.get(personId)?.card ?? '');
    return card === '' ? (this.people.get(personId)?.name ?? personId) : card;
  }
}

function found<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new Refusal(complaint);
  return value;
}

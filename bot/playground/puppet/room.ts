/** A person who has an account. `alias` is the bot's own remark for them; `isFriend`: the bot may write to them in private. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly isFriend: boolean;
  /** The picture that everybody sees; null for none. */
  readonly avatar: Uint8Array | null;
}

/** A member's place in a room. An empty `card` means that none is set; a null inviter means that the platform shows none. */
interface Seat {
  card: string;
  readonly inviterId: string | null;
}

/** `seats` keep the order of joining; the earliest inherits a room whose owner leaves. */
export interface Room {
  readonly id: string;
  topic: string;
  announcement: string;
  ownerId: string;
  readonly adminIds: Set<string>;
  readonly seats: Map<string, Seat>;
}

export interface PersonSeed {
  readonly id: string;
  readonly name: string;
  readonly alias?: string;
  /** Default true. */
  readonly isFriend?: boolean;
  readonly avatar?: Uint8Array | null;
}

interface SeatSeed {
  readonly id: string;
  readonly card?: string;
  readonly inviterId?: string;
}

/** `id` must contain `@`: Wechaty tells rooms from people by it. The owner and the admins need not be repeated in `members`. */
export interface RoomSeed {
  readonly id: string;
  readonly topic: string;
  readonly ownerId: string;
  readonly adminIds?: readonly string[];
  readonly members?: readonly (string | SeatSeed)[];
  readonly announcement?: string;
}

export function personFrom(seed: PersonSeed): Person {
  return {
    id: seed.id,
    name: seed.name,
    alias: seed.alias ?? '',
    isFriend: seed.isFriend ?? true,
    avatar: seed.avatar ?? null,
  };
}

/** @throws RangeError when the id lacks the `@` that Wechaty needs. */
export function roomFrom(seed: RoomSeed): Room {
  if (!seed.id.includes('@')) throw new RangeError(`room id "${seed.id}" must contain "@"`);
  const adminIds = new Set(seed.adminIds);
  const seats = new Map<string, Seat>();
  for (const id of [seed.ownerId, ...adminIds]) seats.set(id, { card: '', inviterId: null });
  for (const member of seed.members ?? []) {
    const seat = typeof member === 'string' ? { id: member } : member;
    seats.set(seat.id, { card: seat.card ?? '', inviterId: seat.inviterId ?? null });
  }
  const { id, topic, ownerId } = seed;
  return { id, topic, ownerId, announcement: seed.announcement ?? '', adminIds, seats };
}

export function isManager(room: Room, personId: string): boolean {
  return room.ownerId === personId || room.adminIds.has(personId);
}

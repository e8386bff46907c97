import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Member } from '../../src/core/model/member.js';
import { readMembers } from './room.js';

/**
 * Wechaty has no event for a changed card: it only marks a room's members as dirty. This remembers the cards of each room
 * and tells whose changed.
 */
export interface CardWatcher {
  /** The cards of a room as they were last read, by member; null where the room was not read yet. */
  known(roomId: string): Cards | null;
  /** Notes all cards of a room as they are. */
  remember(roomId: string, members: readonly Member[]): void;
  /** Notes the card of one who came. */
  note(roomId: string, member: Member): void;
  /** Forgets the card of one who left. */
  drop(roomId: string, memberId: string): void;
  /** A room was heard of: its cards are read once, in the background, as what later changes are measured against. */
  sight(puppet: Puppet, roomId: string): void;
  /**
   * Reads the room anew: who bears another card than before. Nobody, where the room was not known before. One reading at a
   * time; marks that come while one waits are answered by it.
   */
  changed(puppet: Puppet, roomId: string): Promise<readonly Member[]>;
}

export type Cards = ReadonlyMap<string, string>;

interface Room {
  cards: Map<string, string> | null;
  /** The readings so far, one after the other. */
  tail: Promise<void>;
  /** A change that is to be looked for is announced and not yet read. */
  isAwaited: boolean;
}

export function createCardWatcher(): CardWatcher {
  const rooms = new Map<string, Room>();
  const roomOf = (roomId: string): Room => {
    const known = rooms.get(roomId);
    if (known !== undefined) return known;
    const fresh: Room = { cards: null, tail: Promise.resolve(), isAwaited: false };
    rooms.set(roomId, fresh);
    return fresh;
  };
  return {
    known: (roomId) => rooms.get(roomId)?.cards ?? null,
    drop: (roomId, memberId) => void rooms.get(roomId)?.cards?.delete(memberId),
    remember(roomId, members) {
      const room = roomOf(roomId);
      // What is about to be read is compared with what was known before the change.
      if (!room.isAwaited || room.cards === null) room.cards = cardsOf(members);
    },
    note: (roomId, member) => void rooms.get(roomId)?.cards?.set(member.id, member.card),
    sight(puppet, roomId) {
      if (rooms.has(roomId)) return;
      const room = roomOf(roomId);
      room.tail = readMembers(puppet, roomId).then(
        (members) => void (room.cards ??= cardsOf(members)),
        () => void rooms.delete(roomId),
      );
    },
    async changed(puppet, roomId) {
      const room = roomOf(roomId);
      if (room.isAwaited) return [];
      room.isAwaited = true;
      const reading = room.tail.then(() => compare(puppet, roomId, room));
      room.tail = reading.then(
        () => undefined,
        () => forgetUnread(rooms, roomId),
      );
      return reading;
    },
  };
}

/** A room that could not be read counts as not known, so that the next message tries again. */
function forgetUnread(rooms: Map<string, Room>, roomId: string): void {
  if (rooms.get(roomId)?.cards === null) rooms.delete(roomId);
}

async function compare(puppet: Puppet, roomId: string, room: Room): Promise<readonly Member[]> {
  const before = room.cards;
  room.isAwaited = false;
  const members = await readMembers(puppet, roomId);
  room.cards = cardsOf(members);
  return members.filter((member) => (before?.get(member.id) ?? member.card) !== member.card);
}

function cardsOf(members: readonly Member[]): Map<string, string> {
  return new Map(members.map((member) => [member.id, member.card]));
}

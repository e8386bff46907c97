import { checkAnnouncement, checkRemoval, Refusal } from './permission.js';
import { personFrom, roomFrom, type PersonSeed, type Room, type RoomSeed } from './room.js';
import type { FriendRequest, Invitation } from './happening.js';
import type { WorldState } from './world-state.js';

/** Adds a person, or changes the one with this id. */
export function putPerson(world: WorldState, seed: PersonSeed): void {
  world.people.set(seed.id, personFrom(seed));
  world.publish({ kind: 'person', personId: seed.id });
}

/** @throws Refusal when a member is not a known person, RangeError when the id lacks its `@`. */
export function addRoom(world: WorldState, seed: RoomSeed): Room {
  const room = roomFrom(seed);
  for (const id of room.seats.keys()) world.person(id);
  world.rooms.set(room.id, room);
  return room;
}

export interface Entry {
  readonly roomId: string;
  readonly memberId: string;
  /** Null: the platform does not tell, as after a scanned code. */
  readonly inviterId: string | null;
}

export function join(world: WorldState, { roomId, memberId, inviterId }: Entry): void {
  const room = world.room(roomId);
  world.person(memberId);
  if (room.seats.has(memberId)) throw new Refusal(`${memberId} is already a member of ${roomId}`);
  if (inviterId !== null && !room.seats.has(inviterId)) {
    throw new Refusal(`${inviterId} is not a member of ${roomId}`);
  }
  room.seats.set(memberId, { card: '', inviterId });
  world.publish({ kind: 'join', roomId, memberId, inviterId, at: world.now() });
}

/** Leaves, or is removed when `byId` is somebody else. A room whose owner leaves falls to its earliest member. */
export function leave(world: WorldState, roomId: string, who: { memberId: string; byId: string }): void {
  const room = world.room(roomId);
  const { memberId, byId } = who;
  if (!room.seats.has(memberId)) throw new Refusal(`${memberId} is not a member of ${roomId}`);
  if (byId !== memberId) checkRemoval(room, byId, memberId);
  const shownAs = world.shownName(memberId, roomId);
  room.seats.delete(memberId);
  room.adminIds.delete(memberId);
  if (room.ownerId === memberId) inherit(room);
  world.publish({ kind: 'leave', roomId, memberId, shownAs, byId, at: world.now() });
}

function inherit(room: Room): void {
  const [heir] = room.seats.keys();
  room.ownerId = heir ?? '';
  room.adminIds.delete(room.ownerId);
}

export function setCard(world: WorldState, roomId: string, who: { memberId: string; card: string }): void {
  const seat = world.room(roomId).seats.get(who.memberId);
  if (seat === undefined) throw new Refusal(`${who.memberId} is not a member of ${roomId}`);
  const before = seat.card;
  seat.card = who.card;
  world.publish({ kind: 'card', roomId, memberId: who.memberId, before, after: who.card });
}

/** Any member may rename a room, as on WeChat. */
export function setTopic(world: WorldState, roomId: string, change: { byId: string; topic: string }): void {
  const room = world.room(roomId);
  const { byId, topic } = change;
  if (!room.seats.has(byId)) throw new Refusal(`${byId} is not a member of ${roomId}`);
  const before = room.topic;
  room.topic = topic;
  world.publish({ kind: 'topic', roomId, byId, before, after: topic, at: world.now() });
}

export function announce(world: WorldState, roomId: string, notice: { byId: string; text: string }): void {
  const room = world.room(roomId);
  checkAnnouncement(room, notice.byId);
  room.announcement = notice.text;
  world.publish({ kind: 'announcement', roomId, byId: notice.byId, text: notice.text, at: world.now() });
}

/** Hands the room over to another member; who owned it stays in. */
export function setOwner(world: WorldState, roomId: string, ownerId: string): void {
  const room = world.room(roomId);
  if (!room.seats.has(ownerId)) throw new Refusal(`${ownerId} is not a member of ${roomId}`);
  room.ownerId = ownerId;
  room.adminIds.delete(ownerId);
  world.publish({ kind: 'roles', roomId });
}

/** Makes the listed members the room's administrators, and nobody else. */
export function setAdmins(world: WorldState, roomId: string, adminIds: readonly string[]): void {
  const room = world.room(roomId);
  room.adminIds.clear();
  for (const id of adminIds) {
    if (!room.seats.has(id)) throw new Refusal(`${id} is not a member of ${roomId}`);
    if (id !== room.ownerId) room.adminIds.add(id);
  }
  world.publish({ kind: 'roles', roomId });
}

/** Invites the bot. It becomes a member only by accepting. */
export function invite(world: WorldState, roomId: string, fromId: string): Invitation {
  if (!world.room(roomId).seats.has(fromId)) throw new Refusal(`${fromId} is not a member of ${roomId}`);
  const invitation = { id: world.newId('i'), roomId, fromId, at: world.now() };
  world.invitations.set(invitation.id, invitation);
  world.publish({ kind: 'invitation', invitation });
  return invitation;
}

/** Accepting twice is no error: the platform answers the second time as the first. */
export function acceptInvitation(world: WorldState, id: string): void {
  const { roomId, fromId } = world.invitation(id);
  const { seats } = world.room(roomId);
  if (seats.has(world.botId)) return;
  join(world, { roomId, memberId: world.botId, inviterId: seats.has(fromId) ? fromId : null });
}

export function befriend(world: WorldState, fromId: string, hello: string): FriendRequest {
  const person = world.person(fromId);
  world.people.set(fromId, { ...person, isFriend: false });
  const request = { id: world.newId('f'), fromId, hello, at: world.now(), accepted: false };
  world.friendRequests.set(request.id, request);
  world.publish({ kind: 'friend-request', request });
  return request;
}

export function acceptFriend(world: WorldState, id: string): void {
  const request = world.friendRequest(id);
  if (request.accepted) return;
  request.accepted = true;
  world.people.set(request.fromId, { ...world.person(request.fromId), isFriend: true });
  const confirmationId = world.newId('f');
  world.confirmations.set(confirmationId, request);
  world.publish({ kind: 'friend', request, confirmationId, at: world.now() });
}

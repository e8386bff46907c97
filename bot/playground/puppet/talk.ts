import type { Content, Utterance } from './message.js';
import { canRecall, Refusal } from './permission.js';
import type { WorldState } from './world-state.js';

export interface Draft {
  readonly fromId: string;
  readonly conversationId: string;
  readonly content: Content;
}

/** Puts a message into a room or a private chat with the bot. @throws Refusal for those outside the room and for strangers. */
export function post(world: WorldState, draft: Draft): Utterance {
  world.person(draft.fromId);
  checkReach(world, draft);
  const message = record(world, draft);
  world.publish({ kind: 'message', message });
  return message;
}

/** Takes a message back. @returns whether it worked; false is "too late". @throws Refusal where the right is lacking. */
export function recall(world: WorldState, byId: string, messageId: string): boolean {
  const original = world.message(messageId);
  const room = world.rooms.get(original.conversationId) ?? null;
  const now = world.now();
  if (!canRecall({ byId, message: original, room, now, allowsOthers: world.recallsOthers })) return false;
  original.recalled = true;
  const { conversationId } = original;
  const notice = record(world, { fromId: byId, conversationId, content: { kind: 'recalled', messageId } });
  world.publish({ kind: 'recall', byId, original, notice });
  return true;
}

function record(world: WorldState, draft: Draft): Utterance {
  const message: Utterance = { ...draft, id: world.newId('m'), at: world.now(), recalled: false };
  world.messages.set(message.id, message);
  return message;
}

function checkReach(world: WorldState, { fromId, conversationId }: Draft): void {
  const room = world.rooms.get(conversationId);
  if (room !== undefined) {
    if (!room.seats.has(fromId)) throw new Refusal(`${fromId} is not a member of ${room.id}`);
    return;
  }
  const other = world.person(fromId === world.botId ? conversationId : fromId);
  if (fromId !== world.botId && conversationId !== world.botId) {
    throw new Refusal('the world keeps private chats with the bot only');
  }
  if (!other.isFriend) throw new Refusal(`${other.id} is not a friend`);
}

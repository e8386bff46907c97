import type { Utterance } from './message.js';
import { isManager, type Room } from './room.js';

/** The platform said no. Over gRPC only the message survives, so the reason is a part of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(reason: string) {
    super(`wechat bad request error: ${reason}`);
  }
}

const RECALL_WINDOW = 2 * 60_000;

/** Who may remove whom: the owner everybody else, an administrator neither the owner nor another administrator. */
export function checkRemoval(room: Room, byId: string, memberId: string): void {
  if (!room.seats.has(memberId)) throw new Refusal(`${memberId} is not a member of ${room.id}`);
  if (byId === memberId) throw new Refusal('one cannot remove oneself');
  if (!isManager(room, byId)) throw new Refusal('only the owner or an administrator can remove members');
  if (memberId === room.ownerId) throw new Refusal('the owner cannot be removed');
  if (room.adminIds.has(memberId) && byId !== room.ownerId) {
    throw new Refusal('an administrator cannot remove another administrator');
  }
}

export function checkAnnouncement(room: Room, byId: string): void {
  if (!isManager(room, byId)) throw new Refusal('only the owner or an administrator can announce');
}

export interface RecallRequest {
  readonly byId: string;
  readonly message: Utterance;
  /** Null in a private chat. */
  readonly room: Room | null;
  readonly now: number;
  /** Whether the platform lets the owner and administrators recall what others wrote. */
  readonly allowsOthers: boolean;
}

/** Whether a recall succeeds: false is "too late" or "already done". @throws Refusal where the right itself is lacking. */
export function canRecall({ byId, message, room, now, allowsOthers }: RecallRequest): boolean {
  if (message.fromId !== byId) {
    if (!allowsOthers) throw new Refusal("this platform cannot recall another person's message");
    if (room === null || !isManager(room, byId)) {
      throw new Refusal("only the owner or an administrator can recall another person's message");
    }
    return !message.recalled;
  }
  return !message.recalled && now - message.at <= RECALL_WINDOW;
}

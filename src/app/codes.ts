import { type Instant, MINUTE } from '../core/model/instant.js';

/** How long it is remembered that a code went by unused. */
const REMEMBERED: Instant = 5 * MINUTE;

export interface Pending {
  readonly actorId: string;
  readonly groupId: string;
  readonly task: Task;
  readonly until: Instant;
}

/** What waits for its code: one member of the union for each thing that is only done when it is said twice. */
export type Task =
  | { readonly kind: 'removal'; readonly memberId: string; readonly reason: string }
  | { readonly kind: 'setting'; readonly key: string; readonly value: string }
  | { readonly kind: 'reverse-word'; readonly word: string }
  | { readonly kind: 'offboard'; readonly listed: readonly Listed[] };

/** Somebody in a group, as shown to the person who asked. */
export interface Listed {
  readonly groupId: string;
  readonly memberId: string;
}

export interface KeptCode {
  readonly code: string;
  readonly pending: Pending;
}

/** What is done only when its code comes back. Lost on restart. */
export interface Codes {
  /** Keeps what a code confirms; the code is its own. */
  keep(code: string, pending: Pending): void;
  /** The group that the person's code is about, in time; null where there is no such code. */
  groupOfCode(code: string, actorId: string, now: Instant): string | null;
  /** Hands out what the code confirms, once, to the person who asked, in time. */
  redeem(code: string, actorId: string, now: Instant): Pending | null;
  /** The person's codes that can still be given back, the newest first. */
  waiting(actorId: string, now: Instant): readonly KeptCode[];
  /** Those that went by unused in the last five minutes, the newest first. */
  lapsed(actorId: string, now: Instant): readonly KeptCode[];
}

export function createCodes(): Codes {
  /** By person and code: two may be given the same. */
  const codes = new Map<string, KeptCode>();
  const inTime = (code: string, actorId: string, now: Instant): Pending | null => {
    const kept = codes.get(keyOf(code, actorId))?.pending;
    return kept === undefined || kept.until < now ? null : kept;
  };
  const ofPerson = (actorId: string): readonly KeptCode[] =>
    [...codes.values()].filter(({ pending }) => pending.actorId === actorId).toReversed();
  return {
    keep(code, pending) {
      const forgotten = pending.until - REMEMBERED;
      for (const [key, one] of codes) if (one.pending.until <= forgotten) codes.delete(key);
      codes.delete(keyOf(code, pending.actorId));
      codes.set(keyOf(code, pending.actorId), { code, pending });
    },
    groupOfCode: (code, actorId, now) => inTime(code, actorId, now)?.groupId ?? null,
    redeem(code, actorId, now) {
      const pending = inTime(code, actorId, now);
      codes.delete(keyOf(code, actorId));
      return pending;
    },
    waiting: (actorId, now) => ofPerson(actorId).filter(({ pending }) => pending.until >= now),
    lapsed: (actorId, now) =>
      ofPerson(actorId).filter(({ pending: { until } }) => until < now && now - until <= REMEMBERED),
  };
}

function keyOf(code: string, actorId: string): string {
  return `${actorId} ${code.toUpperCase()}`;
}

import type { Instant } from '../model/instant.js';
import { MINUTE } from '../model/instant.js';

/**
 * How fast the bot may speak. Defaults follow what operators of Wechaty accounts published (wechatferry "safe mode"):
 * a second between two lines to one target, three to five between targets, forty a minute in all. A group is not talked full:
 * twelve a minute.
 */
export interface PaceLimits {
  readonly sameTargetMs: number;
  readonly otherTargetMs: number;
  readonly jitterMs: number;
  readonly perMinute: number;
  readonly perGroupMinute: number;
}

export const PACE: PaceLimits = {
  sameTargetMs: 1000,
  otherTargetMs: 3000,
  jitterMs: 2000,
  perMinute: 40,
  perGroupMinute: 12,
};

export interface Sent {
  readonly target: string;
  readonly at: Instant;
}

/** The lines of the last minute, oldest first. */
export interface PaceState {
  readonly sent: readonly Sent[];
}

export const FRESH_PACE: PaceState = { sent: [] };

/** A line that wants to go out; the targets of groups begin with `group:`. `seed` spreads the gaps, reproducibly. */
export interface Line {
  readonly target: string;
  readonly seed: number;
}

/** The earliest instant at or after `now` at which the line may go out. */
export function earliest(
  state: PaceState,
  { target, seed }: Line,
  { now, limits }: { now: Instant; limits: PaceLimits },
): Instant {
  const last = state.sent.at(-1);
  if (last === undefined) return now;
  const gap =
    target === last.target
      ? limits.sameTargetMs
      : limits.otherTargetMs + (hash(seed) % (limits.jitterMs + 1));
  const there = target.startsWith('group:') ? state.sent.filter((one) => one.target === target) : [];
  return Math.max(
    now,
    last.at + gap,
    roomIn(state.sent, limits.perMinute),
    roomIn(there, limits.perGroupMinute),
  );
}

/** When one more is not too many for a minute. */
function roomIn(sent: readonly Sent[], most: number): Instant {
  const nth = sent.length >= most ? sent[sent.length - most] : undefined;
  return nth === undefined ? -Infinity : nth.at + MINUTE;
}

/** What was sent later than now was sent by a clock that has been put back since: nobody waits for that. */
export function withoutFuture(state: PaceState, now: Instant): PaceState {
  return (state.sent.at(-1)?.at ?? now) > now ? FRESH_PACE : state;
}

export function recordSent(state: PaceState, target: string, at: Instant): PaceState {
  return { sent: [...state.sent.filter((past) => past.at > at - MINUTE), { target, at }] };
}

/** Knuth's multiplicative hash: people do not pause by the clock. */
function hash(seed: number): number {
  return Math.imul(seed + 1, 2654435761) >>> 8;
}

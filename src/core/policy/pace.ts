import type { Instant } from '../model/instant.js';
import { MINUTE } from '../model/instant.js';

/**
 * How fast the bot may speak. Defaults follow what operators of Wechaty accounts published (wechatferry "safe mode"):
 * a second between two lines to one target, three to five between targets, forty a minute in all.
 */
export interface PaceLimits {
  readonly sameTargetMs: number;
  readonly otherTargetMs: number;
  readonly jitterMs: number;
  readonly perMinute: number;
}

export const PACE: PaceLimits = { sameTargetMs: 1000, otherTargetMs: 3000, jitterMs: 2000, perMinute: 40 };

/** What was sent lately: the instants of the last minute, oldest first, and the last target. */
export interface PaceState {
  readonly sent: readonly Instant[];
  readonly lastTarget: string | null;
}

export const FRESH_PACE: PaceState = { sent: [], lastTarget: null };

/** A line that wants to go out. `seed` spreads the gaps, reproducibly. */
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
    target === state.lastTarget
      ? limits.sameTargetMs
      : limits.otherTargetMs + (hash(seed) % (limits.jitterMs + 1));
  const nth =
    state.sent.length >= limits.perMinute ? state.sent[state.sent.length - limits.perMinute] : undefined;
  return Math.max(now, last + gap, nth === undefined ? now : nth + MINUTE);
}

/** What was sent later than now was sent by a clock that has been put back since: nobody waits for that. */
export function withoutFuture(state: PaceState, now: Instant): PaceState {
  return (state.sent.at(-1) ?? now) > now ? FRESH_PACE : state;
}

export function recordSent(state: PaceState, target: string, at: Instant): PaceState {
  return { sent: [...state.sent.filter((past) => past > at - MINUTE), at], lastTarget: target };
}

/** Knuth's multiplicative hash: people do not pause by the clock. */
function hash(seed: number): number {
  return Math.imul(seed + 1, 2654435761) >>> 8;
}

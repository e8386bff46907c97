import type { Instant } from './instant.js';

/** One violation that counts against a member of a group until it expires or is reversed. */
export interface Strike {
  readonly id: number;
  readonly groupId: string;
  readonly memberId: string;
  readonly caseId: number;
  readonly at: Instant;
  /** Null: never expires. */
  readonly expiresAt: Instant | null;
  /** Recorded while the group was only watched; never counts. */
  readonly observed: boolean;
  readonly reversedAt: Instant | null;
  /** Its case asks somebody whether the member is removed: nothing was told yet, and it does not weigh before the answer. */
  readonly undecided: boolean;
}

/** Whether the strike still weighs at `now`. It stops counting at the instant it expires. */
export function isActive(strike: Strike, now: Instant): boolean {
  if (strike.observed || strike.undecided || strike.reversedAt !== null) return false;
  return strike.expiresAt === null || strike.expiresAt > now;
}

/** Whether strikes of other groups weigh as well at `now`: they do where the organisation shares them. */
export function weighsElsewhere(strikes: readonly Strike[], groupId: string, now: Instant): boolean {
  return strikes.some((strike) => strike.groupId !== groupId && isActive(strike, now));
}

/** Counts the strikes that still weigh at `now`. */
export function countActive(strikes: readonly Strike[], now: Instant): number {
  return strikes.filter((strike) => isActive(strike, now)).length;
}

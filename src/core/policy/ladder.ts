import type { Instant } from '../model/instant.js';
import { DAY } from '../model/instant.js';
import { countActive, type Strike } from '../model/strike.js';
import type { Step } from '../model/case.js';
import type { Response } from './response.js';

/** At how many strikes each step is reached; the strikes themselves expire after `expireDays` (null: never). */
export interface Ladder {
  readonly warn: number;
  readonly final: number;
  readonly remove: number;
  readonly expireDays: number | null;
}

/** The step reached when `strikes` weigh, the new one included. Below `warn` a strike is recorded and nothing is said. */
export function stepFor(strikes: number, ladder: Ladder): Step {
  if (strikes >= ladder.remove) return 'removal';
  if (strikes >= ladder.final) return 'final';
  return strikes >= ladder.warn ? 'warning' : 'none';
}

/** The step that a violation leads to, given the strikes that weigh after it. */
export function stepOf(response: Response, strikes: number, ladder: Ladder): Step {
  switch (response) {
    case 'removal':
      return 'removal';
    case 'ladder':
      return stepFor(strikes, ladder);
    // A card is a violation only once its deadline has passed.
    case 'deadline':
      return 'removal';
    case 'note':
      return 'note';
    case 'incident':
    case 'review':
      return 'review';
  }
}

/** Whether one more strike leads to a removal, done or asked for. */
export function isBeforeRemoval(strikes: number, ladder: Ladder, removal: 'ask' | 'auto' | 'never'): boolean {
  return removal !== 'never' && stepFor(strikes + 1, ladder) === 'removal';
}

/**
 * Strikes that weigh at `now`. While a group is only watched, observed strikes count among themselves, so that the owner
 * sees what would have been done; once it is enforced they never count again.
 */
export function weighing(strikes: readonly Strike[], now: Instant, mode: 'observe' | 'enforce'): number {
  if (mode === 'enforce') return countActive(strikes, now);
  return countActive(
    strikes.map((strike) => ({ ...strike, observed: false })),
    now,
  );
}

export function expiryOf(at: Instant, ladder: Ladder): Instant | null {
  return ladder.expireDays === null ? null : at + ladder.expireDays * DAY;
}

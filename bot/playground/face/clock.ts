import type { Instant } from '../../../src/core/model/instant.js';
import type { Clock } from '../../../src/ports.js';

/** A clock that leaps: pauses that the bot makes like a person, nights and weeks need not be waited for. It never goes back. */
export interface PlayClock extends Clock {
  advanceTo(instant: Instant): void;
}

/** Starts at `start` and runs with real time. */
export function createFlowingClock(start: Instant, real: () => Instant): PlayClock {
  let ahead = start - real();
  const now = (): Instant => real() + ahead;
  return {
    now,
    advanceTo(instant) {
      ahead += Math.max(0, instant - now());
    },
  };
}

/** Stands still between leaps, so that the same script is told the same way. */
export function createSteppedClock(start: Instant): PlayClock {
  let now = start;
  return {
    now: () => now,
    advanceTo(instant) {
      now = Math.max(now, instant);
    },
  };
}

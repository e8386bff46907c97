import type { Instant } from '../core/model/instant.js';
import type { Clock } from '../ports.js';

/** A clock that stands still until it is set. It never runs backwards. */
export interface VirtualClock extends Clock {
  set(at: Instant): void;
}

export function createVirtualClock(start: Instant): VirtualClock {
  let now = start;
  return {
    now: () => now,
    set(at) {
      now = Math.max(now, at);
    },
  };
}

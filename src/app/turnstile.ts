import type { Instant } from '../core/model/instant.js';
import type { Clock } from '../ports.js';

/** Lets so many pieces of work in at once; the others wait in the order in which they came. */
export interface Turnstile {
  run(work: () => Promise<void>): Promise<void>;
}

interface Visit {
  since: Instant;
  readonly enter: () => void;
}

/** What has been inside for so long counts no more: a platform that does not answer about one group must not keep the others out. */
const PATIENCE: Instant = 1000;

export function createTurnstile(clock: Clock, most: number): Turnstile {
  const inside = new Set<Visit>();
  const waiting: Visit[] = [];
  const isFull = (now: Instant): boolean => {
    if (inside.size < most) return false;
    return [...inside].filter(({ since }) => now - since < PATIENCE).length >= most;
  };
  const admit = (): void => {
    const now = clock.now();
    while (!isFull(now)) {
      const next = waiting.shift();
      if (next === undefined) return;
      next.since = now;
      inside.add(next);
      next.enter();
    }
  };
  return {
    async run(work) {
      const visit = await new Promise<Visit>((resolve) => {
        const mine: Visit = { since: 0, enter: () => resolve(mine) };
        waiting.push(mine);
        admit();
      });
      try {
        await work();
      } finally {
        inside.delete(visit);
        admit();
      }
    },
  };
}

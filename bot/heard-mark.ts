import type { Instant } from '../src/core/model/instant.js';
import { MINUTE } from '../src/core/model/instant.js';
import type { Clock, Store } from '../src/ports.js';

/** How exactly it is known when the bot was last at work. */
const EVERY: Instant = MINUTE;

interface Marking {
  readonly store: Store;
  readonly clock: Clock;
  /** The account: each has its own gaps. */
  readonly botId: string;
  readonly hears: () => boolean;
}

/** Remembers in the store when the platform was last heard, so that the next process knows for how long nobody listened. */
export interface HeardMark {
  /** When an earlier process last heard the platform; null: never. */
  last(): Promise<Instant | null>;
  keep(): void;
  stop(): Promise<void>;
}

export function createHeardMark({ store, clock, botId, hears }: Marking): HeardMark {
  const key = `heard:${botId}`;
  let timer: NodeJS.Timeout | undefined;
  const mark = async (): Promise<void> => {
    if (hears()) await store.takeJob(key, clock.now());
  };
  return {
    last: async () => (await store.job(key))?.lastDueAt ?? null,
    keep() {
      clearInterval(timer);
      // A store that cannot be written to is noticed elsewhere.
      timer = setInterval(() => void mark().catch(() => undefined), EVERY);
      timer.unref();
      void mark().catch(() => undefined);
    },
    async stop() {
      clearInterval(timer);
      await mark();
    },
  };
}

import type { Inbound } from '../../src/core/model/event.js';
import type { Log } from '../../src/ports.js';

/** Hands events on in the order in which they were announced, whatever their payloads take. */
export interface Queue {
  push(event: Promise<Inbound | null>): void;
}

/** A payload that does not come within this time is given up: one lost answer must not silence the bot. */
const PATIENCE_MS = 20_000;

interface QueueOptions {
  readonly log: Log;
  readonly hear: (event: Inbound) => Promise<void>;
  readonly patienceMs?: number;
  /** An event was announced and could not be had. */
  readonly onLost?: () => void;
}

/**
 * One chain. What is handed on is not waited for: the app orders the events of a group itself. A payload that cannot be had
 * is logged and does not hold up what follows.
 */
export function createQueue({ log, hear, patienceMs = PATIENCE_MS, onLost }: QueueOptions): Queue {
  let tail: Promise<void> = Promise.resolve();
  const lost = (error: unknown): void => {
    log.error({ fault: nameOf(error) }, 'event lost');
    onLost?.();
  };
  return {
    push(event) {
      const timely = within(event, patienceMs);
      // An early failure must not count as unhandled while it waits for its turn.
      timely.catch(() => undefined);
      const hand = async (): Promise<void> => {
        const ready = await timely;
        if (ready !== null) hear(ready).catch(lost);
      };
      tail = tail.then(hand).catch(lost);
    },
  };
}

/** Rejects when the work takes longer than `ms`. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LateError()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

class LateError extends Error {
  override readonly name = 'LateError';

  constructor() {
    super('the platform did not answer in time');
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

import type { Inbound } from '../../src/core/model/event.js';
import type { Log } from '../../src/ports.js';

/** Asks the platform for what was announced; null where it says nothing to the bot. */
export type Load = () => Promise<Inbound | null>;

/** Hands events on in the order in which they were announced, whatever their payloads take. */
export interface Queue {
  push(load: Load): void;
}

/** How much may be under way at once. Past `waiting` what is announced is lost, and counted. */
export interface QueueLimits {
  /** Payloads asked for and not there yet. */
  readonly asked: number;
  /** Events handed on and not done with. While there are so many no payload is asked for. */
  readonly handling: number;
  /** Announcements that are not asked for yet: an id each. */
  readonly waiting: number;
}

/**
 * A burst is a matter of seconds: what waits is a few MB of ids, what is under way a few MB of events. A group that floods
 * faster than the bot reads for minutes on end loses lines, not the bot. A hundred questions keep the line to the platform
 * full; with more of them whatever else is asked (who owns a group, for a command) only waits longer.
 */
const LIMITS: QueueLimits = { asked: 100, handling: 2000, waiting: 50_000 };

/** A payload that does not come within this time is given up: one lost answer must not silence the bot. */
const PATIENCE_MS = 20_000;

interface QueueOptions {
  readonly log: Log;
  readonly hear: (event: Inbound) => Promise<void>;
  readonly patienceMs?: number;
  readonly limits?: QueueLimits;
  /** An event was announced and could not be had. */
  readonly onLost?: () => void;
}

/**
 * One chain. What is handed on is not waited for: the app orders the events of a group itself. A payload that cannot be had
 * is logged and does not hold up what follows.
 */
export function createQueue(options: QueueOptions): Queue {
  return new OrderedQueue(options);
}

class OrderedQueue implements Queue {
  private readonly limits: QueueLimits;
  private waiting: Load[] = [];
  /** How many of `waiting` are asked for already. */
  private taken = 0;
  private asked = 0;
  private handling = 0;
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly options: QueueOptions) {
    this.limits = options.limits ?? LIMITS;
  }

  push(load: Load): void {
    if (this.waiting.length - this.taken >= this.limits.waiting) return this.lost(new OverflowError());
    this.waiting.push(load);
    this.ask();
  }

  private ask(): void {
    while (this.asked < this.limits.asked && this.handling < this.limits.handling) {
      const load = this.next();
      if (load === undefined) return;
      this.asked += 1;
      const timely = within(load(), this.options.patienceMs ?? PATIENCE_MS);
      // An early failure must not count as unhandled while it waits for its turn.
      timely.catch(() => undefined);
      this.tail = this.tail.then(() => this.handOn(timely));
    }
  }

  private next(): Load | undefined {
    const load = this.waiting[this.taken];
    this.taken += 1;
    if (this.taken < this.waiting.length && this.taken < 1000) return load;
    this.waiting = this.waiting.slice(this.taken);
    this.taken = 0;
    return load;
  }

  private async handOn(timely: Promise<Inbound | null>): Promise<void> {
    try {
      const ready = await timely;
      if (ready !== null) this.hear(ready);
    } catch (error) {
      this.lost(error);
    }
    this.asked -= 1;
    this.ask();
  }

  private hear(event: Inbound): void {
    this.handling += 1;
    this.options
      .hear(event)
      .catch((error: unknown) => this.lost(error))
      .finally(() => {
        this.handling -= 1;
        this.ask();
      });
  }

  private lost(error: unknown): void {
    this.options.log.error({ fault: nameOf(error) }, 'event lost');
    this.options.onLost?.();
  }
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

class OverflowError extends Error {
  override readonly name = 'OverflowError';

  constructor() {
    super('more events are waiting than can be kept');
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

import type { App } from '../src/app/app.js';
import type { Clock, Log } from '../src/ports.js';

type Due = Pick<App, 'nextDue' | 'runDue'>;

/** Wakes the app when something falls due. One run at a time; a wake-up during a run is not lost. */
export interface Pulse {
  /** Something may have changed: looks when to wake next. */
  touch(): void;
  /** Does what is due at the clock's now, without waiting for the timer; resolves when nothing is. For clocks that leap. */
  drain(): Promise<void>;
  /** Does not wake until `release`: an action tried without a platform would be refused for good. */
  hold(): void;
  release(): void;
  /** Stops waking and waits for the run under way. */
  stop(): Promise<void>;
}

/** Even with nothing due the clock is looked at: a laptop that slept, a clock that was set. */
const LONGEST_MS = 30_000;

/** After a run that failed: what failed it is still due, and trying it at once would only spin. */
const AFTER_FAULT_MS = 1000;

export function createPulse(app: Due, clock: Clock, log: Log): Pulse {
  return new ClockPulse(app, clock, log);
}

class ClockPulse implements Pulse {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;
  private held = false;
  private failed = false;

  constructor(
    private readonly app: Due,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  touch(): void {
    clearTimeout(this.timer);
    if (this.stopped || this.held || this.running !== null) return;
    const wait = Math.min(this.app.nextDue() - this.clock.now(), LONGEST_MS);
    this.timer = setTimeout(() => this.wake(), Math.max(this.failed ? AFTER_FAULT_MS : 0, wait));
  }

  async drain(): Promise<void> {
    this.failed = false;
    while (this.running !== null || this.hasWork()) {
      this.wake();
      await this.running;
    }
    this.touch();
  }

  hold(): void {
    this.held = true;
    clearTimeout(this.timer);
  }

  release(): void {
    this.held = false;
    this.touch();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private hasWork(): boolean {
    return !this.stopped && !this.held && !this.failed && this.app.nextDue() <= this.clock.now();
  }

  private wake(): void {
    if (this.running !== null) return;
    this.running = this.run().finally(() => {
      this.running = null;
      this.touch();
    });
  }

  private async run(): Promise<void> {
    try {
      this.failed = false;
      await this.app.runDue();
    } catch (error) {
      this.failed = true;
      this.log.error({ fault: error instanceof Error ? error.name : typeof error }, 'due work failed');
    }
  }
}

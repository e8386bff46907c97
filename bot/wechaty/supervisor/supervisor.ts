import type { Wechaty } from 'wechaty';
import { waitBefore } from '../../../src/core/connection/backoff.js';
import type { LineFault, Signal } from '../../../src/core/connection/state.js';
import type { Instant } from '../../../src/core/model/instant.js';
import type { Clock } from '../../../src/ports.js';
import type { LineWatcher } from '../connection/watch-line.js';
import { hangUp, stopBot } from './hang-up.js';
import { type Life, live } from './life.js';
import { PATIENCE, type Patience } from './patience.js';
import type { Manners } from './probe.js';

/**
 * Keeps one Wechaty at work. Wechaty's `start()` never rejects, a broken line is noticed after a minute or never, and a client
 * that found nobody is dead for good; a restart of the same puppet leaks listeners. So each line that breaks is let go of, and
 * a new Wechaty is built in its place, one at a time, after a growing wait.
 */
export interface Supervisor {
  /** Resolves when the first bot is under way; rejects where none can be made, as where its puppet is not installed. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Supervision {
  readonly clock: Clock;
  /** Makes a Wechaty that was never started. */
  readonly build: () => Wechaty;
  /** Lays the program's listeners on it, in place of those on the bot before. */
  readonly attach: (bot: Wechaty, watcher: LineWatcher) => void;
  /** Hears what becomes of the connection. `heardAt`: until when the platform was heard, where that is known. */
  readonly tell: (signal: Signal, heardAt?: Instant | null) => void;
  readonly patience?: Partial<Patience> | undefined;
  /** Whether somebody is at the platform's address; asked often while nobody is. Left out where the address is not known. */
  readonly knock?: (() => Promise<boolean>) | undefined;
}

export function createSupervisor(supervision: Supervision): Supervisor {
  return new WechatySupervisor(supervision);
}

interface Current {
  readonly bot: Wechaty;
  readonly life: Life;
}

const STOPPED: LineFault = { kind: 'lost', why: 'dropped' };
const KNOCK_EVERY_MS = 500;
const NOT_MADE: LineFault = { kind: 'lost', why: 'failed' };

class WechatySupervisor implements Supervisor {
  private readonly patience: Patience;
  private readonly manners: Manners = { dongs: false };
  private current: Current | null = null;
  private keeping: Promise<void> = Promise.resolve();
  private failures = 0;
  private isStopped = false;
  private wake: () => void = () => undefined;

  constructor(private readonly supervision: Supervision) {
    this.patience = { ...PATIENCE, ...supervision.patience };
  }

  async start(): Promise<void> {
    const first = await this.begin();
    this.keeping = this.keep(first);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.supervision.tell({ kind: 'stop' });
    this.wake();
    this.current?.life.end(STOPPED);
    await this.keeping;
  }

  private async keep(first: Current): Promise<void> {
    for (let current: Current | null = first; current !== null; current = await this.next()) {
      const fault = await current.life.ended;
      if (this.isStopped) return stopBot(current.bot);
      this.supervision.tell(
        fault,
        fault.kind === 'lost' && fault.why === 'silent' ? current.life.heardAt() : null,
      );
      this.failures = current.life.heldMs() >= this.patience.steadyMs ? 0 : this.failures + 1;
      await Promise.all([hangUp(current.bot), this.retreat(fault)]);
      if (fault.kind === 'lost') await this.somebodyThere(fault);
    }
  }

  /** The next bot under way; null once stopped. */
  private async next(): Promise<Current | null> {
    while (!this.isStopped) {
      try {
        return await this.begin();
      } catch {
        this.failures += 1;
        this.supervision.tell(NOT_MADE);
        await this.retreat(NOT_MADE);
      }
    }
    return null;
  }

  private async begin(): Promise<Current> {
    const { clock, build, attach, tell } = this.supervision;
    const bot = build();
    const { patience, manners } = this;
    const life = await live(bot, { clock, patience, manners, tell, attach });
    this.current = { bot, life };
    // A stop that came while the bot was made has found nothing to end.
    if (this.isStopped) life.end(STOPPED);
    return this.current;
  }

  /** A start where nobody is takes seconds to fail; a knock does not. */
  private async somebodyThere({ why }: Extract<LineFault, { kind: 'lost' }>): Promise<void> {
    const { knock, tell } = this.supervision;
    if (knock === undefined || this.isStopped || (await knock())) return;
    if (why !== 'unreachable') tell({ kind: 'lost', why: 'unreachable' });
    do await this.pause(KNOCK_EVERY_MS);
    while (!this.isStopped && !(await knock()));
  }

  private retreat(fault: LineFault): Promise<void> {
    return this.pause(waitBefore(fault, this.failures, this.patience.retryMs));
  }

  private pause(ms: number): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

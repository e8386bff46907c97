import type { Wechaty } from 'wechaty';
import type { LineFault, Signal } from '../../../src/core/connection/state.js';
import type { Instant } from '../../../src/core/model/instant.js';
import type { Clock } from '../../../src/ports.js';
import { lineFault } from '../connection/line-fault.js';
import { isKnownNoise } from '../fault.js';
import type { LineWatcher } from '../connection/watch-line.js';
import { puppetOf } from './hang-up.js';
import { type Patience, wait } from './patience.js';
import { ding, isAlive, type Manners } from './probe.js';

/** One bot, from its start until its line breaks. */
export interface Life {
  /** Why it came to its end. */
  readonly ended: Promise<LineFault>;
  /** When the platform was last heard of; null: never. */
  heardAt(): Instant | null;
  /** How long somebody was logged in, in milliseconds of the process. */
  heldMs(): number;
  end(fault: LineFault): void;
}

export interface LifeOptions {
  readonly clock: Clock;
  readonly patience: Patience;
  readonly manners: Manners;
  /** Hears what is no fault of the line: logins, logouts, codes. */
  readonly tell: (signal: Signal) => void;
  /** Lays the listeners of the program on the bot before it starts. */
  readonly attach: (bot: Wechaty, watcher: LineWatcher) => void;
}

const SILENT: LineFault = { kind: 'lost', why: 'silent' };
/** How often it is looked whether a start that takes long has come to its end. */
const PENDING_MS = 250;
const FAILED: LineFault = { kind: 'lost', why: 'failed' };

/** Starts a bot and watches over it. Rejects where the bot cannot be made, as where its puppet is not installed. */
export async function live(bot: Wechaty, options: LifeOptions): Promise<Life> {
  const life = new WatchedLife(bot, options);
  // Without a listener the first error ends the process.
  bot.on('error', (error) => life.note(error));
  options.attach(bot, life.watcher);
  await bot.init();
  life.start();
  return life;
}

class WatchedLife implements Life {
  readonly ended: Promise<LineFault>;
  readonly watcher: LineWatcher = {
    tell: (signal) => this.hear(signal),
    alive: () => this.alive(),
  };
  private conclude: (fault: LineFault) => void = () => undefined;
  private isOver = false;
  private isStarting = true;
  private faults: LineFault[] = [];
  private heard: Instant | null = null;
  private heardSinceLook = false;
  private loggedInAt: number | null = null;
  private readonly waits = new Set<() => void>();

  constructor(
    private readonly bot: Wechaty,
    private readonly options: LifeOptions,
  ) {
    this.ended = new Promise((resolve) => {
      this.conclude = resolve;
    });
  }

  start(): void {
    const { silentMs, startMs } = this.options.patience;
    const settled = (): void => this.started();
    this.bot.start().then(settled, (error: unknown) => {
      this.note(error);
      settled();
    });
    this.after(silentMs, () => this.isStarting && this.heard === null && this.options.tell(SILENT));
    this.after(startMs, () => this.isStarting && this.end(this.worst()));
  }

  heardAt(): Instant | null {
    return this.heard;
  }

  heldMs(): number {
    return this.loggedInAt === null ? 0 : performance.now() - this.loggedInAt;
  }

  end(fault: LineFault): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const stop of this.waits) stop();
    this.conclude(fault);
  }

  /** Errors of the start come in a bunch; what they say together is looked at when it is over. */
  note(error: unknown): void {
    if (this.isStarting && !isKnownNoise(error)) this.faults.push(lineFault(error) ?? FAILED);
  }

  private hear(signal: Signal): void {
    if (this.isOver) return;
    if (signal.kind === 'lost' || signal.kind === 'deaf' || signal.kind === 'refused') {
      if (this.isStarting) this.faults.push(signal);
      else this.end(signal);
      return;
    }
    if (signal.kind === 'login') this.loggedInAt ??= performance.now();
    this.options.tell(signal);
  }

  private alive(): void {
    this.heard = this.options.clock.now();
    this.heardSinceLook = true;
  }

  /**
   * The start came to an end, or Wechaty gave up waiting for it. A start that is still pending is left to itself: a gateway that
   * hangs would get, once it goes on, a call for events that was cancelled before it was seen, and it takes no other one after that.
   */
  private started(): void {
    const puppet = puppetOf(this.bot);
    if (!this.isStarting || this.isOver || puppet === null) return;
    const state = puppet.state.active();
    if (state === 'pending') return this.after(PENDING_MS, () => this.started());
    this.isStarting = false;
    // Wechaty counts as active even where its puppet could not start.
    if (state === false) return this.end(this.worst());
    const { deafMs, loginMs } = this.options.patience;
    if (this.heard === null) this.after(deafMs, () => this.heard === null && this.end({ kind: 'deaf' }));
    this.after(
      loginMs,
      () => this.heard !== null && !puppet.isLoggedIn && this.options.tell({ kind: 'no-login' }),
    );
    puppet.on('dong', () => {
      this.options.manners.dongs = true;
    });
    ding(puppet);
    this.after(deafMs, () => this.look());
  }

  /** What says most of why a start failed. */
  private worst(): LineFault {
    const rank = (fault: LineFault): number => RANKS.indexOf(fault.kind === 'lost' ? fault.why : fault.kind);
    return [...this.faults].sort((a, b) => rank(a) - rank(b))[0] ?? SILENT;
  }

  private look(): void {
    void this.probe().then((alive) => {
      if (!alive) this.end(SILENT);
      this.heardSinceLook = false;
      this.after(this.options.patience.probeMs, () => this.look());
    });
  }

  private async probe(): Promise<boolean> {
    const puppet = puppetOf(this.bot);
    if (this.heardSinceLook || puppet === null) return true;
    const { manners, patience } = this.options;
    const heard = (): boolean => this.heardSinceLook || this.isOver;
    return isAlive(puppet, { manners, answerMs: patience.answerMs, heard });
  }

  private after(ms: number, work: () => unknown): void {
    if (this.isOver) return;
    const stop = wait(ms, () => {
      this.waits.delete(stop);
      work();
    });
    this.waits.add(stop);
  }
}

const RANKS: readonly string[] = [
  'refused',
  'insecure',
  'unreachable',
  'deaf',
  'dropped',
  'silent',
  'failed',
];

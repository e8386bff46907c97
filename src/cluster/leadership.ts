import { type ClusterRecords, type Worker } from '../ports/cluster.js';
import type { Leadership, Stand } from '../ports/leadership.js';
import type { Log } from '../ports.js';
import type { Follower } from './follower.js';
import type { TwoClocks } from './lease.js';
import { Life } from './life.js';
import { createMembership } from './membership.js';
import { createPassed } from './passed.js';
import type { Tempo } from './tempo.js';
import { Upkeep } from './upkeep.js';
import { createWaiters } from './waiters.js';

export interface LeadershipTools {
  readonly records: ClusterRecords;
  readonly log: Log;
  readonly clocks: TwoClocks;
  readonly tempo: Tempo;
  /** The account that is logged in; null while none is. */
  readonly account: () => string | null;
  /** A new name at each call, never used before on any machine. */
  readonly name: () => string;
}

/** So many looks between two searches for actions that wait and were never told of. */
const SEARCH_EVERY = 15;

/**
 * Leads groups by a lease of the whole process. Between two looks at the database nothing is asked: whether the lease still holds is told
 * by the process's own clocks, counted from before it was asked for, and so ends here before it ends there.
 */
export class ClusterLeadership implements Leadership {
  readonly kind = 'shared';
  private readonly life: Life;
  private readonly waiters = createWaiters();
  private readonly passedEvents = createPassed();
  private readonly led = new Set<string>();
  private readonly active = new Set<string>();
  private follows: ReadonlySet<string> = new Set();
  private readonly membership = createMembership();
  private handed = new Set<string>();
  private ours: readonly string[] = [];
  private failing = false;
  private held = false;
  private stopped = false;
  private looks = 0;
  private readonly upkeep: Upkeep;
  /** Called where a look is wanted sooner than planned. */
  onWanted: () => void = () => undefined;

  constructor(private readonly tools: LeadershipTools) {
    this.life = new Life({ ...tools, leaseMs: tools.tempo.leaseMs });
    this.upkeep = new Upkeep({
      ...tools,
      life: this.life,
      passed: this.passedEvents,
      led: this.led,
      active: this.active,
      quit: (groupId) => this.quit(groupId),
      takeLost: () => this.waiters.takeLost(),
      onRead: () => this.waiters.wake(),
    });
  }

  /** From here on changes are noticed; before what they change is read. */
  async begin(): Promise<void> {
    await this.upkeep.begin();
  }

  attach(follower: Follower): void {
    this.upkeep.follower = follower;
  }

  stand(groupId: string): Stand {
    if (!this.isWell()) return 'unsettled';
    if (this.active.has(groupId)) return 'leads';
    return this.follows.has(groupId) ? 'follows' : 'unsettled';
  }

  settle(groupId: string | null): Promise<boolean> {
    if (groupId !== null && this.membership.heard(groupId)) this.onWanted();
    return this.waiters.wait();
  }

  passed(groupId: string): void {
    this.passedEvents.add(groupId, this.tools.clocks.monotonic());
  }

  performs({ groupId, account }: Parameters<Leadership['performs']>[0]): boolean {
    if (!this.life.holds()) return false;
    return account === undefined ? this.active.has(groupId ?? '') : account === this.account();
  }

  isWell(): boolean {
    return !this.failing && !this.stopped && this.life.holds();
  }

  async answers(): Promise<boolean> {
    try {
      await this.tools.records.accounts();
      return true;
    } catch {
      this.failing = true;
      return false;
    }
  }

  account(): string | null {
    return this.life.worker?.account ?? null;
  }

  accounts(): readonly string[] {
    return this.ours;
  }

  isIn(groupId: string): boolean {
    return this.membership.has(groupId);
  }

  async quit(groupId: string): Promise<boolean> {
    this.membership.forget(groupId);
    const { worker } = this.life;
    if (worker === null) return false;
    const others = await this.tools.records.quit(worker, groupId);
    this.drop([groupId]);
    return others;
  }

  handOver(groupId: string | null): void {
    this.handed.add(groupId ?? '');
  }

  /** The platform cannot be reached: another account may be able to do better. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.onWanted();
  }

  /** Gives a sign of life, takes what is free, reads what others have changed. Never throws. */
  async look(): Promise<void> {
    try {
      await this.beat();
      if (this.failing) this.tools.log.info({}, 'the database answers again');
      this.failing = false;
      this.upkeep.start();
    } catch (error) {
      if (!this.failing) this.tools.log.warn({ fault: faultOf(error) }, 'the database does not answer');
      this.failing = true;
    }
    this.waiters.wake();
  }

  /** Resolves when nothing is being read or taken up. */
  async idle(): Promise<void> {
    await this.upkeep.idle();
  }

  /** Before the end: what waits for a lead is given up, what is led is still handled. */
  endWaiting(): void {
    this.waiters.end();
  }

  /** Hands everything over at once. */
  async stop(): Promise<void> {
    this.stopped = true;
    const { records, log } = this.tools;
    try {
      await this.upkeep.idle();
      await this.upkeep.tellLost();
      await this.life.end(() => this.drop([...this.led]));
    } catch (error) {
      log.warn({ fault: faultOf(error) }, 'the lead was not handed over; it lapses by itself');
    }
    await records.close();
  }

  private async beat(): Promise<void> {
    const { records, account } = this.tools;
    const mine = this.held ? null : account();
    if (mine === null) return void (await this.life.end(() => this.dropAll()));
    const before = this.life.worker;
    await this.life.live(mine, () => this.dropAll());
    const { worker } = this.life;
    if (worker === null) return;
    if (worker !== before) await this.begun(worker);
    await records.bury();
    await this.membership.write(records, mine);
    for (const groupId of await records.take(worker)) this.led.add(groupId);
    // A process of the same account is this one before it was started anew: nobody else hears what it heard.
    const others = (await records.follows(worker)).filter((one) => one.account !== mine);
    this.follows = new Set(others.map(({ groupId }) => groupId));
    if (this.looks % SEARCH_EVERY === 0) {
      this.ours = await records.accounts();
      this.upkeep.wantSearch();
    }
    this.looks += 1;
    await this.announceHanded();
  }

  private async begun({ account }: Worker): Promise<void> {
    await this.membership.load(this.tools.records, account);
    this.looks = 0;
  }

  private dropAll(): void {
    this.tools.log.warn({ groups: this.led.size }, 'the lead is over');
    this.drop([...this.led]);
  }

  private drop(groupIds: readonly string[]): void {
    for (const groupId of groupIds) {
      this.led.delete(groupId);
      this.active.delete(groupId);
    }
    this.upkeep.follower?.putDown(groupIds);
  }

  private async announceHanded(): Promise<void> {
    const keys = [...this.handed];
    this.handed = new Set();
    try {
      await this.tools.records.announce('outbox', keys);
    } catch (error) {
      for (const key of keys) this.handed.add(key);
      throw error;
    }
  }
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

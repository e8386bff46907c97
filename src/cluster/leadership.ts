import { type Changes, type ClusterRecords, ORGANISATION, type Worker } from '../ports/cluster.js';
import type { Leadership, Stand } from '../ports/leadership.js';
import type { Log } from '../ports.js';
import type { Follower } from './follower.js';
import type { TwoClocks } from './lease.js';
import { Life } from './life.js';
import { createMembership } from './membership.js';
import { createPassed } from './passed.js';
import type { Tempo } from './tempo.js';
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

/** So many groups a look are looked for on the platform after they were taken up: the account may have left them unheard. */
const VERIFIED_AT_ONCE = 10;

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
  private readonly unverified = new Set<string>();
  private ours: readonly string[] = [];
  private mark: Changes['upTo'] | null = null;
  private failing = false;
  private held = false;
  private stopped = false;
  private looks = 0;
  private searchDue = false;
  private upkeep: Promise<void> | null = null;
  private follower: Follower | null = null;
  /** Called where a look is wanted sooner than planned. */
  onWanted: () => void = () => undefined;

  constructor(private readonly tools: LeadershipTools) {
    this.life = new Life({ ...tools, leaseMs: tools.tempo.leaseMs });
  }

  /** From here on changes are noticed; before what they change is read. */
  async begin(): Promise<void> {
    this.mark = (await this.tools.records.changes(null)).upTo;
  }

  attach(follower: Follower): void {
    this.follower = follower;
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
      this.upkeep ??= this.keepUp().finally(() => {
        this.upkeep = null;
      });
    } catch (error) {
      if (!this.failing) this.tools.log.warn({ fault: faultOf(error) }, 'the database does not answer');
      this.failing = true;
    }
    this.waiters.wake();
  }

  /** Resolves when nothing is being read or taken up. */
  async idle(): Promise<void> {
    await this.upkeep;
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
      await this.upkeep;
      await this.tellLost();
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
      this.searchDue = true;
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
    this.follower?.putDown(groupIds);
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

  /** What may take long: beside the looks, so that the lease does not lapse over it. */
  private async keepUp(): Promise<void> {
    try {
      await this.readChanges();
      await this.takeUp();
      await this.search();
      await this.verify();
      await this.tellLost();
    } catch (error) {
      this.tools.log.warn({ fault: faultOf(error) }, 'shared state not read');
    }
    this.waiters.wake();
  }

  private async readChanges(): Promise<void> {
    const read = await this.tools.records.changes(this.mark);
    await this.follower?.catchUp(read);
    this.mark = read.upTo;
    if (
      read.kind === 'lost' ||
      read.changes.some(({ topic, key }) => topic === 'outbox' && this.led.has(key))
    )
      this.searchDue = true;
  }

  private async takeUp(): Promise<void> {
    const { worker } = this.life;
    const fresh = [...this.led].filter((groupId) => !this.active.has(groupId));
    if (fresh.length === 0 || worker === null) return;
    const { tempo, clocks, log } = this.tools;
    const since = clocks.monotonic() - tempo.leaseMs - 2 * tempo.lookMs;
    const unjudged = fresh.reduce((sum, groupId) => sum + this.passedEvents.take(groupId, since), 0);
    await this.follower?.takeUp(fresh, unjudged);
    if (this.life.worker !== worker) return;
    for (const groupId of fresh.filter((one) => this.led.has(one))) {
      this.active.add(groupId);
      if (groupId !== ORGANISATION) this.unverified.add(groupId);
    }
    this.searchDue = true;
    log.info({ groups: fresh.length, unjudged }, 'groups taken up');
  }

  private async search(): Promise<void> {
    const { worker } = this.life;
    if (!this.searchDue || worker === null) return;
    this.follower?.resume(await this.tools.records.waiting(worker));
    this.searchDue = false;
  }

  private async verify(): Promise<void> {
    const some = [...this.unverified].slice(0, VERIFIED_AT_ONCE);
    for (const groupId of (await this.follower?.gone(some)) ?? []) await this.quit(groupId);
    for (const groupId of some) this.unverified.delete(groupId);
  }

  private async tellLost(): Promise<void> {
    const lost = this.waiters.takeLost();
    if (lost > 0) await this.follower?.lost(lost);
  }
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

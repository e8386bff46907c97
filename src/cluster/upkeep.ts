import { ORGANISATION, type Changes, type ClusterRecords } from '../ports/cluster.js';
import type { Log } from '../ports.js';
import type { Follower } from './follower.js';
import type { TwoClocks } from './lease.js';
import type { Life } from './life.js';
import type { createPassed } from './passed.js';
import type { Tempo } from './tempo.js';

/** So many groups a look are looked for on the platform after they were taken up: the account may have left them unheard. */
const VERIFIED_AT_ONCE = 10;

export interface UpkeepTools {
  readonly records: ClusterRecords;
  readonly log: Log;
  readonly clocks: TwoClocks;
  readonly tempo: Tempo;
  readonly life: Life;
  readonly passed: ReturnType<typeof createPassed>;
  /** What this process leads, and of it what it has taken up. */
  readonly led: Set<string>;
  readonly active: Set<string>;
  readonly quit: (groupId: string) => Promise<boolean>;
  /** Events that were given up since they were last told of. */
  readonly takeLost: () => number;
  readonly onRead: () => void;
}

/** Reads what others have changed and takes up what is newly led. May take long: beside the looks, so that the lease does not lapse over it. */
export class Upkeep {
  private readonly unverified = new Set<string>();
  private mark: Changes['upTo'] | null = null;
  private searchDue = false;
  private running: Promise<void> | null = null;
  follower: Follower | null = null;

  constructor(private readonly tools: UpkeepTools) {}

  /** From here on changes are noticed; before what they change is read. */
  async begin(): Promise<void> {
    this.mark = (await this.tools.records.changes(null)).upTo;
  }

  /** Actions that wait and were never told of are looked for with the next round. */
  wantSearch(): void {
    this.searchDue = true;
  }

  start(): void {
    this.running ??= this.keepUp().finally(() => {
      this.running = null;
    });
  }

  /** Resolves when nothing is being read or taken up. */
  async idle(): Promise<void> {
    await this.running;
  }

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
    this.tools.onRead();
  }

  private async readChanges(): Promise<void> {
    const read = await this.tools.records.changes(this.mark);
    await this.follower?.catchUp(read);
    this.mark = read.upTo;
    if (
      read.kind === 'lost' ||
      read.changes.some(({ topic, key }) => topic === 'outbox' && this.tools.led.has(key))
    )
      this.searchDue = true;
  }

  private async takeUp(): Promise<void> {
    const { worker } = this.tools.life;
    const fresh = [...this.tools.led].filter((groupId) => !this.tools.active.has(groupId));
    if (fresh.length === 0 || worker === null) return;
    const { tempo, clocks, log } = this.tools;
    const since = clocks.monotonic() - tempo.leaseMs - 2 * tempo.lookMs;
    const unjudged = fresh.reduce((sum, groupId) => sum + this.tools.passed.take(groupId, since), 0);
    await this.follower?.takeUp(fresh, unjudged);
    if (this.tools.life.worker !== worker) return;
    for (const groupId of fresh.filter((one) => this.tools.led.has(one))) {
      this.tools.active.add(groupId);
      if (groupId !== ORGANISATION) this.unverified.add(groupId);
    }
    this.searchDue = true;
    log.info({ groups: fresh.length, unjudged }, 'groups taken up');
  }

  private async search(): Promise<void> {
    const { worker } = this.tools.life;
    if (!this.searchDue || worker === null) return;
    this.follower?.resume(await this.tools.records.waiting(worker));
    this.searchDue = false;
  }

  private async verify(): Promise<void> {
    const some = [...this.unverified].slice(0, VERIFIED_AT_ONCE);
    for (const groupId of (await this.follower?.gone(some)) ?? []) await this.tools.quit(groupId);
    for (const groupId of some) this.unverified.delete(groupId);
  }

  async tellLost(): Promise<void> {
    const lost = this.tools.takeLost();
    if (lost > 0) await this.follower?.lost(lost);
  }
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

import type { ClusterRecords, Worker } from '../ports/cluster.js';
import { createLease, type Lease, type TwoClocks } from './lease.js';

export interface LifeTools {
  readonly records: Pick<ClusterRecords, 'enter' | 'renew' | 'leave'>;
  readonly clocks: TwoClocks;
  readonly leaseMs: number;
  /** A new name at each call, never used before on any machine. */
  readonly name: () => string;
}

/** The name under which this process leads, and whether its time still runs. */
export class Life {
  private readonly lease: Lease;
  private current: Worker | null = null;

  constructor(private readonly tools: LifeTools) {
    this.lease = createLease(tools.clocks);
  }

  get worker(): Worker | null {
    return this.current;
  }

  holds(): boolean {
    return this.current !== null && this.lease.holds();
  }

  /**
   * Renews the lease, or begins a new one under a new name: what has lapsed once is not taken up again unseen. `onLost` is called before
   * the new name is asked for.
   */
  async live(account: string, onLost: () => void): Promise<void> {
    const { records, leaseMs, name } = this.tools;
    const asked = this.lease.ask();
    const before = this.current;
    const goesOn =
      before?.account === account && this.lease.holds() && (await records.renew(before, leaseMs));
    if (!goesOn) {
      if (before !== null) onLost();
      this.current = null;
      const worker = { id: name(), account };
      await records.enter(worker, leaseMs, before?.id ?? null);
      this.current = worker;
    }
    this.lease.grant(asked, leaseMs);
  }

  /** Gives the name up; false where there was none. */
  async end(onLost: () => void): Promise<boolean> {
    const before = this.current;
    if (before === null) return false;
    this.current = null;
    onLost();
    await this.tools.records.leave(before);
    return true;
  }
}

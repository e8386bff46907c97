import type { Category } from '../model/category.js';
import type { Instant } from '../model/instant.js';

/** Exact counts of one period, as the store holds them. */
export interface PeriodCounts {
  readonly messages: number;
  readonly violations: number;
  readonly reviews: number;
  readonly warnings: number;
  readonly removals: number;
  readonly reversals: number;
  readonly failed: number;
  readonly byCategory: Readonly<Partial<Record<Category, number>>>;
  readonly byRule: Readonly<Record<string, number>>;
}

/** What still waits for somebody at the end of the period. */
export interface OpenCounts {
  readonly requests: number;
  readonly cards: number;
  readonly actions: number;
  /** When the oldest open request was made. */
  readonly oldestRequestAt: Instant | null;
}

export interface Offender {
  readonly memberId: string;
  readonly name: string;
  readonly strikes: number;
}

/** The digest of one group and one period, `from` inclusive, `to` exclusive. */
export interface WeekTotals extends PeriodCounts {
  readonly groupId: string;
  readonly groupName: string;
  readonly timezone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly observed: boolean;
  readonly open: OpenCounts;
  readonly ladder: readonly Offender[];
  readonly previous: PeriodCounts;
}

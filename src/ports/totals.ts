import type { DayCount, Offender, OpenCounts, PeriodCounts } from '../core/digest/totals.js';
import type { Instant } from '../core/model/instant.js';

/** What a digest counts. */
export interface TotalsRecords {
  /** Exact counts of `[from, to)`; message counts by the group's local days in it (`YYYY-MM-DD`, end exclusive). */
  counts(groupId: string, period: Period): Promise<PeriodCounts>;
  /** The messages of each local day of the period that had some. */
  dayCounts(groupId: string, period: Period): Promise<readonly DayCount[]>;
  openCounts(groupId: string): Promise<OpenCounts>;
  /** Cases of which something was not done since, though the platform allows it; oldest first. */
  failedCases(groupId: string, since: Instant): Promise<readonly number[]>;
  /** Members with active strikes at `at`, most first. */
  ladder(groupId: string, at: Instant): Promise<readonly Offender[]>;
}

export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDay: string;
  readonly endDay: string;
}

/** The whole run in numbers: what `qunshao replay --json` ends with. */
export interface RunTotals {
  readonly violations: number;
  readonly reviews: number;
  readonly warnings: number;
  readonly removals: number;
  readonly requests: number;
  readonly cases: number;
  readonly strikes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly byCategory: Readonly<Record<string, number>>;
}

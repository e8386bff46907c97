import type { Category } from '../model/category.js';
import type { Instant } from '../model/instant.js';

/** What came of the cases of one rule in a period. `reversals` are those made in it; the rest what was done in it. */
export interface RuleCounts {
  readonly cases: number;
  readonly reversals: number;
  readonly removals: number;
  readonly failed: number;
}

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
  readonly rules: Readonly<Record<string, RuleCounts>>;
  /** Violations of this period that have been reversed since: false positives, as far as people have said. */
  readonly mistaken: number;
  readonly joined: number;
  readonly left: number;
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

/** The messages of one local day, `YYYY-MM-DD`. Days without a message are left out. */
export interface DayCount {
  readonly day: string;
  readonly messages: number;
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
  readonly days: readonly DayCount[];
  readonly previous: PeriodCounts;
}

/** Share of the period's violations that people have reversed, 0…1; null where there was none. */
export function mistakenShare({ violations, mistaken }: PeriodCounts): number | null {
  return violations === 0 ? null : mistaken / violations;
}

/** Whether nothing happened that anybody must hear of. */
export function isQuiet(week: WeekTotals): boolean {
  const handled =
    week.violations + week.reviews + week.warnings + week.removals + week.reversals + week.failed;
  return handled === 0 && week.open.requests === 0 && week.ladder.length === 0;
}

import type { Category } from '../model/category.js';
import type { Instant } from '../model/instant.js';

/** What came of the cases of one rule in a period. `reversals` are those made in it; the rest what was done in it. */
export interface RuleCounts {
  readonly cases: number;
  readonly reversals: number;
  readonly removals: number;
  /** Not done, without what the platform never allows. */
  readonly failed: number;
}

/** What members did well in a period (D7§11). Nobody is named: who complained stays unknown. */
export interface GoodConduct {
  /** Messages taken back in time after a first word. */
  readonly recalled: number;
  /** Complaints that turned out to be right. */
  readonly upheld: number;
  /** Cards put in order after a reminder. */
  readonly mended: number;
  /** Submitted notices that were published. */
  readonly submitted: number;
}

/** Exact counts of one period, as the store holds them. */
export interface PeriodCounts {
  readonly messages: number;
  readonly violations: number;
  readonly reviews: number;
  readonly warnings: number;
  readonly removals: number;
  readonly reversals: number;
  /** Actions that were not done, whatever the reason. */
  readonly failed: number;
  /** Those of them that the platform does not allow here at all, by kind of action. */
  readonly limits: Readonly<Record<string, number>>;
  /** Complaints made. */
  readonly complaints: number;
  /** Notices published with a number. */
  readonly published: number;
  readonly good: GoodConduct;
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
  /** Complaints among the requests. */
  readonly complaints: number;
  readonly oldestComplaintAt: Instant | null;
  /** Matters of the group that lie with the organisation: complaints about those with authority. Not shown to them. */
  readonly above: number;
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
  /** Whether the owner wants to read what members did well. */
  readonly praise: 'off' | 'on';
  /** Rules that were corrected too often: what they find is only put before the owner. */
  readonly doubted: readonly string[];
  readonly open: OpenCounts;
  readonly ladder: readonly Offender[];
  readonly days: readonly DayCount[];
  readonly previous: PeriodCounts;
}

/** Share of the period's violations that people have reversed, 0…1; null where there was none. */
export function mistakenShare({ violations, mistaken }: PeriodCounts): number | null {
  return violations === 0 ? null : mistaken / violations;
}

/** Actions that went wrong, without what the platform never allows. */
export function failures({ failed, limits }: Pick<PeriodCounts, 'failed' | 'limits'>): number {
  return failed - Object.values(limits).reduce((sum, count) => sum + count, 0);
}

/** Whether nothing happened that anybody must hear of. */
export function isQuiet(week: WeekTotals): boolean {
  const handled =
    week.violations + week.reviews + week.warnings + week.removals + week.reversals + failures(week);
  return handled === 0 && week.complaints === 0 && week.open.requests === 0;
}

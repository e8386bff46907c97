import { failures, type WeekTotals } from './totals.js';

/** The week of all groups, those first that need somebody most. */
export interface OrganisationWeek {
  readonly timezone: string;
  readonly from: number;
  readonly to: number;
  readonly groups: readonly WeekTotals[];
}

/** How much a group needs somebody: what waits weighs most, then what failed, then what happened. */
export function needOf(week: WeekTotals): number {
  const { open, violations, removals, reversals } = week;
  return (open.requests + open.above) * 10 + failures(week) * 5 + removals * 3 + violations + reversals * 2;
}

export function byNeed(weeks: readonly WeekTotals[]): readonly WeekTotals[] {
  return weeks.toSorted(
    (a, b) => needOf(b) - needOf(a) || b.messages - a.messages || (a.groupId < b.groupId ? -1 : 1),
  );
}

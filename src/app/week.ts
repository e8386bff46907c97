import type { WeekTotals } from '../core/digest/totals.js';
import type { Instant } from '../core/model/instant.js';
import { daysBefore } from '../core/policy/span.js';
import type { Store } from '../ports.js';
import type { Period } from '../ports/totals.js';
import type { GroupState } from './groups.js';

/** The digest of a period and of the seven days before it, in exact counts of the store. */
export async function totalsOf(store: Store, state: GroupState, period: Period): Promise<WeekTotals> {
  const groupId = state.group.id;
  const timezone = state.settings.digest.timezone;
  const before = daysBefore(period.from, 7, timezone);
  return {
    groupId,
    groupName: state.group.name,
    timezone,
    from: period.from,
    to: period.to,
    observed: state.settings.mode === 'observe',
    praise: state.settings.reminders.goodConduct,
    doubted: state.settings.doubtedRules,
    ...(await store.counts(groupId, period)),
    open: await store.openCounts(groupId),
    ladder: await store.ladder(groupId, period.to),
    days: await store.dayCounts(groupId, period),
    previous: await store.counts(groupId, before),
  };
}

/** The week that a digest due at `due` tells about: the seven local days before that day. */
export function weekBefore(due: Instant, timezone: string): Period {
  return daysBefore(due, 7, timezone);
}

import type { DayCount, PeriodCounts } from '../core/digest/totals.js';
import type { Period } from '../ports/totals.js';
import { byText } from './order.js';
import type { Db } from './schema.js';

/** What the counters of a period's local days hold. */
export async function counters(
  db: Db,
  groupId: string,
  period: Period,
): Promise<Pick<PeriodCounts, 'messages' | 'joined' | 'left'> & { readonly mended: number }> {
  const rows = await counted(db, groupId, period);
  const total = (wanted: string): number =>
    rows.filter(({ name }) => name === wanted).reduce((sum, { value }) => sum + value, 0);
  return {
    messages: total('messages'),
    joined: total('joined'),
    left: total('left'),
    mended: total('mended'),
  };
}

/** The messages of each local day that had some, in order. */
export async function days(db: Db, groupId: string, period: Period): Promise<readonly DayCount[]> {
  const rows = await counted(db, groupId, period);
  return rows
    .filter(({ name }) => name === 'messages')
    .map(({ day, value }) => ({ day, messages: value }))
    .toSorted((a, b) => byText(a.day, b.day));
}

function counted(db: Db, groupId: string, { firstDay, endDay }: Period) {
  return db
    .selectFrom('counter')
    .select(['day', 'name', 'value'])
    .where('group_id', '=', groupId)
    .where('day', '>=', firstDay)
    .where('day', '<', endDay)
    .execute();
}

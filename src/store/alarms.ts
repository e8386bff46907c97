import type { Alarm, AlarmRecords } from '../ports/alarms.js';
import { byText } from './order.js';
import type { Db, Row } from './schema.js';

export function alarmRecords(db: Db): AlarmRecords {
  const all = () => db.selectFrom('alarm').selectAll();
  return {
    alarms: async () => inOrder(await all().execute()),
    alarmsOf: async (groupId) => inOrder(await all().where('group_id', '=', groupId).execute()),
    async putAlarm({ key, kind, groupId, dueAt, data }) {
      const rest = { kind, group_id: groupId, due_at: dueAt, data: JSON.stringify(data) };
      await db
        .insertInto('alarm')
        .values({ key, ...rest })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
        .execute();
    },
    async takeAlarm(key, dueAt) {
      const taken = await db
        .deleteFrom('alarm')
        .where('key', '=', key)
        .where('due_at', '=', dueAt)
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async dropAlarm(key) {
      await db.deleteFrom('alarm').where('key', '=', key).execute();
    },
  };
}

function inOrder(rows: readonly Row<'alarm'>[]): readonly Alarm[] {
  return rows.map(toAlarm).toSorted((a, b) => a.dueAt - b.dueAt || byText(a.key, b.key));
}

function toAlarm({ key, kind, group_id: groupId, due_at: dueAt, data }: Row<'alarm'>): Alarm {
  const parsed: Alarm['data'] = JSON.parse(data);
  return { key, kind, groupId, dueAt, data: parsed };
}

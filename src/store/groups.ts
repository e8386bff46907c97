import type { GroupRecord, Records } from '../ports.js';
import { byText } from './order.js';
import { flag } from './schema.js';
import type { Db, Row } from './schema.js';

type GroupRecords = Pick<Records, 'groups' | 'group' | 'putGroup' | 'settings' | 'putSetting'>;

export function groupRecords(db: Db): GroupRecords {
  return {
    async groups() {
      const rows = await db.selectFrom('chat_group').selectAll().execute();
      return rows
        .map(toRecord)
        .toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || byText(a.group.id, b.group.id));
    },
    async group(groupId) {
      const row = await db.selectFrom('chat_group').selectAll().where('id', '=', groupId).executeTakeFirst();
      return row === undefined ? null : toRecord(row);
    },
    async putGroup(record) {
      const { id, ...rest } = toRow(record);
      await db
        .insertInto('chat_group')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute();
    },
    async settings(groupId) {
      const rows = await db
        .selectFrom('setting')
        .select(['key', 'value'])
        .where('group_id', '=', groupId)
        .execute();
      rows.sort((a, b) => byText(a.key, b.key));
      return Object.fromEntries(rows.map((row) => [row.key, row.value]));
    },
    async putSetting(groupId, key, value) {
      await db
        .insertInto('setting')
        .values({ group_id: groupId, key, value })
        .onConflict((conflict) => conflict.columns(['group_id', 'key']).doUpdateSet({ value }))
        .execute();
    },
  };
}

function toRow({ group, firstSeenAt, introducedAt, left }: GroupRecord): Row<'chat_group'> {
  return {
    id: group.id,
    name: group.name,
    owner_id: group.ownerId,
    admin_ids: JSON.stringify(group.adminIds),
    bot_role: group.botRole,
    bot_id: group.botId,
    first_seen_at: firstSeenAt,
    introduced_at: introducedAt,
    has_left: flag(left),
  };
}

function toRecord(row: Row<'chat_group'>): GroupRecord {
  const adminIds: readonly string[] = JSON.parse(row.admin_ids);
  return {
    group: {
      id: row.id,
      name: row.name,
      ownerId: row.owner_id,
      adminIds,
      botRole: row.bot_role,
      botId: row.bot_id,
    },
    firstSeenAt: row.first_seen_at,
    introducedAt: row.introduced_at,
    left: row.has_left === 1,
  };
}

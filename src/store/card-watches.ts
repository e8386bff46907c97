import type { CardWatch, Records } from '../ports.js';
import { byText } from './order.js';
import type { Db, Row } from './schema.js';

type CardRecords = Pick<Records, 'cardWatch' | 'cardWatches' | 'putCardWatch' | 'dropCardWatch'>;

export function cardRecords(db: Db): CardRecords {
  const ofGroup = (groupId: string) =>
    db.selectFrom('card_watch').selectAll().where('group_id', '=', groupId);
  return {
    async cardWatch(groupId, memberId) {
      const row = await ofGroup(groupId).where('member_id', '=', memberId).executeTakeFirst();
      return row === undefined ? null : toWatch(row);
    },
    async cardWatches(groupId) {
      const rows = await ofGroup(groupId).execute();
      return rows.map(toWatch).toSorted((a, b) => a.since - b.since || byText(a.memberId, b.memberId));
    },
    async putCardWatch(watch) {
      const row = toRow(watch);
      await db
        .insertInto('card_watch')
        .values(row)
        .onConflict((conflict) => conflict.columns(['group_id', 'member_id']).doUpdateSet(row))
        .execute();
    },
    async dropCardWatch(groupId, memberId) {
      await db
        .deleteFrom('card_watch')
        .where('group_id', '=', groupId)
        .where('member_id', '=', memberId)
        .execute();
    },
  };
}

function toRow(watch: CardWatch): Row<'card_watch'> {
  return {
    group_id: watch.groupId,
    member_id: watch.memberId,
    member_name: watch.memberName,
    problems: JSON.stringify(watch.problems),
    since: watch.since,
    reminded_at: watch.remindedAt,
    second_at: watch.secondAt,
    deadline: watch.deadline,
    case_id: watch.caseId,
  };
}

function toWatch(row: Row<'card_watch'>): CardWatch {
  const problems: readonly string[] = JSON.parse(row.problems);
  return {
    groupId: row.group_id,
    memberId: row.member_id,
    memberName: row.member_name,
    problems,
    since: row.since,
    remindedAt: row.reminded_at,
    secondAt: row.second_at,
    deadline: row.deadline,
    caseId: row.case_id,
  };
}

import type { QuestionRecords } from '../ports/questions.js';
import type { Db } from './schema.js';

export function questionRecords(db: Db): QuestionRecords {
  return {
    async openOf(groupId, memberId) {
      const appealed = db.selectFrom('appeal').select('case_id').where('status', '=', 'open');
      const rows = await db
        .selectFrom('cases')
        .leftJoin('case_event', (join) =>
          join.onRef('case_event.case_id', '=', 'cases.id').on('case_event.kind', '=', 'joined'),
        )
        .select(['cases.id', 'cases.step', 'cases.category', 'cases.subject', 'case_event.id as joining'])
        .where('cases.group_id', '=', groupId)
        .where('cases.member_id', '=', memberId)
        .where('cases.status', '=', 'open')
        .where('cases.id', 'not in', appealed)
        .orderBy('cases.id')
        .execute();
      return rows.map(({ joining, ...one }) => ({ ...one, joined: joining !== null }));
    },
  };
}

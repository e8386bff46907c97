import type { Appeal } from '../core/model/appeal.js';
import type { DeskRecords } from '../ports/desk.js';
import { byText } from './order.js';
import { ownWordRecords } from './own-words.js';
import type { Db, Row } from './schema.js';

export function deskRecords(db: Db): DeskRecords {
  return { ...ownWordRecords(db), ...complaintRecords(db), ...claimRecords(db), ...appealRecords(db) };
}

function complaintsOf(db: Db, groupId: string, complainantId: string) {
  return db
    .selectFrom('complaint')
    .select('complaint.case_id')
    .where('complaint.group_id', '=', groupId)
    .where('complaint.complainant_id', '=', complainantId);
}

type ComplaintRecords = Pick<
  DeskRecords,
  'addComplaint' | 'complainants' | 'complaintsSince' | 'complaintsDecided'
>;

function complaintRecords(db: Db): ComplaintRecords {
  return {
    async addComplaint({ caseId, complainantId, groupId, at }) {
      const row = { case_id: caseId, complainant_id: complainantId, group_id: groupId, at };
      const added = await db
        .insertInto('complaint')
        .values(row)
        .onConflict((conflict) => conflict.columns(['case_id', 'complainant_id']).doNothing())
        .returning('case_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async complainants(caseId) {
      const rows = await db
        .selectFrom('complaint')
        .select(['complainant_id', 'at'])
        .where('case_id', '=', caseId)
        .execute();
      return rows
        .toSorted((a, b) => a.at - b.at || byText(a.complainant_id, b.complainant_id))
        .map((row) => row.complainant_id);
    },
    async complaintsSince(groupId, complainantId, since) {
      const made = await complaintsOf(db, groupId, complainantId).where('at', '>=', since).execute();
      return made.length;
    },
    async complaintsDecided(groupId, complainantId, since) {
      const rows = await complaintsOf(db, groupId, complainantId)
        .innerJoin('cases', 'cases.id', 'complaint.case_id')
        .select('cases.status')
        .where('complaint.at', '>=', since)
        .execute();
      const of = (wanted: string): number => rows.filter(({ status }) => status === wanted).length;
      return { unfounded: of('rejected'), right: of('confirmed') };
    },
  };
}

function claimRecords(db: Db): Pick<DeskRecords, 'claimCase'> {
  return {
    async claimCase(caseId, actor, at) {
      await db
        .insertInto('case_claim')
        .values({ case_id: caseId, actor, at })
        .onConflict((conflict) => conflict.column('case_id').doNothing())
        .execute();
      const held = await db
        .selectFrom('case_claim')
        .select('actor')
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      return held?.actor ?? actor;
    },
  };
}

function appealRecords(db: Db): Pick<DeskRecords, 'appeals' | 'openAppeal' | 'decideAppeal'> {
  return {
    async appeals(caseId) {
      const rows = await db
        .selectFrom('appeal')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute();
      return rows.map(toAppeal);
    },
    async openAppeal({ caseId, memberId, at, before }) {
      const row = { case_id: caseId, member_id: memberId, at, before, status: 'open' } as const;
      await db.insertInto('appeal').values(row).execute();
    },
    async decideAppeal(caseId, { status, actor, at }) {
      const row = await db
        .updateTable('appeal')
        .set({ status, decided_by: actor, decided_at: at })
        .where('case_id', '=', caseId)
        .where('status', '=', 'open')
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toAppeal(row);
    },
  };
}

function toAppeal(row: Row<'appeal'>): Appeal {
  return {
    id: row.id,
    caseId: row.case_id,
    memberId: row.member_id,
    at: row.at,
    before: row.before,
    status: row.status,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}

import type { Activity } from '../core/model/activity.js';
import type { ConductRecords } from '../ports/conduct.js';
import { incidentRecords } from './incidents.js';
import type { Db, Row } from './schema.js';
import { signatureRecords } from './signatures.js';

export function conductRecords(db: Db): ConductRecords {
  return {
    ...signatureRecords(db),
    ...newcomerRecords(db),
    ...targetingRecords(db),
    ...incidentRecords(db),
    ...activityRecords(db),
  };
}

function newcomerRecords(db: Db): Pick<ConductRecords, 'putNewcomer' | 'newcomers' | 'dropNewcomer'> {
  return {
    async putNewcomer({ groupId, memberId, joinedAt }) {
      await db
        .insertInto('newcomer')
        .values({ group_id: groupId, member_id: memberId, joined_at: joinedAt })
        .onConflict((conflict) =>
          conflict.columns(['group_id', 'member_id']).doUpdateSet({ joined_at: joinedAt }),
        )
        .execute();
    },
    async newcomers(since) {
      const rows = await db
        .selectFrom('newcomer')
        .selectAll()
        .where('joined_at', '>=', since)
        .orderBy('joined_at')
        .execute();
      return rows.map((row) => ({
        groupId: row.group_id,
        memberId: row.member_id,
        joinedAt: row.joined_at,
      }));
    },
    async dropNewcomer(groupId, memberId) {
      await db
        .deleteFrom('newcomer')
        .where('group_id', '=', groupId)
        .where('member_id', '=', memberId)
        .execute();
    },
  };
}

function targetingRecords(db: Db): Pick<ConductRecords, 'addTargeting' | 'targetings' | 'forgetTargetings'> {
  return {
    async addTargeting({ groupId, fromId, toId, kind, at }) {
      await db
        .insertInto('targeting')
        .values({ group_id: groupId, from_id: fromId, to_id: toId, kind, at })
        .execute();
    },
    async targetings({ groupId, fromId, toId }, since) {
      const rows = await db
        .selectFrom('targeting')
        .select(['kind', 'at'])
        .where('group_id', '=', groupId)
        .where('from_id', '=', fromId)
        .where('to_id', '=', toId)
        .where('at', '>=', since)
        .orderBy('at')
        .execute();
      return rows.map(({ kind, at }) => ({ groupId, fromId, toId, kind, at }));
    },
    async forgetTargetings(before) {
      await db.deleteFrom('targeting').where('at', '<', before).execute();
    },
  };
}

function activityRecords(
  db: Db,
): Pick<ConductRecords, 'addActivity' | 'activity' | 'openActivities' | 'moveActivity'> {
  return {
    async addActivity(fresh) {
      const { groupId, applicantId, applicantName, title, at, endsAt } = fresh;
      const begun = { status: 'applied', decided_by: null, summary: '' } as const;
      const who = { group_id: groupId, applicant_id: applicantId, applicant_name: applicantName };
      const row = await db
        .insertInto('activity')
        .values({ ...who, title, at, ends_at: endsAt, ...begun })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { ...fresh, id: row.id, status: 'applied', decidedBy: null, summary: '' };
    },
    async activity(id) {
      const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toActivity(row);
    },
    async openActivities(groupId) {
      const rows = await db
        .selectFrom('activity')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('status', 'in', ['applied', 'approved'])
        .orderBy('id')
        .execute();
      return rows.map(toActivity);
    },
    async moveActivity({ id, status, decidedBy, summary }, from) {
      const moved = await db
        .updateTable('activity')
        .set({ status, decided_by: decidedBy, summary })
        .where('id', '=', id)
        .where('status', '=', from)
        .returning('id')
        .executeTakeFirst();
      return moved !== undefined;
    },
  };
}

function toActivity(row: Row<'activity'>): Activity {
  const { id, title, at, status, summary } = row;
  return {
    id,
    groupId: row.group_id,
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    title,
    at,
    endsAt: row.ends_at,
    status,
    decidedBy: row.decided_by,
    summary,
  };
}

/** Whom a member joined, targeted and organised is let go of; hashes of advertisements stay, without their author. */
export async function forgetConduct(db: Db, groupId: string, memberId: string): Promise<void> {
  await newcomerRecords(db).dropNewcomer(groupId, memberId);
  await db
    .deleteFrom('targeting')
    .where('group_id', '=', groupId)
    .where((eb) => eb.or([eb('from_id', '=', memberId), eb('to_id', '=', memberId)]))
    .execute();
  await db
    .updateTable('signature')
    .set({ member_id: '' })
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .execute();
  await db
    .updateTable('activity')
    .set({ applicant_name: '', summary: '' })
    .where('group_id', '=', groupId)
    .where('applicant_id', '=', memberId)
    .where('status', 'in', ['declined', 'summarised'])
    .execute();
}

import type { Incident } from '../core/model/incident.js';
import type { ConductRecords } from '../ports/conduct.js';
import type { Db, Row } from './schema.js';

type IncidentRecords = Pick<
  ConductRecords,
  'openIncident' | 'incident' | 'openIncidents' | 'updateIncident' | 'closeIncident'
>;

export function incidentRecords(db: Db): IncidentRecords {
  return {
    async openIncident(fresh) {
      const { groupId, kind, openedAt, lastAt, timeline, members, caseId } = fresh;
      const row = await db
        .insertInto('incident')
        .values({
          group_id: groupId,
          kind,
          opened_at: openedAt,
          last_at: lastAt,
          closed_at: null,
          timeline: JSON.stringify(timeline),
          members,
          case_id: caseId,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { ...fresh, id: row.id, closedAt: null };
    },
    async incident(id) {
      const row = await db.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toIncident(row);
    },
    async openIncidents(groupId) {
      const open = db.selectFrom('incident').selectAll().where('closed_at', 'is', null).orderBy('id');
      const rows = await (groupId === null ? open : open.where('group_id', '=', groupId)).execute();
      return rows.map(toIncident);
    },
    async updateIncident({ id, lastAt, timeline, members }) {
      const changed = { last_at: lastAt, timeline: JSON.stringify(timeline), members };
      await db.updateTable('incident').set(changed).where('id', '=', id).execute();
    },
    async closeIncident(id, at) {
      const closed = await db
        .updateTable('incident')
        .set({ closed_at: at })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return closed !== undefined;
    },
  };
}

function toIncident(row: Row<'incident'>): Incident {
  const timeline: Incident['timeline'] = JSON.parse(row.timeline);
  const { id, kind, members } = row;
  return {
    id,
    groupId: row.group_id,
    kind,
    openedAt: row.opened_at,
    lastAt: row.last_at,
    closedAt: row.closed_at,
    timeline,
    members,
    caseId: row.case_id,
  };
}

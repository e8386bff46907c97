import type { Case, CaseEvent } from '../core/model/case.js';
import type { Finding } from '../core/model/finding.js';
import type { NewCase, Records } from '../ports.js';
import { atomically } from './atomically.js';
import { flag } from './schema.js';
import type { CaseEventTable, CaseTable, Db, Row } from './schema.js';
import { statement } from './statement.js';
import type { Holes } from './statement.js';

type CaseRecords = Pick<
  Records,
  | 'openCase'
  | 'caseById'
  | 'caseBySubject'
  | 'casesOf'
  | 'casesIn'
  | 'casesBetween'
  | 'openCases'
  | 'moveCase'
  | 'caseEvents'
>;

export function caseRecords(db: Db): CaseRecords {
  const all = () => db.selectFrom('cases').selectAll();
  const casesIn: CaseRecords['casesIn'] = async (groupIds, memberId, limit) => {
    // PostgreSQL has no empty list.
    if (groupIds.length === 0) return [];
    const ofMember = all().where('group_id', 'in', groupIds).where('member_id', '=', memberId);
    const rows = await ofMember.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(toCase);
  };
  return {
    openCase: (fresh) => atomically(db, (trx) => open(trx, fresh)),
    caseById: async (id) => nullable(await all().where('id', '=', id).executeTakeFirst()),
    caseBySubject: async (subject) => nullable(await all().where('subject', '=', subject).executeTakeFirst()),
    casesOf: (groupId, memberId, limit) => casesIn([groupId], memberId, limit),
    casesIn,
    async casesBetween(groupId, from, to) {
      const since = all().where('group_id', '=', groupId).where('at', '>=', from);
      const rows = await (to === Infinity ? since : since.where('at', '<', to)).orderBy('id').execute();
      return rows.map(toCase);
    },
    async openCases(groupId) {
      const rows = await all()
        .where('group_id', '=', groupId)
        .where('status', '=', 'open')
        .orderBy('id')
        .execute();
      return rows.map(toCase);
    },
    async moveCase(event, from, to) {
      // PostgreSQL has no empty list; out of no state nothing can move.
      if (from.length === 0) return false;
      return atomically(db, async (trx) => {
        const moved = await trx
          .updateTable('cases')
          .set({ status: to })
          .where('id', '=', event.caseId)
          .where('status', 'in', from)
          .executeTakeFirst();
        if (moved.numUpdatedRows === 0n) return false;
        await append(trx, event);
        return true;
      });
    },
    caseEvents: (caseId) => events(db, caseId),
  };
}

const findSubject = statement((db, { subject }: Holes<{ subject: string }>) =>
  db.selectFrom('cases').select('id').where('subject', '=', subject),
);

const insertCase = statement((db, row: Holes<Omit<CaseTable, 'id' | 'forgotten'>>) =>
  db
    .insertInto('cases')
    .values({
      group_id: row.group_id,
      member_id: row.member_id,
      member_name: row.member_name,
      subject: row.subject,
      at: row.at,
      verdict: row.verdict,
      category: row.category,
      score: row.score,
      findings: row.findings,
      categories: row.categories,
      rules: row.rules,
      step: row.step,
      strikes: row.strikes,
      observed: row.observed,
      exempt: row.exempt,
      status: row.status,
    })
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .returning('id'),
);

const insertEvent = statement((db, event: Holes<Omit<CaseEventTable, 'id'>>) =>
  db.insertInto('case_event').values({
    case_id: event.case_id,
    at: event.at,
    kind: event.kind,
    actor: event.actor,
    reason: event.reason,
  }),
);

async function open(trx: Db, fresh: NewCase): Promise<Case | null> {
  // Asked first, because PostgreSQL uses up a number even for a row that is refused; the unique key decides a race.
  const known = await findSubject(trx, { subject: fresh.subject });
  if (known.rows.length > 0) return null;
  const { rows } = await insertCase(trx, toRow(fresh));
  const id = rows[0]?.id;
  if (id === undefined) return null;
  await append(trx, { caseId: id, at: fresh.at, kind: 'opened', actor: 'bot', reason: '' });
  return { ...fresh, id };
}

async function append(trx: Db, { caseId, at, kind, actor, reason }: CaseEvent): Promise<void> {
  await insertEvent(trx, { case_id: caseId, at, kind, actor, reason });
}

async function events(db: Db, caseId: number): Promise<readonly CaseEvent[]> {
  const rows = await db
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map(({ at, kind, actor, reason }) => ({ caseId, at, kind, actor, reason }));
}

/** A matter that is nobody's offence, such as a submission, counts under no category. */
function categoriesOf({ findings, category, step }: NewCase): readonly string[] {
  if (findings.length > 0) return findings.map((finding) => finding.category);
  return step === 'none' ? [] : [category];
}

function toRow(fresh: NewCase): Omit<CaseTable, 'id' | 'forgotten'> {
  const { groupId, memberId, memberName, findings, observed, exempt, category } = fresh;
  return {
    group_id: groupId,
    member_id: memberId,
    member_name: memberName,
    subject: fresh.subject,
    at: fresh.at,
    verdict: fresh.verdict,
    category,
    score: fresh.score,
    step: fresh.step,
    strikes: fresh.strikes,
    status: fresh.status,
    findings: JSON.stringify(findings),
    categories: labels(categoriesOf(fresh)),
    rules: labels(findings.map((finding) => finding.rule)),
    observed: flag(observed),
    exempt: flag(exempt),
  };
}

function labels(words: readonly string[]): string {
  return JSON.stringify([...new Set(words)].toSorted());
}

function nullable(row: Row<'cases'> | undefined): Case | null {
  return row === undefined ? null : toCase(row);
}

function toCase(row: Row<'cases'>): Case {
  const findings: readonly Finding[] = JSON.parse(row.findings);
  return {
    id: row.id,
    subject: row.subject,
    at: row.at,
    verdict: row.verdict,
    category: row.category,
    score: row.score,
    step: row.step,
    strikes: row.strikes,
    status: row.status,
    groupId: row.group_id,
    memberId: row.member_id,
    memberName: row.member_name,
    findings,
    observed: row.observed === 1,
    exempt: row.exempt === 1,
  };
}

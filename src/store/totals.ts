import type { ExpressionBuilder } from 'kysely';
import type { OpenCounts, PeriodCounts } from '../core/digest/totals.js';
import type { Records } from '../ports.js';
import type { Period, RunTotals } from '../ports/totals.js';
import { counters, days } from './day-counts.js';
import { COMPLAINT_CASE, conductCounts } from './conduct-counts.js';
import { isLimit, rulesOf } from './rule-counts.js';
import { type Counted, sorted, tally } from './tally.js';
import type { Db, Row, Schema } from './schema.js';
import { activeStrikes } from './strikes.js';

export function totalRecords(db: Db): Pick<Records, 'counts' | 'dayCounts' | 'openCounts' | 'failedCases'> {
  return {
    counts: (groupId, period) => counts(db, groupId, period),
    dayCounts: (groupId, period) => days(db, groupId, period),
    openCounts: (groupId) => openCounts(db, groupId),
    failedCases: (groupId, since) => failedCases(db, groupId, since),
  };
}

async function counts(db: Db, groupId: string, period: Period): Promise<PeriodCounts> {
  const cases = await caseKinds(db)
    .where('group_id', '=', groupId)
    .where('at', '>=', period.from)
    .where('at', '<', period.to)
    .where((eb) => eb.or([eb('exempt', '=', 0), eb('rules', 'not like', COMPLAINT_CASE)]))
    .execute();
  const actions = await settledKinds(db)
    .where('group_id', '=', groupId)
    .where('settled_at', '>=', period.from)
    .where('settled_at', '<', period.to)
    .execute();
  const { mended, ...daily } = await counters(db, groupId, period);
  const conduct = await conductCounts(db, groupId, period);
  const byRule = tally(cases, 'rules');
  return {
    ...daily,
    ...conduct,
    good: { ...conduct.good, mended },
    ...verdicts(cases),
    ...performed(actions),
    reversals: await reversals(db, groupId, period),
    failed: sum(actions.filter(isNotDone)),
    limits: limitsOf(actions),
    byCategory: tally(cases, 'categories'),
    byRule,
    rules: await rulesOf(db, groupId, { period, byRule }),
    mistaken: sum(cases.filter(({ verdict, status }) => verdict === 'violation' && status === 'overturned')),
  };
}

async function failedCases(db: Db, groupId: string, since: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['case_id', 'outcome', 'refusal'])
    .where('group_id', '=', groupId)
    .where('stage', '=', 'live')
    .where('settled_at', '>=', since)
    .where('outcome', 'in', ['refused', 'uncertain'])
    .where('case_id', 'is not', null)
    .orderBy('case_id')
    .execute();
  const failed = rows.filter((row) => !isLimit(row)).flatMap(({ case_id: id }) => (id === null ? [] : [id]));
  return [...new Set(failed)];
}

async function openCounts(db: Db, groupId: string): Promise<OpenCounts> {
  const requests = await db
    .selectFrom('cases')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('at').as('oldest')])
    .where('group_id', '=', groupId)
    .where('status', '=', 'open')
    .where('exempt', '=', 0)
    .where((eb) => eb.not(askedElsewhere(eb)))
    .executeTakeFirst();
  const complaints = await openComplaints(db, groupId).where('exempt', '=', 0).executeTakeFirst();
  const above = await openComplaints(db, groupId).where('exempt', '=', 1).executeTakeFirst();
  const cards = await db
    .selectFrom('card_watch')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  const actions = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('group_id', '=', groupId)
    .where('settled_at', 'is', null)
    .where('stage', '=', 'live')
    .executeTakeFirst();
  return {
    requests: requests?.n ?? 0,
    cards: cards?.n ?? 0,
    actions: actions?.n ?? 0,
    oldestRequestAt: requests?.oldest ?? null,
    complaints: complaints?.n ?? 0,
    oldestComplaintAt: complaints?.oldest ?? null,
    above: above?.n ?? 0,
  };
}

/** What says that a case is settled by the answer to another. */
const TIED = ['joined', 'asked-anew'] as const;

/** Another question about the same member is open: one answer settles both. */
function askedElsewhere(eb: ExpressionBuilder<Schema, 'cases'>) {
  const joined = eb.selectFrom('case_event').select('case_event.id').where('kind', 'in', TIED);
  const question = eb
    .selectFrom('cases as other')
    .select('other.id')
    .whereRef('other.group_id', '=', 'cases.group_id')
    .whereRef('other.member_id', '=', 'cases.member_id')
    .where('other.status', '=', 'open')
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('case_event')
            .select('case_event.id')
            .whereRef('case_event.case_id', '=', 'other.id')
            .where('kind', 'in', TIED),
        ),
      ),
    );
  return eb.and([eb.exists(joined.whereRef('case_event.case_id', '=', 'cases.id')), eb.exists(question)]);
}

function openComplaints(db: Db, groupId: string) {
  return db
    .selectFrom('cases')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('at').as('oldest')])
    .where('group_id', '=', groupId)
    .where('status', '=', 'open')
    .where('rules', 'like', COMPLAINT_CASE);
}

/** All groups together, from the first row on; strikes as they weigh at `at`. */
export async function runTotals(db: Db, at: number): Promise<RunTotals> {
  const cases = await caseKinds(db).execute();
  const actions = await settledKinds(db).execute();
  return {
    ...verdicts(cases),
    ...performed(actions),
    requests: await asked(db),
    cases: sum(cases),
    strikes: await strikesByGroup(db, at),
    byCategory: tally(cases, 'categories'),
  };
}

/** What somebody was asked to decide; a question that is repeated is one. */
async function asked(db: Db): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.count<number>('case_id').distinct().as('n'))
    .where('stage', '=', 'live')
    .where('kind', '=', 'request')
    .where('outcome', '=', 'done')
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** Cases counted by what totals ask of them: a few rows, however many cases there are. */
function caseKinds(db: Db) {
  return db
    .selectFrom('cases')
    .select((eb) => ['verdict', 'status', 'categories', 'rules', eb.fn.countAll<number>().as('n')])
    .groupBy(['verdict', 'status', 'categories', 'rules']);
}

function settledKinds(db: Db) {
  return db
    .selectFrom('outbox')
    .select((eb) => ['kind', 'outcome', 'refusal', eb.fn.countAll<number>().as('n')])
    .where('stage', '=', 'live')
    .where('outcome', 'is not', null)
    .groupBy(['kind', 'outcome', 'refusal']);
}

type CaseKind = Pick<Row<'cases'>, 'verdict' | 'status' | 'categories' | 'rules'> & Counted;
type SettledKind = Pick<Row<'outbox'>, 'kind' | 'outcome' | 'refusal'> & Counted;

type Settled = Pick<Row<'outbox'>, 'outcome' | 'refusal'>;

function isNotDone({ outcome }: Settled): boolean {
  return outcome === 'refused' || outcome === 'uncertain';
}

function limitsOf(actions: readonly SettledKind[]): Readonly<Record<string, number>> {
  const counted = new Map<string, number>();
  for (const { kind, n } of actions.filter(isLimit)) counted.set(kind, (counted.get(kind) ?? 0) + n);
  return sorted(counted);
}

function sum(rows: readonly Counted[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}

function verdicts(cases: readonly CaseKind[]) {
  return {
    violations: sum(cases.filter(({ verdict }) => verdict === 'violation')),
    reviews: sum(cases.filter(({ verdict }) => verdict === 'review')),
  };
}

function performed(actions: readonly SettledKind[]) {
  const done = (wanted: SettledKind['kind']) =>
    sum(actions.filter(({ kind, outcome }) => kind === wanted && outcome === 'done'));
  return { warnings: done('warn'), removals: done('remove') };
}

async function reversals(db: Db, groupId: string, { from, to }: Period): Promise<number> {
  const row = await db
    .selectFrom('case_event')
    .innerJoin('cases', 'cases.id', 'case_event.case_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('case_event.kind', '=', 'overturned')
    .where('case_event.at', '>=', from)
    .where('case_event.at', '<', to)
    .where('cases.group_id', '=', groupId)
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function strikesByGroup(db: Db, at: number): Promise<RunTotals['strikes']> {
  const groups = new Map<string, Map<string, number>>();
  for (const { groupId, memberId, strikes } of await activeStrikes(db, at, null)) {
    const members = groups.get(groupId) ?? new Map<string, number>();
    groups.set(groupId, members.set(memberId, strikes));
  }
  return sorted(new Map([...groups].map(([group, members]) => [group, sorted(members)])));
}

import { sql } from 'kysely';
import type { Action, PlannedAction } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import type { Instant } from '../core/model/instant.js';
import type { NewAction, OpenAction, Records, SettledAction } from '../ports.js';
import { atomically } from './atomically.js';
import type { Db, OutboxTable, Row } from './schema.js';
import { changedOne, statement } from './statement.js';
import type { Holes } from './statement.js';

type OutboxRecords = Pick<
  Records,
  | 'plan'
  | 'unsettled'
  | 'unsettledOfCase'
  | 'doneSince'
  | 'cancel'
  | 'cancelUnclaimed'
  | 'claim'
  | 'settle'
  | 'outcomesOfCase'
>;

const ROWS_PER_INSERT = 500;

export function outboxRecords(db: Db): OutboxRecords {
  const open = () => db.selectFrom('outbox').selectAll().where('settled_at', 'is', null).orderBy('id');
  return {
    plan: (actions, caseId, at) =>
      actions.length === 0 ? Promise.resolve([]) : plan(db, { actions, caseId, at }),
    async unsettled() {
      const rows = await open().execute();
      return rows.map(toOpen);
    },
    async unsettledOfCase(caseId) {
      const rows = await open().where('case_id', '=', caseId).execute();
      return rows.map(toOpen);
    },
    cancel: async (id, at) => void (await cancel(db, { id, at })),
    cancelUnclaimed: async (id, at) => changedOne(await cancelUnclaimed(db, { id, at })),
    claim: async (id, worker, ...[now, until]) =>
      changedOne(await claim(db, { id, worker, now, until, never: until + (until - now) })),
    settle: async (id, outcome, at) => changedOne(await settle(db, { id, ...outcomeColumns(outcome), at })),
    async outcomesOfCase(caseId) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute();
      return rows.map(toSettled);
    },
    async doneSince(at) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('settled_at', '>', at)
        .where('outcome', 'in', ['done', 'uncertain'])
        .where('stage', '=', 'live')
        .orderBy('settled_at')
        .orderBy('id')
        .execute();
      return rows.map(toSettled);
    },
  };
}

interface Claim {
  readonly id: number;
  readonly worker: string;
  readonly now: Instant;
  readonly until: Instant;
  /** No claim of a clock that agrees lasts beyond this. Clocks of several machines may differ by the length of a claim. */
  readonly never: Instant;
}

/** The state test stands in the WHERE: of two callers the second finds no row, on both databases. */
const claim = statement((db, { id, worker, now, until, never }: Holes<Claim>) =>
  db
    .updateTable('outbox')
    .set({ claimed_by: worker, claimed_until: until })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('claimed_until', 'is', null),
        eb('claimed_until', '<=', now),
        eb('claimed_until', '>', never),
      ]),
    ),
);

interface Giving {
  readonly id: number;
  readonly at: Instant;
}

const cancel = statement((db, { id, at }: Holes<Giving>) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      settled_at: at,
      outcome: eb
        .case()
        .when('claimed_by', 'is', null)
        .then(sql<'cancelled'>`'cancelled'`)
        .else(sql<'uncertain'>`'uncertain'`)
        .end(),
    }))
    .where('id', '=', id)
    .where('settled_at', 'is', null),
);

const cancelUnclaimed = statement((db, { id, at }: Holes<Giving>) =>
  db
    .updateTable('outbox')
    .set({ settled_at: at, outcome: 'cancelled' })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where('claimed_by', 'is', null),
);

type Settlement = Pick<OutboxTable, 'outcome' | 'refusal' | 'detail'> & {
  readonly id: number;
  readonly at: Instant;
};

const settle = statement((db, { id, outcome, refusal, detail, at }: Holes<Settlement>) =>
  db
    .updateTable('outbox')
    .set({ outcome, refusal, detail, settled_at: at })
    .where('id', '=', id)
    .where('settled_at', 'is', null),
);

type PlanRow = Pick<
  OutboxTable,
  'case_id' | 'group_id' | 'account' | 'stage' | 'kind' | 'due_at' | 'planned_at' | 'action'
>;

const insertOne = statement((db, row: Holes<PlanRow>) =>
  db
    .insertInto('outbox')
    .values({
      case_id: row.case_id,
      group_id: row.group_id,
      account: row.account,
      stage: row.stage,
      kind: row.kind,
      due_at: row.due_at,
      planned_at: row.planned_at,
      action: row.action,
    })
    .returning('id'),
);

interface Plan {
  readonly actions: readonly NewAction[];
  readonly caseId: number | null;
  readonly at: Instant;
}

function plan(db: Db, { actions, caseId, at }: Plan): Promise<readonly PlannedAction[]> {
  return atomically(db, async (trx) => {
    const planned: PlannedAction[] = [];
    for (let from = 0; from < actions.length; from += ROWS_PER_INSERT) {
      const part = actions.slice(from, from + ROWS_PER_INSERT);
      const rows = part.map((action) => toRow(action, caseId, at));
      const ids = await insertRows(trx, rows);
      // Rows are numbered in the order given, but SQLite does not promise to return them so.
      const numbers = ids.map((row) => row.id).toSorted((a, b) => a - b);
      for (const [index, id] of numbers.entries()) {
        const action = part[index];
        if (action !== undefined) planned.push({ ...action, id, caseId });
      }
    }
    return planned;
  });
}

async function insertRows(trx: Db, rows: readonly PlanRow[]): Promise<readonly { readonly id: number }[]> {
  const [only, ...others] = rows;
  if (only === undefined) return [];
  if (others.length === 0) return (await insertOne(trx, only)).rows;
  return trx.insertInto('outbox').values(rows).returning('id').execute();
}

function toRow(
  { groupId, account, stage, dueAt, action }: NewAction,
  caseId: number | null,
  at: Instant,
): PlanRow {
  return {
    case_id: caseId,
    group_id: groupId,
    account: account ?? null,
    stage,
    kind: action.kind,
    due_at: dueAt,
    planned_at: at,
    action: JSON.stringify(action),
  };
}

function outcomeColumns(outcome: Outcome): Pick<OutboxTable, 'outcome' | 'refusal' | 'detail'> {
  const refused = outcome.kind === 'refused';
  return {
    outcome: outcome.kind,
    refusal: refused ? outcome.reason : null,
    detail: refused ? outcome.detail : null,
  };
}

function toAction(row: Row<'outbox'>): Action {
  const action: Action = JSON.parse(row.action);
  return action;
}

export function toPlanned(row: Row<'outbox'>): PlannedAction {
  return {
    id: row.id,
    caseId: row.case_id,
    groupId: row.group_id,
    stage: row.stage,
    dueAt: row.due_at,
    ...(row.account === null ? {} : { account: row.account }),
    action: toAction(row),
  };
}

function toSettled(row: Row<'outbox'>): SettledAction {
  return { planned: toPlanned(row), outcome: toOutcome(row), settledAt: row.settled_at };
}

function toOpen(row: Row<'outbox'>): OpenAction {
  return { planned: toPlanned(row), claimed: row.claimed_by !== null };
}

function toOutcome(row: Row<'outbox'>): Outcome | null {
  if (row.outcome === null) return null;
  if (row.outcome !== 'refused') return { kind: row.outcome };
  return { kind: 'refused', reason: row.refusal ?? 'failed', detail: row.detail ?? '' };
}

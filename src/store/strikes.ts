import type { Offender } from '../core/digest/totals.js';
import type { Instant } from '../core/model/instant.js';
import type { Strike } from '../core/model/strike.js';
import type { Records } from '../ports.js';
import { byText } from './order.js';
import { flag } from './schema.js';
import type { Db, Row, StrikeTable } from './schema.js';
import { statement } from './statement.js';
import type { Holes } from './statement.js';

type StrikeRecords = Pick<
  Records,
  'addStrike' | 'strikesOf' | 'strikesEverywhere' | 'reverseStrikes' | 'ladder'
>;

export function strikeRecords(db: Db): StrikeRecords {
  return {
    async addStrike({ groupId, memberId, at, expiresAt, observed }, caseId) {
      const owner = { group_id: groupId, member_id: memberId, case_id: caseId };
      await insertStrike(db, { ...owner, at, expires_at: expiresAt, observed: flag(observed) });
    },
    strikesOf: (groupId, memberId) => strikesOf(db, groupId, memberId),
    strikesEverywhere: (memberId) => strikesEverywhere(db, memberId),
    async reverseStrikes(caseId, at, reason) {
      const done = await db
        .insertInto('strike_reversal')
        .columns(['strike_id', 'at', 'reason'])
        .expression((eb) =>
          eb
            .selectFrom('strike')
            .select([
              'id',
              eb.cast<number>(eb.val(at), 'bigint').as('at'),
              eb.cast<string>(eb.val(reason), 'text').as('reason'),
            ])
            .where('case_id', '=', caseId),
        )
        .onConflict((conflict) => conflict.column('strike_id').doNothing())
        .executeTakeFirst();
      return Number(done.numInsertedOrUpdatedRows ?? 0n);
    },
    async ladder(groupId, at) {
      const strikers = await activeStrikes(db, at, groupId);
      return strikers
        .map(({ memberId, name, strikes }) => ({ memberId, name, strikes }))
        .toSorted((a, b) => b.strikes - a.strikes || byText(a.memberId, b.memberId));
    },
  };
}

interface Striker extends Offender {
  readonly groupId: string;
}

/**
 * Members with strikes that were made by `at`, still weigh then, and were not reversed since; by the name last seen.
 * Of one group, or of all (null). In no order.
 */
export async function activeStrikes(
  db: Db,
  at: Instant,
  groupId: string | null,
): Promise<readonly Striker[]> {
  const rows = await db
    .with('counted', () =>
      counted(db, at).$if(groupId !== null, (one) =>
        one.where('strike.group_id', '=', groupId).where((eb) =>
          // A strike whose removal is only asked for does not weigh yet.
          eb.or([
            eb('cases.id', 'is', null),
            eb('cases.status', '!=', 'open'),
            eb('cases.step', '!=', 'removal'),
          ]),
        ),
      ),
    )
    .selectFrom('counted')
    .leftJoin('cases', 'cases.id', 'counted.last_case')
    .select(['counted.group_id', 'counted.member_id', 'counted.strikes', 'cases.member_name'])
    .execute();
  return rows.map((row) => ({
    groupId: row.group_id,
    memberId: row.member_id,
    name: row.member_name ?? '',
    strikes: row.strikes,
  }));
}

function counted(db: Db, at: Instant) {
  return db
    .selectFrom('strike')
    .leftJoin('strike_reversal', 'strike_reversal.strike_id', 'strike.id')
    .leftJoin('cases', 'cases.id', 'strike.case_id')
    .select((eb) => [
      'strike.group_id',
      'strike.member_id',
      eb.fn.countAll<number>().as('strikes'),
      eb.fn.max<number>('strike.case_id').as('last_case'),
    ])
    .where('strike_reversal.strike_id', 'is', null)
    .where('strike.observed', '=', 0)
    .where('strike.at', '<=', at)
    .where((eb) => eb.or([eb('strike.expires_at', 'is', null), eb('strike.expires_at', '>', at)]))
    .groupBy(['strike.group_id', 'strike.member_id']);
}

const insertStrike = statement((db, row: Holes<Omit<StrikeTable, 'id'>>) =>
  db.insertInto('strike').values({
    group_id: row.group_id,
    member_id: row.member_id,
    case_id: row.case_id,
    at: row.at,
    expires_at: row.expires_at,
    observed: row.observed,
  }),
);

/** What has become of a strike: its reversal, and its case's step and status. */
const STANDING = ['strike_reversal.at as reversed_at', 'cases.step', 'cases.status'] as const;

interface StrikeRow extends Row<'strike'> {
  readonly reversed_at: number | null;
  readonly step: string | null;
  readonly status: string | null;
}

const selectStrikes = statement((db, { groupId, memberId }: Holes<{ groupId: string; memberId: string }>) =>
  db
    .selectFrom('strike')
    .leftJoin('strike_reversal', 'strike_reversal.strike_id', 'strike.id')
    .leftJoin('cases', 'cases.id', 'strike.case_id')
    .selectAll('strike')
    .select(STANDING)
    .where('strike.group_id', '=', groupId)
    .where('strike.member_id', '=', memberId)
    .orderBy('strike.id'),
);

async function strikesOf(db: Db, groupId: string, memberId: string): Promise<readonly Strike[]> {
  const { rows } = await selectStrikes(db, { groupId, memberId });
  return rows.map(toStrike);
}

async function strikesEverywhere(db: Db, memberId: string): Promise<readonly Strike[]> {
  const rows = await db
    .selectFrom('strike')
    .leftJoin('strike_reversal', 'strike_reversal.strike_id', 'strike.id')
    .leftJoin('cases', 'cases.id', 'strike.case_id')
    .selectAll('strike')
    .select(STANDING)
    .where('strike.member_id', '=', memberId)
    .orderBy('strike.id')
    .execute();
  return rows.map(toStrike);
}

function toStrike(row: StrikeRow): Strike {
  return {
    id: row.id,
    groupId: row.group_id,
    memberId: row.member_id,
    caseId: row.case_id,
    at: row.at,
    expiresAt: row.expires_at,
    observed: row.observed === 1,
    reversedAt: row.reversed_at,
    undecided: row.step === 'removal' && row.status === 'open',
  };
}

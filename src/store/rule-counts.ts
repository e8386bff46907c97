import type { RuleCounts } from '../core/digest/totals.js';
import type { Period } from '../ports/totals.js';
import type { Db, Row } from './schema.js';
import { tally } from './tally.js';

/** What the platform never allows here is no failure: it is told once, with what to do by hand. */
export function isLimit({ outcome, refusal }: Pick<Row<'outbox'>, 'outcome' | 'refusal'>): boolean {
  return outcome === 'refused' && (refusal === 'unsupported' || refusal === 'no-right');
}

interface Asked {
  readonly period: Period;
  readonly byRule: Readonly<Record<string, number>>;
}

/** What came of each rule's cases in the period, in order of the rules' names. */
export async function rulesOf(
  db: Db,
  groupId: string,
  { period, byRule }: Asked,
): Promise<Readonly<Record<string, RuleCounts>>> {
  const reversals = tally(await reversed(db, groupId, period), 'rules');
  const actions = await settled(db, groupId, period);
  const removals = tally(
    actions.filter(({ kind, outcome }) => kind === 'remove' && outcome === 'done'),
    'rules',
  );
  const failed = tally(
    actions.filter((one) => one.outcome === 'uncertain' || (one.outcome === 'refused' && !isLimit(one))),
    'rules',
  );
  const names = [
    ...new Set([byRule, reversals, removals, failed].flatMap((counts) => Object.keys(counts))),
  ].toSorted();
  const of = (counts: Readonly<Record<string, number>>, name: string): number =>
    Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        cases: of(byRule, name),
        reversals: of(reversals, name),
        removals: of(removals, name),
        failed: of(failed, name),
      },
    ]),
  );
}

function reversed(db: Db, groupId: string, { from, to }: Period) {
  return db
    .selectFrom('case_event')
    .innerJoin('cases', 'cases.id', 'case_event.case_id')
    .select((eb) => ['cases.rules', eb.fn.countAll<number>().as('n')])
    .where('case_event.kind', '=', 'overturned')
    .where('case_event.at', '>=', from)
    .where('case_event.at', '<', to)
    .where('cases.group_id', '=', groupId)
    .groupBy('cases.rules')
    .execute();
}

function settled(db: Db, groupId: string, { from, to }: Period) {
  return db
    .selectFrom('outbox')
    .innerJoin('cases', 'cases.id', 'outbox.case_id')
    .select((eb) => [
      'cases.rules',
      'outbox.kind',
      'outbox.outcome',
      'outbox.refusal',
      eb.fn.countAll<number>().as('n'),
    ])
    .where('outbox.group_id', '=', groupId)
    .where('outbox.stage', '=', 'live')
    .where('outbox.settled_at', '>=', from)
    .where('outbox.settled_at', '<', to)
    .groupBy(['cases.rules', 'outbox.kind', 'outbox.outcome', 'outbox.refusal'])
    .execute();
}

import { openStore } from '../../../src/store/open.js';
import { type Act, actsOf, query, type Reign, reigns } from './records.js';

/** What was promised and not kept, a sentence each. */
export async function broken(database: string, journal: string, kills: number): Promise<readonly string[]> {
  const acts = actsOf(journal);
  return [
    ...twice(acts),
    ...introductions(acts, kills),
    ...outOfReign(acts, await reigns(database)),
    ...(await twoReigns(database)),
    ...(await strikes(database)),
    ...(await unsettled(database)),
    ...(await chain(database)),
  ];
}

/** What the group sees: said and removed. A question that was cut off may be asked again, in private. */
function isPublic({ type, group }: Act): boolean {
  return group !== null && (type === 'say' || type === 'remove' || type === 'recall');
}

function twice(acts: readonly Act[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const act of acts.filter(
    (one) => isPublic(one) && (one.case !== undefined || one.type === 'remove'),
  )) {
    const key = `${act.type} ${act.group} ${String(act.case)} ${String(act.to)} ${act.text ?? ''}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([key, times]) => `${times} times: ${key}`);
}

/** Once in each group; killed between saying and recording it, once more. */
function introductions(acts: readonly Act[], kills: number): readonly string[] {
  const introduced = acts.filter(({ text }) => text?.includes('我是本群的管理助手') === true);
  const groups = new Set(introduced.map(({ group }) => group));
  return introduced.length > groups.size + kills
    ? [`${introduced.length} introductions in ${groups.size} groups`]
    : [];
}

/** An account acts in a group only while the database says that it leads it. */
function outOfReign(acts: readonly Act[], all: readonly Reign[]): readonly string[] {
  const isCovered = ({ group, account, real }: Act): boolean =>
    all.some(
      (one) =>
        one.group_id === group &&
        one.account === account &&
        one.began <= real + 1 &&
        (one.ended === null || real <= one.ended),
    );
  return acts
    .filter((act) => isPublic(act) && !isCovered(act))
    .map(({ account, type, group, real }) => `${account} did not lead ${String(group)}: ${type} at ${real}`);
}

async function twoReigns(database: string): Promise<readonly string[]> {
  const rows = await query<{ group_id: string }>(
    database,
    `select a.group_id from reign a join reign b on a.group_id = b.group_id and a.worker < b.worker
      where a.began < coalesce(b.ended, 'infinity') and b.began < coalesce(a.ended, 'infinity')`,
  );
  return rows.map((row) => `two led ${row.group_id} at once`);
}

/** One strike for every violation that is neither observed nor of somebody without a say in it, one case for every message. */
async function strikes(database: string): Promise<readonly string[]> {
  const rows = await query<{ id: number; count: string }>(
    database,
    `select cases.id, count(strike.id) as count from cases left join strike on strike.case_id = cases.id
      where cases.verdict = 'violation' and not exists (select 1 from cases as other where other.subject = cases.subject and other.id <> cases.id)
      group by cases.id having count(strike.id) <> 1`,
  );
  return rows.map((row) => `case ${row.id} has ${row.count} strikes`);
}

async function unsettled(database: string): Promise<readonly string[]> {
  const rows = await query<{ id: string; kind: string }>(
    database,
    `select id, kind from outbox where settled_at is null and due_at < (extract(epoch from now()) * 1000)::bigint`,
  );
  return rows.map((row) => `action ${row.id} (${row.kind}) was never done`);
}

async function chain(database: string): Promise<readonly string[]> {
  const store = await openStore(database);
  const state = await store.verifyAudit();
  await store.close();
  return state.kind === 'whole' ? [] : [`the audit chain is broken at ${state.brokenAt}`];
}

import type { Action } from '../../src/core/model/action.js';
import { render } from '../../src/core/wording/action.js';
import { openStore } from '../../src/store/open.js';
import type { TranscriptLine } from '../../src/simulate/platform.js';
import type { JournalLine } from './life.js';
import { AD, DIGESTS, type SceneEvent } from './scene.js';
import { type Query, reading, type SqlRow } from './sql.js';

export interface Evidence {
  readonly database: string;
  readonly journal: readonly JournalLine[];
  readonly scene: readonly SceneEvent[];
  readonly redeliver: boolean;
}

/** What is wrong with the records, as sentences; none where every promise is kept. */
export async function broken(evidence: Evidence): Promise<readonly string[]> {
  const chain = await chainOf(evidence.database);
  const found = await reading(evidence.database, async (query) => [
    ...(await atMostOnce(query)),
    ...(await acknowledged(query, evidence)),
    ...(await asRecorded(query, evidence)),
    ...(await auditAgrees(query)),
    ...(isFinished(evidence.journal) ? await atTheEnd(query, evidence) : []),
  ]);
  return [...chain, ...found];
}

async function chainOf(database: string): Promise<readonly string[]> {
  const store = await openStore(database);
  const chain = await store.verifyAudit();
  await store.close();
  return chain.kind === 'whole' ? [] : [`the audit chain breaks at ${chain.brokenAt}`];
}

/** One case for a subject, one strike for a case, whatever was delivered how often. */
async function atMostOnce(query: Query): Promise<readonly string[]> {
  const cases = await query('select subject from cases group by subject having count(*) > 1');
  const strikes = await query('select case_id from strike group by case_id having count(*) > 1');
  return [
    ...cases.map(({ subject }) => `several cases for ${String(subject)}`),
    ...strikes.map(({ case_id: id }) => `several strikes for case ${String(id)}`),
  ];
}

/**
 * Every advertisement whose handling was acknowledged has its case, and its strike; none where the case is only a review, as
 * after an owner has taken back what the rule had found before.
 */
async function acknowledged(query: Query, { journal, scene }: Evidence): Promise<readonly string[]> {
  const sql = `select c.subject as subject, c.step as step, count(s.case_id) as strikes from cases c
    left join strike s on s.case_id = c.id group by c.subject, c.step`;
  const cases = new Map((await query(sql)).map((row) => [row['subject'], row]));
  const handled = new Set(journal.flatMap((line) => (line.kind === 'handled' ? [line.index] : [])));
  return [...handled].flatMap((index) => {
    const event = scene[index];
    if (event?.type !== 'message' || event.text?.startsWith(AD) !== true) return [];
    const found = cases.get(`message:${event.group ?? ''}:${event.id ?? ''}`);
    if (found === undefined) return [`advertisement ${event.id ?? ''}: no case`];
    const owed = found['step'] === 'review' ? 0 : 1;
    const strikes = Number(found['strikes']);
    return strikes === owed ? [] : [`advertisement ${event.id ?? ''}: ${strikes} strikes of ${owed}`];
  });
}

interface Tally {
  planned: number;
  done: number;
  /** Claimed, and cut off before its outcome was written: it may have been done. */
  perhaps: number;
  effects: number;
  kind: string;
  readonly outcomes: string[];
}

/** What may be done again after it was cut off; see ADR 2. */
const REPEATABLE: ReadonlySet<string> = new Set(['request', 'accept', 'introduce']);

/** What is said of cards is worded anew when it is sent. */
const WORDED_LATE: ReadonlySet<string> = new Set(['card-note', 'card-roll']);

/** What the platform was made to do is what the records say, no more and no less. */
async function asRecorded(query: Query, { journal }: Evidence): Promise<readonly string[]> {
  const tallies = await planned(query);
  const kills = journal.filter(({ kind }) => kind === 'killed').length;
  const introduction = render({ kind: 'introduce', groupId: '' });
  for (const line of journal) {
    if (line.kind !== 'effect') continue;
    const key = effectKey(line.line);
    if (line.line.text === introduction?.text) continue;
    const tally = tallies.get(key);
    if (tally !== undefined) tally.effects += 1;
    else if (!isAboutCards(line.line)) return [`done, but never planned: ${key}`];
  }
  return [...tallies].flatMap(([key, { kind, done, perhaps, effects, planned: rows, outcomes }]) => {
    if (effects < done && kind !== 'remove') return [`recorded as done ${done}, done ${effects}: ${key}`];
    if (kind === 'remove' && effects > 1) return [`removed ${effects} times: ${key}`];
    const most = REPEATABLE.has(kind) ? rows + kills : done + perhaps;
    return effects > most
      ? [`done ${effects}, recorded ${done} and ${perhaps} cut off (${outcomes.join()}): ${key}`]
      : [];
  });
}

async function planned(query: Query): Promise<Map<string, Tally>> {
  const sql = 'select kind, outcome, refusal, claimed_by, action from outbox where stage = $1 order by id';
  const rows = await query(sql.replace('$1', "'live'"));
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const key = rowKey(row);
    if (key === null) continue;
    const tally = tallies.get(key) ?? {
      kind: String(row['kind']),
      planned: 0,
      done: 0,
      perhaps: 0,
      effects: 0,
      outcomes: [],
    };
    tally.planned += 1;
    tally.outcomes.push(`${String(row['outcome'])} ${String(row['refusal'])}`);
    tally.done += row['outcome'] === 'done' ? 1 : 0;
    const isOpen = row['outcome'] === null && row['claimed_by'] !== null;
    tally.perhaps += isOpen || row['outcome'] === 'uncertain' ? 1 : 0;
    tallies.set(key, tally);
  }
  return tallies;
}

function rowKey(row: SqlRow): string | null {
  const action = JSON.parse(String(row['action'])) as Action;
  if (WORDED_LATE.has(action.kind)) return null;
  if (action.kind === 'remove') return `remove ${action.groupId} ${action.member.id}`;
  const rendered = render(action);
  if (rendered === null) return null;
  const to = rendered.to === 'group' ? rendered.groupId : rendered.memberId;
  return `${rendered.to === 'group' ? 'say' : 'direct'} ${to} ${rendered.text}`;
}

function effectKey(line: TranscriptLine): string {
  if (line.type === 'remove') return `remove ${line.group ?? ''} ${String(line.to)}`;
  const to = line.type === 'say' ? line.group : line.to;
  return `${line.type} ${String(to)} ${line.text ?? ''}`;
}

function isAboutCards({ category, type, text }: TranscriptLine): boolean {
  return category === 'card' || type === 'accept' || /名片|格式是/u.test(text ?? '');
}

/** Everything that was done or refused, and every case, stands in the audit log, once. */
async function auditAgrees(query: Query): Promise<readonly string[]> {
  const count = async (sql: string): Promise<number> => Number((await query(sql))[0]?.['n'] ?? 0);
  const settled = await count("select count(*) as n from outbox where outcome in ('done', 'refused')");
  const told = await count(
    `select count(*) as n from audit_log where kind = 'action-settled'
      and (data like '%"outcome":"done"%' or data like '%"outcome":"refused"%')`,
  );
  const cases = await count("select count(*) as n from cases where step <> 'none' and category <> 'card'");
  const opened = await count("select count(distinct data) as n from audit_log where kind = 'case-opened'");
  return [
    ...(settled === told ? [] : [`${settled} actions settled, ${told} in the audit log`]),
    ...(cases <= opened ? [] : [`${cases} cases, ${opened} in the audit log`]),
  ];
}

function isFinished(journal: readonly JournalLine[]): boolean {
  return journal.some(({ kind }) => kind === 'finished');
}

/** Nothing is left open, and every owner has had every digest once. */
async function atTheEnd(query: Query, { journal, scene, redeliver }: Evidence): Promise<readonly string[]> {
  const open = await query('select id, kind from outbox where settled_at is null');
  const wrong = [...(await digests(query)), ...(await met(query))];
  const heard = new Set(journal.flatMap((line) => (line.kind === 'handled' ? [line.index] : [])));
  const skipped = new Set(journal.flatMap((line) => (line.kind === 'skipped' ? [line.index] : [])));
  const lost = scene.flatMap((event, index) =>
    redeliver && event.type === 'message' && !heard.has(index) && !skipped.has(index) ? [event.id ?? ''] : [],
  );
  return [
    ...(journal.some(({ kind }) => kind === 'stuck') ? ['something waits for ever'] : []),
    ...open.map(({ id, kind }) => `left open: ${String(kind)} ${String(id)}`),
    ...wrong,
    ...lost.map((id) => `never heard although delivered again: ${id}`),
  ];
}

/** A group that was met after the first one fell due has it of the second Monday on. */
async function digests(query: Query): Promise<readonly string[]> {
  const sql = `select g.id, g.first_seen_at as since,
    (select count(*) from outbox o where o.group_id = g.id and o.kind = 'digest') as n from chat_group g`;
  return (await query(sql)).flatMap(({ id, since, n }) => {
    const owed = DIGESTS.filter((at) => at > Number(since)).length;
    return Number(n) === owed ? [] : [`${String(n)} digests of ${owed} in ${String(id)}`];
  });
}

/** Every group was looked at once it was introduced, and the owner of the watched one heard of it once. */
async function met(query: Query): Promise<readonly string[]> {
  const waiting = await query("select key from alarm where kind = 'group-met'");
  const told = await query(`select count(*) as n from outbox where action like '%"first-meeting"%'`);
  const groups = await query("select id from chat_group where id = 'g3'");
  return [
    ...waiting.map(({ key }) => `still waiting: ${String(key)}`),
    ...(Number(told[0]?.['n']) === groups.length
      ? []
      : [`first meeting told ${String(told[0]?.['n'])} times`]),
  ];
}

import type { Action, Person, PlannedAction } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import type { Category } from '../core/model/category.js';
import type { Finding } from '../core/model/finding.js';
import { DAY, type Instant } from '../core/model/instant.js';
import { type Appointed, responsible, roleOf } from '../core/policy/authority.js';
import { judge } from '../core/policy/judge.js';
import { leadsTo } from '../core/policy/plan.js';
import { sealed } from '../core/policy/seal.js';
import type { NewCase, Records } from '../ports.js';
import { setAlarm } from './alarms/clock.js';
import type { Call } from './commands/command.js';
import { appointedOf, type GroupState } from './groups.js';
import { findingsOf } from './moderate.js';
import { stageAll } from './record.js';
import { tellPerson } from './tell.js';

/** How long a complaint may lie before those above hear of it. */
const COMPLAINT_TERM: Instant = 3 * DAY;

export interface Complaint {
  /** Null: the complaint names nobody. */
  readonly accused: Person | null;
  /** The message complained of; null where none was quoted. */
  readonly quoted: string | null;
  readonly reason: string;
}

export type Lodged =
  | { readonly kind: 'taken'; readonly caseId: number; readonly joined: boolean }
  /** It concerns somebody with authority, and nobody stands above. */
  | { readonly kind: 'nowhere' };

/**
 * Lodges a complaint (EM6(六), D8§10(三)): a case that a person decides. A second complaint about the same joins the first. One about
 * an owner or administrator goes to the organisation's staff and is not shown to the accused.
 */
export async function lodge(call: Call, complaint: Complaint): Promise<Lodged> {
  const { desk, state, at, actorId } = call;
  const judges = judgesOf(call, complaint.accused);
  if (judges.length === 0) return { kind: 'nowhere' };
  const fresh = caseOf(call, complaint);
  const result = await desk.deps.store.transaction(async (records) => {
    const opened = await records.openCase(fresh);
    const of = opened ?? (await records.caseBySubject(fresh.subject));
    if (of === null) throw new Error('a complaint without a case');
    const isNew = await records.addComplaint({
      caseId: of.id,
      complainantId: actorId,
      groupId: state.group.id,
      at,
    });
    const data = { case: of.id, joined: opened === null };
    await records.audit({ at, actor: actorId, kind: 'complaint', groupId: state.group.id, data });
    if (opened === null)
      return { of, joined: true, planned: isNew ? await decidedAlready(records, call, of) : [] };
    await setAlarm(desk.deps.alarms, records, lateAlarm(state, opened, at));
    const asked = judges.map((to) => request(call, opened, to));
    return { of, joined: false, planned: await records.plan(stageAll(state, asked, at), opened.id, at) };
  });
  desk.dispatch.add(result.planned);
  return { kind: 'taken', caseId: result.of.id, joined: result.joined };
}

/** Whoever joins a matter that has been decided hears how: nobody will come back to it. */
async function decidedAlready(
  records: Records,
  { state, actorId, at }: Call,
  of: Case,
): Promise<readonly PlannedAction[]> {
  const result = await resultOf(records, of);
  const told = result === null ? [] : [resultTold(of, actorId, result)];
  return records.plan(stageAll(state, told, at), of.id, at);
}

/** How a complaint was decided; null while it is open. */
async function resultOf(records: Records, { id, status }: Case): Promise<ComplaintResult | null> {
  switch (status) {
    case 'open':
      return null;
    case 'rejected':
      return 'rejected';
    case 'overturned':
      return 'withdrawn';
    case 'confirmed':
    case 'closed': {
      const done = (await records.outcomesOfCase(id)).map(({ planned }) => planned.action.kind);
      return done.includes('warn') || done.includes('remove') ? 'upheld' : 'noted';
    }
  }
}

/** Who decides: the staff over those with authority, else whoever answers for the group. Nobody judges a complaint about oneself. */
function judgesOf({ desk, state }: Call, accused: Person | null): readonly Person[] {
  const appointed = appointedOf(desk.deps, state.settings);
  const isAbove = accused !== null && hasAuthority(state, accused.id, appointed);
  if (!isAbove) {
    const to = responsible(state.group, appointed);
    return to === null ? [] : [{ id: to, name: to }];
  }
  return appointed.staff.filter((id) => id !== accused.id).map((id) => ({ id, name: id }));
}

function hasAuthority(state: GroupState, id: string, appointed: Appointed): boolean {
  return roleOf(id, state.group, appointed) !== 'member';
}

function lateAlarm(state: GroupState, opened: Case, at: Instant) {
  const groupId = state.group.id;
  const data = { case: opened.id };
  return { key: `complaint:${opened.id}`, kind: 'complaint-late', groupId, dueAt: at + COMPLAINT_TERM, data };
}

function caseOf(call: Call, complaint: Complaint): NewCase {
  const { desk, state, at } = call;
  const { accused } = complaint;
  const { findings, category } = groundsOf(call, complaint);
  const appointed = appointedOf(desk.deps, state.settings);
  return {
    groupId: state.group.id,
    memberId: accused?.id ?? null,
    memberName: accused?.name ?? '',
    subject: subjectOf(call, complaint),
    at,
    verdict: 'review',
    category,
    score: 0.5,
    findings,
    step: 'review',
    strikes: 0,
    observed: false,
    exempt: accused !== null && hasAuthority(state, accused.id, appointed),
    status: 'open',
  };
}

/** What the rules see in the quoted words, and the complainant's own. Where they see nothing it is a complaint and no more. */
function groundsOf(
  call: Call,
  complaint: Complaint,
): { readonly findings: readonly Finding[]; readonly category: Category } {
  const { deps } = call.desk;
  const seen = complaint.quoted === null ? [] : findingsOf(deps, quotedMessage(call, complaint));
  const category = judge(seen).category ?? 'complaint';
  const reason = complaint.reason.slice(0, 200);
  const told: Finding = {
    rule: 'complaint',
    category,
    certainty: 'suspected',
    clause: 'EM6(六)',
    score: 0.5,
    evidence: reason === '' ? [] : [{ start: 0, end: reason.length, text: reason, term: 'complaint' }],
  };
  return { findings: [...sealed(seen, deps.digest), told], category };
}

function quotedMessage({ state, at, key }: Call, { accused, quoted }: Complaint) {
  return {
    id: key,
    groupId: state.group.id,
    senderId: accused?.id ?? '',
    at,
    kind: 'text',
    text: quoted ?? '',
    title: null,
    url: null,
    file: null,
    mentions: [],
    quote: null,
  } as const;
}

/** The same words of the same person, or, without words, the same person on the same day, are one matter. */
function subjectOf({ desk, state, at, key }: Call, { accused, quoted }: Complaint): string {
  const head = `complaint:${state.group.id}:${accused?.id ?? ''}`;
  if (quoted !== null) return `${head}:${desk.deps.digest(quoted).slice(0, 32)}`;
  return accused === null ? `${head}:${key}` : `${head}:day:${state.days.dayOf(at)}`;
}

function request({ state }: Call, opened: Case, to: Person): Action {
  const { group, settings } = state;
  const standing = { strikes: 0, ladder: settings.strikes, removal: settings.removal };
  return {
    kind: 'request',
    groupId: group.id,
    to,
    ask: 'complaint',
    about: { caseId: opened.id, rule: 'complaint', category: opened.category },
    member: { id: opened.memberId ?? '', name: opened.memberName },
    leadsTo: leadsTo(opened.category, standing),
    terms: opened.findings.at(-1)?.evidence.map(({ text }) => text) ?? [],
    score: opened.score,
    groupName: group.name,
  };
}

/** Tells everybody who complained what came of it; the group never hears of it. */
export async function complaintTold(
  records: Records,
  found: Case,
  result: ComplaintResult,
): Promise<readonly Action[]> {
  const people = await records.complainants(found.id);
  const told = people.map((id) => resultTold(found, id, result));
  return result === 'noted' && people.length > 0 ? [...told, ...accusedTold(found)] : told;
}

/** Where nothing follows that would tell them, whoever it was about hears of it in private once it is decided. */
function accusedTold(found: Case): readonly Action[] {
  const { id: caseId, memberId, exempt } = found;
  if (memberId === null) return [];
  const to = { id: memberId, name: memberId };
  return [tellPerson(found.groupId, to, { kind: 'complaint-noted', caseId, mayAppeal: !exempt })];
}

type ComplaintResult = 'upheld' | 'noted' | 'rejected' | 'withdrawn';

function resultTold(found: Case, id: string, result: ComplaintResult): Action {
  return {
    kind: 'tell',
    groupId: found.groupId,
    to: { id, name: id },
    mentions: [],
    about: null,
    urgency: 'daytime',
    audience: 'service',
    telling: { kind: 'complaint-result', caseId: found.id, result },
  };
}

/** Whether the accused may not know yet: a complaint that is not decided. */
export function isHiddenFromAccused(one: Case): boolean {
  return one.status === 'open' && one.findings.some(({ rule }) => rule === 'complaint');
}

import type { Case } from '../core/model/case.js';
import type { Evidence } from '../core/model/finding.js';
import type { Instant } from '../core/model/instant.js';
import type { Person } from '../core/model/action.js';
import { shownName } from '../core/model/member.js';
import type { Verdict } from '../core/model/verdict.js';
import { isExempt, type NoRight, responsible } from '../core/policy/authority.js';
import { changesAtLogin } from '../core/policy/contact-id.js';
import { nextDaytime } from '../core/policy/daytime.js';
import { expiryOf, weighing } from '../core/policy/ladder.js';
import { actionsOf, decide, type Decision, type Standing } from '../core/policy/plan.js';
import { aboutCase, dangerActions, duringIncident, isDanger } from '../core/policy/incident-actions.js';
import { sealed } from '../core/policy/seal.js';
import { dueAt, held, isModeration } from '../core/policy/timing.js';
import type { Action, PlannedAction } from '../core/model/action.js';
import type { NewAction, NewCase, Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState, refresh } from './groups.js';
import { weighsElsewhere } from '../core/model/strike.js';
import { tie, withPending } from './ask-together.js';
import { strikesFor } from './strikes.js';
import { reportUpward } from './upward.js';

/** One judged subject, about to become a case. */
export interface Subject {
  /** Unique: delivered again, it makes no second case. */
  readonly key: string;
  readonly memberId: string;
  readonly at: Instant;
  readonly verdict: Verdict;
  readonly actor: string;
  /** The message that may be taken back; left out where the subject is none. */
  readonly messageId?: string;
  /** Why a notice was not the member's to give. */
  readonly noRight?: NoRight;
  /** What else is written in the same transaction, once the case is open. */
  readonly also?: (records: Records, opened: Case) => Promise<void>;
}

export interface Recorded {
  readonly case: Case;
  readonly planned: readonly PlannedAction[];
}

/**
 * Strikes → ladder → case, strike and planned actions in one transaction: written before anything is done.
 * Null: nothing to decide, or the subject has its case already.
 */
export async function record(deps: Deps, state: GroupState, subject: Subject): Promise<Recorded | null> {
  if (subject.verdict.kind === 'allow') return null;
  await refresh(deps, state);
  const people = await peopleOf(deps, state, subject.memberId);
  const findings = sealed(subject.verdict.findings, deps.digest);
  const kept = { ...subject, verdict: { ...subject.verdict, findings } };
  return deps.store.transaction((records) => write({ deps, state, subject: kept, people, records }));
}

interface People {
  readonly member: Person;
  readonly responsible: Person | null;
  readonly staff: readonly Person[];
}

async function peopleOf(deps: Deps, state: GroupState, memberId: string): Promise<People> {
  const appointed = appointedOf(deps, state.settings);
  const asked = responsible(state.group, appointed);
  return {
    member: await personOf(deps, state.group.id, memberId),
    responsible: asked === null ? null : { id: asked, name: asked },
    staff: appointed.staff.map((id) => ({ id, name: id })),
  };
}

/** The member as shown now; the id stands in for somebody who is not there any more. */
export async function personOf(deps: Deps, groupId: string, memberId: string): Promise<Person> {
  const member = await deps.platforms.live.member(groupId, memberId);
  return { id: memberId, name: member === null ? memberId : shownName(member) };
}

interface Work {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly subject: Subject;
  readonly people: People;
  readonly records: Records;
}

async function write(work: Work): Promise<Recorded | null> {
  const { subject, records, state } = work;
  const standing = await standingOf(work);
  const decision = decide(subject.verdict, standing);
  if (decision === null) return null;
  const opened = await records.openCase(caseOf(work, decision, standing));
  if (opened === null) return null;
  // What is noted against an id that changes at login is soon somebody else's.
  if (decision.strike && !changesAtLogin(subject.memberId))
    await records.addStrike(strikeOf(work), opened.id);
  await subject.also?.(records, opened);
  const upward = await reportUpward(work, opened);
  const tied = await tie(work, opened, standing);
  const actions = [...actionsFor(work, { decision, standing }, opened), ...tied, ...upward];
  const planned = await records.plan(stageAll(state, actions, subject.at), opened.id, subject.at);
  await auditOpened(work, opened);
  return { case: opened, planned };
}

/** While many do the same at once single members are not spoken to; a certain danger is taken back where it can be. */
function actionsFor(
  { deps, subject, state }: Work,
  { decision, standing }: { readonly decision: Decision; readonly standing: Standing },
  opened: Case,
): readonly Action[] {
  const usual = actionsOf({ decision, verdict: subject.verdict }, standing, opened.id);
  const danger = isDanger(decision.category, opened.findings)
    ? dangerActions({
        standing,
        about: aboutCase(opened),
        messageId: subject.messageId ?? null,
        score: opened.score,
      })
    : [];
  const actions = [...usual, ...danger];
  return deps.incidents.massIn(state.group.id) === null ? actions : duringIncident(actions);
}

async function standingOf({ deps, state, subject, people, records }: Work): Promise<Standing> {
  const { group, settings } = state;
  const strikes = await strikesFor(deps, records, { groupId: group.id, memberId: subject.memberId });
  const exempt = isExempt(subject.memberId, group, appointedOf(deps, settings));
  const standing: Standing = {
    groupId: group.id,
    groupName: group.name,
    ...people,
    exempt,
    noRight: subject.noRight ?? 'none',
    strikes: weighing(strikes, subject.at, settings.mode),
    ...(weighsElsewhere(strikes, group.id, subject.at) ? { sharesStrikes: true } : {}),
    pending: null,
    canRemove: group.botRole !== 'member',
    removal: settings.removal,
    ladder: settings.strikes,
    timezone: settings.digest.timezone,
  };
  const decision = decide(subject.verdict, standing);
  if (decision === null) return standing;
  const { memberId, key, verdict } = subject;
  return withPending(records, standing, {
    decision,
    case: { memberId, subject: key, findings: verdict.findings },
  });
}

function caseOf({ state, subject, people }: Work, decision: Decision, standing: Standing): NewCase {
  return {
    groupId: state.group.id,
    memberId: subject.memberId,
    memberName: people.member.name,
    subject: subject.key,
    at: subject.at,
    verdict: decision.verdict,
    category: decision.category,
    score: subject.verdict.score,
    findings: subject.verdict.findings,
    step: decision.step,
    strikes: decision.strikes,
    observed: state.settings.mode === 'observe',
    exempt: standing.exempt,
    status: state.settings.mode === 'observe' ? 'closed' : decision.status,
  };
}

function strikeOf({ state, subject }: Work): Parameters<Records['addStrike']>[0] {
  return {
    groupId: state.group.id,
    memberId: subject.memberId,
    at: subject.at,
    expiresAt: expiryOf(subject.at, state.settings.strikes),
    observed: state.settings.mode === 'observe',
  };
}

/** Gives each action its due time and its stage: in a watched group moderation is recorded, not sent. */
export function stageAll(state: GroupState, actions: readonly Action[], at: Instant): readonly NewAction[] {
  const timezone = state.settings.digest.timezone;
  return actions.map((action) => {
    const due = dueAt(action, at, (instant) => nextDaytime(instant, timezone));
    const stage = state.settings.mode === 'observe' && isModeration(action) ? 'shadow' : 'live';
    return { groupId: state.group.id, stage, dueAt: due, action: held(action, at, due) };
  });
}

async function auditOpened({ deps, subject, records }: Work, opened: Case): Promise<void> {
  const evidence = opened.findings.flatMap((finding) => finding.evidence.map(known)).join('\n');
  await records.audit({
    at: subject.at,
    actor: subject.actor,
    kind: 'case-opened',
    groupId: opened.groupId,
    data: {
      case: opened.id,
      verdict: opened.verdict,
      category: opened.category,
      step: opened.step,
      strikes: opened.strikes,
      observed: opened.observed,
      exempt: opened.exempt,
      evidence: deps.digest(evidence),
    },
  });
}

/** What stands for a piece of evidence in its digest: its text, or the digest that was kept of it. */
function known({ text, term }: Evidence): string {
  return text === '' ? term : text;
}

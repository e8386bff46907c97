import { isMass } from '../../core/conduct/mass.js';
import type { Action } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Outcome } from '../../core/model/outcome.js';
import { type Incident, type IncidentMark, marked, type NewIncident } from '../../core/model/incident.js';
import { type Instant, MINUTE } from '../../core/model/instant.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { guidance, isDanger } from '../../core/policy/incident-actions.js';
import type { Records } from '../../ports.js';
import { setAlarm } from '../alarms/clock.js';
import type { Deps } from '../deps.js';
import type { Dispatch } from '../dispatch.js';
import { type GroupState, roleIn } from '../groups.js';
import { stageAll } from '../record.js';
import { announce } from './incident-told.js';

/** An incident ends by itself when nothing of it has happened for so long. */
const CALM: Instant = 30 * MINUTE;
const INCIDENT_ALARM = 'incident-over';

export interface Keeper {
  readonly deps: Deps;
  readonly dispatch: Dispatch;
}

export interface Joining {
  readonly member: { readonly id: string };
  readonly inviterId: string | null;
  readonly at: Instant;
}

/** Somebody joined: part of a raid, perhaps its beginning. Whom an owner or administrator brings in is expected. */
export async function sawJoin(keeper: Keeper, state: GroupState, joining: Joining): Promise<void> {
  const { deps } = keeper;
  const { inviterId, at, member } = joining;
  if (inviterId !== null && isAtLeast(roleIn(deps, state, inviterId), 'admin')) return;
  const surge = deps.incidents.joining(state.group.id).add(at, member.id);
  const open = deps.incidents.massIn(state.group.id);
  if (open !== null) return goOn(deps, open, { mark: 'joined', at, memberId: member.id });
  if (surge === null) return;
  const timeline = [{ mark: 'joined', count: surge.events, from: surge.from, to: at }] as const;
  await raise(keeper, state, { kind: 'raid', at, timeline, people: surge.people, caseId: null });
}

/** A case was recorded: part of an incident, perhaps its beginning. */
export async function sawCase(keeper: Keeper, state: GroupState, found: Case): Promise<void> {
  const { deps } = keeper;
  const { at, memberId, verdict } = found;
  if (found.exempt || memberId === null) return;
  const open = deps.incidents.massIn(state.group.id);
  const isDangerous = isDanger(found.category, found.findings);
  if (isDangerous && open === null) return danger(keeper, state, { at, memberId, caseId: found.id });
  const surge = verdict === 'violation' ? deps.incidents.offending(state.group.id).add(at, memberId) : null;
  if (open !== null) {
    // A wave of links counts them as its first were; in any other a danger is as bad as an advertisement.
    const isOffence = verdict === 'violation' || (isDangerous && open.kind !== 'unsafe-link');
    const isFirst = open.kind === 'raid' && !open.timeline.some((entry) => entry.mark === 'violations');
    await goOn(deps, open, { mark: isOffence ? 'violations' : 'reviews', at, memberId });
    if (isFirst && isOffence) await planGuidance(keeper, state, open);
    return;
  }
  if (surge === null) return;
  const timeline = [{ mark: 'violations', count: surge.events, from: surge.from, to: at }] as const;
  const of = { kind: 'mass-advertising', at, timeline, people: surge.people, caseId: null } as const;
  await raise(keeper, state, of);
}

/** A removal during an incident is counted, where it was done, and not told one by one. False: there is none. */
export function sawRemoval(
  deps: Deps,
  { groupId, member }: Pick<Extract<Action, { kind: 'remove' }>, 'groupId' | 'member'>,
  outcome: Outcome,
): boolean {
  const open = deps.incidents.massIn(groupId);
  if (open === null) return false;
  if (outcome.kind === 'done')
    deps.incidents.put(withMark(deps, open, { mark: 'removals', at: deps.clock.now(), memberId: member.id }));
  return true;
}

/**
 * What was certain to be dangerous has been told by its own case: it is kept as an incident until things are calm, together with what
 * follows it.
 */
async function danger(keeper: Keeper, state: GroupState, seen: Dangerous): Promise<void> {
  const { deps } = keeper;
  const { at, memberId, caseId } = seen;
  const open = deps.incidents.of(state.group.id).find(({ kind }) => kind === 'unsafe-link');
  if (open !== undefined) return another(keeper, state, { open, event: { mark: 'reviews', at, memberId } });
  const timeline = [{ mark: 'reviews', count: 1, from: at, to: at }] as const;
  const fresh = freshOf(state, { kind: 'unsafe-link', at, timeline, people: [memberId], caseId });
  const opened = await deps.store.transaction((records) => begin(deps, records, fresh));
  deps.incidents.put(opened);
  deps.incidents.isKnown(opened.id, memberId);
}

/** One more of a danger that goes on; many people with it make it a matter of the whole group. */
async function another(
  { deps, dispatch }: Keeper,
  state: GroupState,
  { open, event }: { readonly open: Incident; readonly event: Event },
): Promise<void> {
  const incident = withMark(deps, open, event);
  if (!isMass(incident)) return update(deps, incident);
  const announced = await deps.store.transaction(async (records) => {
    await records.updateIncident(incident);
    return announce({ deps, state, records }, incident, event.at);
  });
  deps.incidents.put(incident);
  dispatch.drop(announced.dropped);
  dispatch.add(announced.planned);
}

interface Dangerous {
  readonly at: Instant;
  readonly memberId: string;
  readonly caseId: number;
}

export interface Rise {
  readonly kind: Incident['kind'];
  readonly at: Instant;
  readonly timeline: Incident['timeline'];
  /** Ids of those who had to do with it so far. */
  readonly people: readonly string[];
  readonly caseId: number | null;
}

/** Opens an incident and tells of it. */
async function raise({ deps, dispatch }: Keeper, state: GroupState, rise: Rise): Promise<Incident> {
  const opened = await deps.store.transaction(async (records) => {
    const incident = await begin(deps, records, freshOf(state, rise));
    return { incident, ...(await announce({ deps, state, records }, incident, rise.at)) };
  });
  deps.incidents.put(opened.incident);
  for (const id of rise.people) deps.incidents.isKnown(opened.incident.id, id);
  dispatch.drop(opened.dropped);
  dispatch.add(opened.planned);
  return opened.incident;
}

async function planGuidance(
  { deps, dispatch }: Keeper,
  state: GroupState,
  incident: Incident,
): Promise<void> {
  const now = deps.clock.now();
  dispatch.add(await deps.store.plan(stageAll(state, guidance(incident), now), null, now));
}

function freshOf(state: GroupState, { kind, at, timeline, people, caseId }: Rise): NewIncident {
  return {
    groupId: state.group.id,
    kind,
    openedAt: at,
    lastAt: at,
    timeline,
    members: people.length,
    caseId,
  };
}

async function begin(deps: Deps, records: Records, fresh: NewIncident): Promise<Incident> {
  const incident = await records.openIncident(fresh);
  const data = { incident: incident.id, incidentKind: incident.kind, case: incident.caseId };
  await records.audit({
    at: fresh.openedAt,
    actor: 'bot',
    kind: 'incident-opened',
    groupId: fresh.groupId,
    data,
  });
  await setAlarm(deps.alarms, records, alarmOf(incident, fresh.openedAt + CALM));
  return incident;
}

function alarmOf({ id, groupId }: Incident, dueAt: Instant) {
  return { key: `incident:${id}`, kind: INCIDENT_ALARM, groupId, dueAt, data: { incident: id } };
}

interface Event {
  readonly mark: IncidentMark;
  readonly at: Instant;
  readonly memberId: string;
}

async function goOn(deps: Deps, incident: Incident, event: Event): Promise<void> {
  await update(deps, withMark(deps, incident, event));
}

async function update(deps: Deps, changed: Incident): Promise<void> {
  deps.incidents.put(changed);
  await deps.store.updateIncident(changed);
}

function withMark(deps: Deps, incident: Incident, { mark, at, memberId }: Event): Incident {
  const isKnown = deps.incidents.isKnown(incident.id, memberId);
  return {
    ...incident,
    lastAt: Math.max(incident.lastAt, at),
    timeline: marked(incident.timeline, mark, { at, count: 1 }),
    members: incident.members + (isKnown ? 0 : 1),
  };
}

/** When the alarm of an incident is to go off again, or null where it is over. */
export function calmAt(incident: Incident, now: Instant): Instant | null {
  const due = incident.lastAt + CALM;
  return due > now ? due : null;
}

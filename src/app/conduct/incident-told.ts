import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Incident } from '../../core/model/incident.js';
import type { Instant } from '../../core/model/instant.js';
import { responsible } from '../../core/policy/authority.js';
import { guidance, incidentReaders, incidentTold, isOvertaken } from '../../core/policy/incident-actions.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { stageAll } from '../record.js';

interface Writing {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly records: Records;
}

interface Announced {
  readonly planned: readonly PlannedAction[];
  /** Ids of what waited to be said to single members and is not said any more. */
  readonly dropped: readonly number[];
}

/** One alert to the owner and the staff, one sentence to the group; what waited to be said one by one is not. */
export async function announce(
  { deps, state, records }: Writing,
  incident: Incident,
  at: Instant,
): Promise<Announced> {
  const told = [
    ...incidentTold(incident, readersOf(deps, state), sceneOf(state)),
    ...robotTold(deps, state, incident),
    ...firstWords(incident),
  ];
  const planned = await records.plan(stageAll(state, told, at), null, at);
  return { planned, dropped: await overtake(records, state.group.id, at) };
}

/** A group that many have joined hears nothing before something is amiss. */
function firstWords(incident: Incident): readonly Action[] {
  return incident.kind === 'raid' ? [] : guidance(incident);
}

/** What single members were to hear is overtaken; a card's word comes again at the next audit. */
async function overtake(records: Records, groupId: string, at: Instant): Promise<readonly number[]> {
  const waiting = (await records.unsettled()).filter(
    ({ planned }) => planned.groupId === groupId && isOvertaken(planned.action),
  );
  const dropped: number[] = [];
  for (const { planned } of waiting) {
    // What is being said at this moment is said.
    if (!(await records.cancelUnclaimed(planned.id, at))) continue;
    dropped.push(planned.id);
    if (planned.action.kind === 'card-note') await records.dropCardWatch(groupId, planned.action.member.id);
  }
  return dropped;
}

/** Who is told of an incident. */
export function readersOf(deps: Deps, state: GroupState) {
  const appointed = appointedOf(deps, state.settings);
  const asked = responsible(state.group, appointed);
  const person = (id: string) => ({ id, name: id });
  return incidentReaders(asked === null ? null : person(asked), appointed.staff.map(person));
}

/** Where it is, as its sentences say. */
export function sceneOf(state: GroupState) {
  return { groupName: state.group.name, timezone: state.settings.digest.timezone };
}

/** The organisation's robot hears of it at once, where there is one. */
function robotTold(deps: Deps, state: GroupState, incident: Incident): readonly Action[] {
  if (!deps.reports) return [];
  const telling = { kind: 'incident', incident, ...sceneOf(state) } as const;
  return [{ kind: 'report', groupId: state.group.id, about: null, telling }];
}

import type { Action, Person, PlannedAction } from '../../core/model/action.js';
import type { Activity, ActivityStatus } from '../../core/model/activity.js';
import { DAY, type Instant } from '../../core/model/instant.js';
import type { ConductTelling } from '../../core/model/telling/conduct.js';
import { responsible } from '../../core/policy/authority.js';
import type { Records } from '../../ports.js';
import { dropAlarm, setAlarm } from '../alarms/clock.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { stageAll } from '../record.js';

/** When the summary is asked for, counted from the end of the activity; the last time whoever approves is told, too. */
const CHASED: readonly Instant[] = [DAY, 4 * DAY, 8 * DAY];

export interface Moved {
  readonly activity: Activity;
  readonly to: Exclude<ActivityStatus, 'applied'>;
  readonly actorId: string;
  readonly summary: string;
  readonly at: Instant;
}

/** Whoever answers for the group is told that an activity was applied for. */
export function toldOfApplication(deps: Deps, state: GroupState, activity: Activity): readonly Action[] {
  return toResponsible(deps, state, { kind: 'activity-applied', activity, ...zoneOf(state) });
}

/** Moves an activity on, in one transaction with what is told of it. Null: it was not there any more. */
export function moveActivity(
  deps: Deps,
  state: GroupState,
  { activity, to, actorId, summary, at }: Moved,
): Promise<readonly PlannedAction[] | null> {
  return deps.store.transaction(async (records) => {
    const moved = {
      ...activity,
      status: to,
      decidedBy: to === 'summarised' ? activity.decidedBy : actorId,
      summary,
    };
    if (!(await records.moveActivity(moved, activity.status))) return null;
    const data = { activity: activity.id, status: to };
    await records.audit({ at, actor: actorId, kind: 'activity', groupId: activity.groupId, data });
    if (to === 'approved') await setAlarm(deps.alarms, records, alarmOf(activity, 0));
    if (to === 'summarised') await dropAlarm(deps.alarms, records, keyOf(activity));
    const told = toldOf(deps, state, moved);
    return records.plan(stageAll(state, told, at), null, at);
  });
}

function toldOf(deps: Deps, state: GroupState, activity: Activity): readonly Action[] {
  const telling: ConductTelling = { kind: 'activity-moved', activity, ...zoneOf(state) };
  return activity.status === 'summarised'
    ? toResponsible(deps, state, telling)
    : [toPerson(state, applicantOf(activity), telling)];
}

/** The end has come and gone: the summary is asked for, kindly, three times. */
export async function chase(
  deps: Deps,
  records: Records,
  { state, activityId, round, now }: { state: GroupState; activityId: number; round: number; now: Instant },
): Promise<readonly PlannedAction[]> {
  const activity = await records.activity(activityId);
  if (activity?.status !== 'approved') return [];
  const isLast = round + 1 >= CHASED.length;
  if (!isLast) await setAlarm(deps.alarms, records, alarmOf(activity, round + 1));
  const due: ConductTelling = { kind: 'activity-due', activity, again: round > 0 };
  const overdue: ConductTelling = { kind: 'activity-overdue', activity, ...zoneOf(state) };
  const actions = [
    toPerson(state, applicantOf(activity), due),
    ...(isLast ? toResponsible(deps, state, overdue) : []),
  ];
  return records.plan(stageAll(state, actions, now), null, now);
}

function keyOf({ id }: Activity): string {
  return `activity:${id}`;
}

function alarmOf(activity: Activity, round: number) {
  return {
    key: keyOf(activity),
    kind: 'activity-summary',
    groupId: activity.groupId,
    dueAt: activity.endsAt + (CHASED[round] ?? DAY),
    data: { activity: activity.id, round },
  };
}

function zoneOf(state: GroupState): { readonly timezone: string } {
  return { timezone: state.settings.digest.timezone };
}

function applicantOf({ applicantId, applicantName }: Activity): Person {
  return { id: applicantId, name: applicantName };
}

function toResponsible(deps: Deps, state: GroupState, telling: ConductTelling): readonly Action[] {
  const id = responsible(state.group, appointedOf(deps, state.settings));
  return id === null ? [] : [toPerson(state, { id, name: id }, telling)];
}

function toPerson(state: GroupState, to: Person, telling: ConductTelling): Action {
  const where = { groupId: state.group.id, to, mentions: [], about: null } as const;
  return { kind: 'tell', ...where, urgency: 'daytime', audience: 'service', telling };
}

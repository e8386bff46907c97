import type { Group } from '../core/model/group.js';
import type { Instant } from '../core/model/instant.js';
import { MINUTE } from '../core/model/instant.js';
import type { Member } from '../core/model/member.js';
import type { Alarm } from '../ports/alarms.js';
import type { Records } from '../ports.js';
import { setAlarm } from './alarms/clock.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import type { GroupState, Groups } from './groups.js';
import type { Jobs } from './jobs.js';
import { perform } from './perform.js';
import { metAlarm, welcome } from './welcome.js';

const TRY_AGAIN: Instant = 10 * MINUTE;

export interface Meeting {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly jobs: Jobs;
  readonly dispatch: Dispatch;
}

/**
 * First meeting of a group: it is told in one sentence that the bot is there and what it stores. Until that is sent nothing
 * is stored, so a group that cannot be spoken to is not watched. Answers whether the group is introduced.
 */
export async function introduce(
  meeting: Meeting,
  state: GroupState,
  members: readonly Member[] | null,
): Promise<boolean> {
  const { deps, jobs, dispatch } = meeting;
  const now = deps.clock.now();
  if (state.introducedAt !== null) return true;
  if (state.triedAt !== null && now - state.triedAt < TRY_AGAIN) return false;
  state.triedAt = now;
  if (state.saidAt === null && !(await say(deps, state.group.id))) return false;
  state.saidAt ??= now;
  const alarm = metAlarm(state.group.id, now);
  await deps.store.transaction((records) => introduced(deps, records, { state, alarm }));
  state.introducedAt = state.saidAt;
  await jobs.watch(state);
  const present = members ?? (await deps.platforms.live.members(state.group.id));
  dispatch.add(await welcome(deps, state, { alarm, members: present, at: now }));
  deps.alarms.drop(alarm.key);
  return true;
}

async function say(deps: Deps, groupId: string): Promise<boolean> {
  const outcome = await perform(deps.platforms.live, { kind: 'introduce', groupId });
  if (outcome.kind !== 'done')
    deps.log.warn({ group: groupId }, 'introduction not sent; the group is not watched yet');
  return outcome.kind === 'done';
}

async function introduced(
  deps: Deps,
  records: Records,
  { state, alarm }: { readonly state: GroupState; readonly alarm: Alarm },
): Promise<void> {
  const { group, firstSeenAt, saidAt } = state;
  await records.putGroup({ group, firstSeenAt, introducedAt: saidAt, left: false });
  await records.audit({
    at: saidAt ?? firstSeenAt,
    actor: 'bot',
    kind: 'introduced',
    groupId: group.id,
    data: {},
  });
  await setAlarm(deps.alarms, records, alarm);
}

/** The state of a group that an event names, met now if need be; null when the bot is not in it. */
export async function known(meeting: Meeting, groupId: string, at: Instant): Promise<GroupState | null> {
  const state = meeting.groups.get(groupId) ?? (await meetById(meeting, groupId, at));
  if (state === null) return null;
  // Whoever leads a group introduces the bot to it; to others it is known when that is done.
  if (meeting.deps.leadership.stand(groupId) !== 'leads') return state.introducedAt === null ? null : state;
  return (await introduce(meeting, state, null)) ? state : null;
}

async function meetById(meeting: Meeting, groupId: string, at: Instant): Promise<GroupState | null> {
  const group: Group | null = await meeting.deps.platforms.live.group(groupId);
  return group === null ? null : meeting.groups.meet(group, at);
}

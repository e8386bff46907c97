import type { Group } from '../core/model/group.js';
import type { Instant } from '../core/model/instant.js';
import { MINUTE } from '../core/model/instant.js';
import type { Member } from '../core/model/member.js';
import { baselineCards } from './audit-cards.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import { baselineIdentities } from './impersonation.js';
import type { GroupState, Groups } from './groups.js';
import type { Jobs } from './jobs.js';
import { meetOwner } from './first-meeting.js';
import { perform } from './perform.js';
import { followGroup } from './register/follow.js';

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
  const { deps, groups, jobs, dispatch } = meeting;
  const now = deps.clock.now();
  if (state.introducedAt !== null) return true;
  if (state.triedAt !== null && now - state.triedAt < TRY_AGAIN) return false;
  state.triedAt = now;
  const outcome = await perform(deps.platforms.live, { kind: 'introduce', groupId: state.group.id });
  if (outcome.kind !== 'done') {
    deps.log.warn({ group: state.group.id }, 'introduction not sent; the group is not watched yet');
    return false;
  }
  state.introducedAt = now;
  await groups.save(state);
  await deps.store.audit({ at: now, actor: 'bot', kind: 'introduced', groupId: state.group.id, data: {} });
  const present = members ?? (await deps.platforms.live.members(state.group.id));
  await baselineCards({ deps, state, at: now }, present);
  dispatch.add(await baselineIdentities(deps, state, { members: present, at: now }));
  dispatch.add(await meetOwner(deps, state, now));
  dispatch.add(await followGroup({ deps, state, at: now, byId: null }));
  await jobs.watch(state);
  return true;
}

/** The state of a group that an event names, met now if need be; null when the bot is not in it. */
export async function known(meeting: Meeting, groupId: string, at: Instant): Promise<GroupState | null> {
  const state = meeting.groups.get(groupId) ?? (await meetById(meeting, groupId, at));
  if (state === null) return null;
  return (await introduce(meeting, state, null)) ? state : null;
}

async function meetById(meeting: Meeting, groupId: string, at: Instant): Promise<GroupState | null> {
  const group: Group | null = await meeting.deps.platforms.live.group(groupId);
  return group === null ? null : meeting.groups.meet(group, at);
}

import { type Instant, MINUTE } from '../core/model/instant.js';
import type { PlannedAction } from '../core/model/action.js';
import type { Member } from '../core/model/member.js';
import type { Alarm } from '../ports/alarms.js';
import { baselineCards } from './audit-cards.js';
import type { Deps } from './deps.js';
import { meetOwner } from './first-meeting.js';
import type { GroupState } from './groups.js';
import { baselineIdentities } from './impersonation.js';
import { followGroup } from './register/follow.js';

/** Stands for a group that was introduced and not looked at yet: where the process ends in between, the next one does it. */
export function metAlarm(groupId: string, at: Instant): Alarm {
  return { key: `met:${groupId}`, kind: 'group-met', groupId, dueAt: at + MINUTE, data: {} };
}

export interface Welcome {
  readonly alarm: Alarm;
  readonly members: readonly Member[];
  readonly at: Instant;
}

/** The first look at a group that has heard who the bot is. Done again, it changes nothing, but that the owner is told once. */
export async function welcome(
  deps: Deps,
  state: GroupState,
  { alarm, members, at }: Welcome,
): Promise<readonly PlannedAction[]> {
  await baselineCards({ deps, state, at }, members);
  const identities = await baselineIdentities(deps, state, { members, at });
  const told = await meetOwner(deps, state, {
    at,
    take: (records) => records.takeAlarm(alarm.key, alarm.dueAt),
  });
  const followed = await followGroup({ deps, state, at, byId: null });
  return [...identities, ...told, ...followed];
}

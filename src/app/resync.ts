import type { Inbound } from '../core/model/event.js';
import { checkCard } from './cards.js';
import type { Newcomers } from './conduct/newcomers.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import type { Groups, GroupState } from './groups.js';
import { checkIdentity } from './impersonation.js';
import { left } from './leave.js';
import { noteArrival } from './people/arrival.js';
import { watchReturn } from './people/bans.js';
import { checkBranch } from './people/wrong-branch.js';
import { followGroup, followSize } from './register/follow.js';

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
  readonly newcomers: Newcomers;
}

type Event = Extract<Inbound, { kind: 'resync' }>;

/**
 * A group after a time in which it was not heard. What changed meanwhile is taken in as it stands, by the usual roads; but nobody
 * is spoken to about a card, since many may have changed: the daily audit does that.
 */
export async function resynced(parts: Parts, event: Event): Promise<void> {
  const { deps, groups, dispatch } = parts;
  const state = groups.get(event.groupId);
  if (state === null) return;
  const { at } = event;
  state.group = event.group;
  await groups.reload(state);
  await groups.save(state);
  dispatch.add(await followGroup({ deps, state, at, byId: null }));
  for (const memberId of event.leftIds)
    dispatch.add(await left(deps, state, { memberId, removerId: null, at }));
  for (const member of event.joined) await arrived(parts, state, { member, inviterId: null, at });
  for (const member of event.changed) await renamed(parts, state, { member, at });
  if (event.joined.length > 0) dispatch.add(await followSize({ deps, state, at }));
}

async function arrived(
  { deps, dispatch, newcomers }: Parts,
  state: GroupState,
  joining: Parameters<typeof noteArrival>[2],
): Promise<void> {
  await newcomers.joined(state.group.id, joining.member.id, joining.at);
  await noteArrival(deps, state, joining);
  dispatch.add(await watchReturn(deps, state, joining));
  dispatch.add(await checkIdentity(deps, state, joining));
  dispatch.add(await checkBranch(deps, state, joining));
}

async function renamed(
  { deps, dispatch }: Parts,
  state: GroupState,
  seen: Parameters<typeof checkIdentity>[2],
): Promise<void> {
  dispatch.add(await checkIdentity(deps, state, seen));
  dispatch.add(await checkBranch(deps, state, seen));
  const result = checkCard(deps, state, seen.member);
  if (result === null || result.ok) await deps.store.dropCardWatch(state.group.id, seen.member.id);
}

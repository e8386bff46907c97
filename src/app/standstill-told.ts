import type { Inbound } from '../core/model/event.js';
import type { PlannedAction } from '../core/model/action.js';
import type { Telling } from '../core/model/telling.js';
import { responsible } from '../core/policy/authority.js';
import { isNight } from '../core/policy/daytime.js';
import type { Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type Groups, type GroupState } from './groups.js';
import type { Resumption } from './standstill.js';
import { perform } from './perform.js';
import { stageAll } from './record.js';
import { tellPerson } from './tell.js';

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
}

/**
 * An event could not be recorded: it is counted, and whoever answers for the group is told once, by day. Who wrote to the bot is told
 * that it was in vain. Nothing of this can be planned first.
 */
export async function eventLost(
  { deps, groups }: Parts,
  event: Inbound,
  groupId: string | null,
): Promise<void> {
  deps.standstill.lost(groupId);
  if (event.kind === 'direct' && deps.standstill.isNews(`person:${event.from.id}`))
    await say(deps, { id: event.from.id, groupId: null }, { kind: 'records-not-now' });
  const state = groupId === null ? null : groups.get(groupId);
  const id = state === null ? null : ownerOf(deps, state);
  if (state === null || id === null || isNight(deps.clock.now(), state.settings.digest.timezone)) return;
  if (!deps.standstill.isNews(`group:${state.group.id}`)) return;
  await say(deps, { id, groupId: state.group.id }, { kind: 'records-stopped', groupName: state.group.name });
}

/** It can be recorded again: that is the first thing recorded. Null: it cannot. */
export function recordAgain({ deps, groups }: Parts): Promise<readonly PlannedAction[] | null> {
  return deps.standstill.tryAgain((records, resumption) => resumed({ deps, groups, records }, resumption));
}

async function resumed(
  { deps, groups, records }: Parts & { readonly records: Records },
  { from, lost }: Resumption,
): Promise<readonly PlannedAction[]> {
  const now = deps.clock.now();
  const all = lost.reduce((sum, { events }) => sum + events, 0);
  const data = { from, lost: all };
  await records.audit({ at: now, actor: 'bot', kind: 'recording-again', groupId: null, data });
  const planned: PlannedAction[] = [];
  for (const { groupId, events } of lost) {
    const state = groupId === null ? null : groups.get(groupId);
    const id = state === null ? null : ownerOf(deps, state);
    if (state === null || id === null) continue;
    const { timezone } = state.settings.digest;
    const told = {
      kind: 'records-again',
      groupName: state.group.name,
      from,
      lost: events,
      timezone,
    } as const;
    const action = tellPerson(state.group.id, { id, name: id }, told);
    planned.push(...(await records.plan(stageAll(state, [action], now), null, now)));
  }
  return planned;
}

function ownerOf(deps: Deps, { group, settings }: GroupState): string | null {
  return responsible(group, appointedOf(deps, settings));
}

interface Reader {
  readonly id: string;
  readonly groupId: string | null;
}

async function say(deps: Deps, { id, groupId }: Reader, telling: Telling): Promise<void> {
  const outcome = await perform(deps.platforms.live, tellPerson(groupId, { id, name: id }, telling));
  if (outcome.kind !== 'done') deps.log.warn({ group: groupId, telling: telling.kind }, 'not told');
}

import type { Person, Tell } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import type { Call } from '../commands/command.js';
import { tellPerson } from '../tell.js';
import { change } from './change.js';
import { formOf, ownerOf, staffBut } from './form.js';
import { putSettings } from './office.js';

/** Who holds office from now on. `admins` null: as they are. */
export interface Team {
  readonly owner: Person;
  readonly admins: readonly Person[] | null;
}

/**
 * Hands a group over in one step. The bot cannot change the platform's own owner: where that is another one, his word counts
 * until the platform has changed, which the bot then sees and follows.
 */
export async function handOver(call: Call, kind: 'transferred' | 'handover', team: Team): Promise<Answer> {
  const { desk, state } = call;
  const { owner, admins } = team;
  const { group, settings } = state;
  const shown = group.ownerId === group.botId ? null : group.ownerId;
  const onPlatform = shown !== null && shown !== owner.id;
  const before = await desk.deps.store.form(group.id);
  const changed = { owner: owner.id, ...(admins === null ? {} : { admins: admins.map(({ id }) => id) }) };
  const rested = settings.suspendedIds.filter((id) => id !== owner.id);
  const actions = onPlatform ? [] : told(call, team, before?.ownerId ?? null);
  await change(call, { kind, memberId: owner.id, detail: '', actions }, async (records) => {
    await putSettings(records, group.id, { ...changed, suspended: rested });
    if (!onPlatform) await records.putForm({ ...(await formOf(records, state)), ownerId: owner.id });
  });
  await desk.groups.reload(state);
  return {
    kind: 'handed-over',
    owner,
    admins,
    onPlatform: onPlatform && ownerOf(desk.deps, state) !== owner.id,
  };
}

function told(call: Call, { owner, admins }: Team, beforeId: string | null): readonly Tell[] {
  const { desk, state, actorId } = call;
  const groupName = state.group.name;
  const { id: groupId } = state.group;
  const before = beforeId === owner.id ? null : beforeId;
  const fresh = (admins ?? []).filter(({ id }) => !state.settings.adminIds.includes(id));
  return [
    ...(owner.id === actorId
      ? []
      : [tellPerson(groupId, owner, { kind: 'owner-new', groupName, before: null })]),
    ...fresh.map((to) => tellPerson(groupId, to, { kind: 'appointed', groupName })),
    ...staffBut(desk.deps, actorId).map((to) =>
      tellPerson(groupId, to, { kind: 'owner-changed', groupName, before, now: owner.name }),
    ),
  ];
}

import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Instant } from '../../core/model/instant.js';
import type { Records } from '../../ports.js';
import type { RegisterForm } from '../../ports/register.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { personOf, stageAll } from '../record.js';
import { tellPerson } from '../tell.js';
import { blankForm, formOf, ownerOf, staffBut } from './form.js';
import { checkName } from './name.js';
import { checkSize } from './size.js';

export interface Sight {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly at: Instant;
  /** Who brought it about; null: not known. */
  readonly byId: string | null;
}

/** A group was met, renamed, or its owner changed: the register follows, and whoever it concerns is told. */
export async function followGroup(sight: Sight): Promise<readonly PlannedAction[]> {
  const { deps, state, at } = sight;
  const people = await peopleOf(sight);
  return deps.store.transaction(async (records) => {
    const known = await records.form(state.group.id);
    const before = known ?? {
      ...blankForm(state.group.id, state.group.name, state.firstSeenAt),
      ownerId: people.ownerId,
    };
    const actions = [
      ...(await followOwner(sight, records, { before, people })),
      ...(await checkName({ deps, state, records, at })),
    ];
    if (before.name !== state.group.name) await noteName(sight, records);
    const sized = checkSize({ deps, state, members: people.members }, before);
    await records.putForm({
      ...sized.form,
      name: state.group.name,
      ownerId: people.ownerId ?? before.ownerId,
    });
    return records.plan(stageAll(state, [...actions, ...sized.actions], at), null, at);
  });
}

/** Somebody came in: the group may be near its limit. */
export async function followSize({
  deps,
  state,
  at,
}: Omit<Sight, 'byId'>): Promise<readonly PlannedAction[]> {
  const members = (await deps.platforms.live.members(state.group.id)).length;
  const known = await formOf(deps.store, state);
  if (checkSize({ deps, state, members }, known).actions.length === 0) return [];
  return deps.store.transaction(async (records) => {
    const sized = checkSize({ deps, state, members }, await formOf(records, state));
    await records.putForm(sized.form);
    return records.plan(stageAll(state, sized.actions, at), null, at);
  });
}

interface People {
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly before: string | null;
  readonly members: number;
}

/** Names are looked up before the transaction: the platform may take its time. */
async function peopleOf({ deps, state }: Sight): Promise<People> {
  const ownerId = ownerOf(deps, state);
  const before = (await deps.store.form(state.group.id))?.ownerId ?? null;
  const nameOf = async (id: string | null): Promise<string | null> =>
    id === null || before === ownerId ? null : (await personOf(deps, state.group.id, id)).name;
  const members = (await deps.platforms.live.members(state.group.id)).length;
  return { ownerId, owner: await nameOf(ownerId), before: await nameOf(before), members };
}

/** Exactly one account answers for a group; when it is another one, both sides and the organisation hear it. */
async function followOwner(
  { deps, state, at, byId }: Sight,
  records: Records,
  { before, people }: { readonly before: RegisterForm; readonly people: People },
): Promise<readonly Action[]> {
  const { id: groupId, name: groupName } = state.group;
  const { ownerId } = people;
  if (ownerId === null || before.ownerId === null || ownerId === before.ownerId) return [];
  const actor = byId ?? 'bot';
  const detail = people.owner ?? ownerId;
  await records.addRegisterEvent({ groupId, at, kind: 'owner-changed', actor, memberId: ownerId, detail });
  const data = { from: before.ownerId, to: ownerId };
  await records.audit({ at, actor, kind: 'owner-changed', groupId, data });
  const told = { groupName, before: people.before };
  return [
    tellPerson(groupId, { id: ownerId, name: detail }, { kind: 'owner-new', ...told }),
    ...staffBut(deps, ownerId).map((to) =>
      tellPerson(groupId, to, { kind: 'owner-changed', ...told, now: detail }),
    ),
  ];
}

async function noteName({ state, at, byId }: Sight, records: Records): Promise<void> {
  const { id: groupId, name } = state.group;
  await records.addRegisterEvent({
    groupId,
    at,
    kind: 'renamed',
    actor: byId ?? 'bot',
    memberId: null,
    detail: name,
  });
}

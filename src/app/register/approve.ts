import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import type { Telling } from '../../core/model/telling.js';
import type { Call } from '../commands/command.js';
import { groupsOf } from '../my-groups.js';
import { tellPerson } from '../tell.js';
import { change } from './change.js';
import { formOf, missingOf, responsibleOf, staffBut } from './form.js';

/** The branch applies for its group to be filed (E一4, EM4). What is missing is said, and does not stand in the way. */
export async function applyForRegister(call: Call): Promise<Answer> {
  const { desk, state, at, actorId } = call;
  const { deps } = desk;
  const form = await formOf(deps.store, state);
  const missing = missingOf(form, await deps.store.posts(state.group.id));
  const staff = staffBut(deps, actorId);
  const actions = await Promise.all(
    staff.map(async (to) =>
      tellPerson(state.group.id, to, {
        kind: 'register-applied',
        groupName: state.group.name,
        missing,
        number: await numberFor(call, to),
      }),
    ),
  );
  await change(call, { kind: 'applied', memberId: null, detail: '', actions }, async (records) =>
    records.putForm({ ...(await formOf(records, state)), appliedAt: at }),
  );
  return { kind: 'register-applied', missing, staffed: staff.length > 0 };
}

/** Under which number the person chooses the group; null where there is only one to choose. */
async function numberFor({ desk, state }: Call, to: Person): Promise<number | null> {
  const groups = await groupsOf(desk, to.id);
  return groups.length < 2 ? null : groups.findIndex((one) => one.group.id === state.group.id) + 1;
}

export async function approveRegister(call: Call, rest: string): Promise<Answer> {
  const { state, at } = call;
  const groupName = state.group.name;
  const actions = toOwner(call, { kind: 'register-approved', groupName, approval: rest });
  await change(call, { kind: 'approved', memberId: null, detail: rest, actions }, async (records) => {
    const form = await formOf(records, state);
    const standingAt = form.standing === 'official' ? form.standingAt : at;
    await records.putForm({ ...form, standing: 'official', standingAt, approvedAt: at, approval: rest });
  });
  return { kind: 'register-decided', groupName, approved: true };
}

export async function returnRegister(call: Call, rest: string): Promise<Answer> {
  const { state } = call;
  const groupName = state.group.name;
  const actions = toOwner(call, { kind: 'register-returned', groupName, reason: rest });
  await change(call, { kind: 'returned', memberId: null, detail: rest, actions }, async (records) =>
    records.putForm({ ...(await formOf(records, state)), appliedAt: null }),
  );
  return { kind: 'register-decided', groupName, approved: false };
}

/** A word to whoever answers for the group, unless that is the one who did it. */
export function toOwner({ desk, state, actorId }: Call, telling: Telling) {
  const to = responsibleOf(desk.deps, state);
  return to === null || to.id === actorId ? [] : [tellPerson(state.group.id, to, telling)];
}

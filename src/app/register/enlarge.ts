import type { Answer } from '../../core/model/answer.js';
import { MOST_MEMBERS } from '../../core/policy/settings.js';
import type { Call } from '../commands/command.js';
import { tellPerson } from '../tell.js';
import { toOwner } from './approve.js';
import { change } from './change.js';
import { formOf, staffBut } from './form.js';

/**
 * A larger group (A12.2): the staff's word is the approval; the owner's is an application, or, where there is no staff to ask,
 * the note of an approval that was given elsewhere.
 */
export async function enlarge(call: Call, rest: string): Promise<Answer> {
  const wanted = /^\d{1,6}(?=人?(?:\s|$))/u.exec(rest)?.[0];
  const limit = Number(wanted ?? 0);
  if (limit < 2 || limit > MOST_MEMBERS)
    return { kind: 'usage', usage: '/备案 扩群 人数,比如 /备案 扩群 500' };
  const staff = staffBut(call.desk.deps, call.actorId);
  return call.role === 'staff' || staff.length === 0 ? approved(call, limit) : applied(call, limit);
}

async function approved(call: Call, limit: number): Promise<Answer> {
  const { state } = call;
  const groupName = state.group.name;
  const actions = toOwner(call, { kind: 'size-approved', groupName, limit });
  await change(
    call,
    { kind: 'size-approved', memberId: null, detail: `${limit}人`, actions },
    async (records) => records.putForm({ ...(await formOf(records, state)), sizeApproved: limit }),
  );
  return { kind: 'size-approved', groupName, limit };
}

async function applied(call: Call, wanted: number): Promise<Answer> {
  const { desk, state, actorId } = call;
  const members = (await desk.deps.platforms.live.members(state.group.id)).length;
  const telling = { kind: 'size-applied', groupName: state.group.name, members, wanted } as const;
  const actions = staffBut(desk.deps, actorId).map((to) => tellPerson(state.group.id, to, telling));
  const made = { kind: 'size-applied', memberId: null, detail: `${wanted}人`, actions } as const;
  await change(call, made, () => Promise.resolve());
  return { kind: 'size-applied', wanted };
}

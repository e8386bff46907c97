import type { Answer } from '../../core/model/answer.js';
import type { Call } from '../commands/command.js';
import { blankForm } from './form.js';
import { plainName } from './standing.js';

/** Groups that the bot is not in are listed under such an id. */
function listedId({ desk }: Call, name: string): string {
  return `listed:${desk.deps.digest(plainName(name)).slice(0, 16)}`;
}

/** Enters a group that the bot is not in: its invitations are free and `/核验` knows it. */
export async function listGroup(call: Call, rest: string): Promise<Answer> {
  const name = rest.trim().slice(0, 60);
  if (plainName(name) === '') return { kind: 'usage', usage: '/备案 登记 群名' };
  const changed = await call.desk.deps.store.transaction(async (records) => {
    const forms = await records.forms();
    if (forms.some((form) => plainName(form.name) === plainName(name))) return false;
    const groupId = listedId(call, name);
    const form = blankForm(groupId, name, call.at);
    await records.putForm({ ...form, standing: 'official', approvedAt: call.at });
    const { at, actorId: actor } = call;
    await records.addRegisterEvent({ groupId, at, kind: 'listed', actor, memberId: null, detail: name });
    await records.audit({
      at,
      actor,
      kind: 'register-changed',
      groupId: null,
      data: { change: 'listed', form: groupId },
    });
    return true;
  });
  return { kind: 'register-listed', name, listed: true, changed };
}

export async function unlistGroup(call: Call, rest: string): Promise<Answer> {
  const name = rest.trim().slice(0, 60);
  if (plainName(name) === '') return { kind: 'usage', usage: '/备案 注销 群名' };
  const groupId = listedId(call, name);
  const changed = await call.desk.deps.store.transaction(async (records) => {
    if ((await records.form(groupId)) === null) return false;
    await records.dropForm(groupId);
    const { at, actorId: actor } = call;
    const data = { change: 'unlisted', form: groupId };
    await records.audit({ at, actor, kind: 'register-changed', groupId: null, data });
    return true;
  });
  return { kind: 'register-listed', name, listed: false, changed };
}

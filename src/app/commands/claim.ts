import type { Answer } from '../../core/model/answer.js';
import type { GroupState } from '../groups.js';
import { refresh } from '../groups.js';
import { personOf } from '../record.js';
import { formOf, ownerOf, staffBut } from '../register/form.js';
import { change } from '../register/change.js';
import { putSettings } from '../register/office.js';
import { tellPerson } from '../tell.js';
import type { Call, Command } from './command.js';

export const claim: Command = {
  names: ['认领', 'claim'],
  least: 'member',
  usage: '/认领 码',
  summary: '看不到群主的群:用运行者给的一次性码认领',
  place: 'any',
  async run(call) {
    if (call.rest === '') return { kind: 'usage', usage: claim.usage };
    const { deps, groups, talk } = call.desk;
    if (!talk.mayGuess(call.actorId, call.at)) return { kind: 'claim-refused', reason: 'often' };
    const digest = claimDigest(deps.digest, call.rest);
    const groupId = await deps.store.takeClaimCode(digest, call.at);
    const state = groupId === null ? null : groups.get(groupId);
    if (state === null) {
      talk.guessedWrong(call.actorId, call.at);
      return { kind: 'claim-refused', reason: 'code' };
    }
    await refresh(deps, state);
    return claimed({ ...call, state }, state);
  },
};

/** A code as it is kept: whoever reads the database cannot use it. */
export function claimDigest(digest: (text: string) => string, code: string): string {
  return digest(`claim ${code.trim().toUpperCase()}`);
}

async function claimed(call: Call, state: GroupState): Promise<Answer> {
  const { desk, actorId } = call;
  const { group } = state;
  const groupName = group.name;
  const shown = group.ownerId === group.botId ? null : group.ownerId;
  if (shown !== null || ![null, actorId].includes(ownerOf(desk.deps, state)))
    return { kind: 'claim-refused', reason: 'owned' };
  const member = (await personOf(desk.deps, group.id, actorId)).name;
  const actions = staffBut(desk.deps, actorId).map((to) =>
    tellPerson(group.id, to, { kind: 'owner-claimed', groupName, member }),
  );
  await change(call, { kind: 'claimed', memberId: actorId, detail: '', actions }, async (records) => {
    await putSettings(records, group.id, { owner: actorId });
    await records.putForm({ ...(await formOf(records, state)), ownerId: actorId });
  });
  await desk.groups.reload(state);
  return { kind: 'group-claimed', groupName };
}

import { tellResponsible } from '../people/bans.js';
import { personOf } from '../record.js';
import type { Command } from './command.js';

/** A member says goodbye properly (D1§7, D4§5(3)). Leaving is a right: nobody is asked why, held back or invited again. */
export const farewell: Command = {
  names: ['退群', 'leave'],
  least: 'member',
  usage: '/退群',
  summary: '想离开这个群',
  async run({ desk, state, at, actorId }) {
    const { deps, dispatch } = desk;
    const data = { member: actorId };
    await deps.store.audit({ at, actor: actorId, kind: 'leave-wished', groupId: state.group.id, data });
    if (state.settings.leaving === 'tell') {
      const member = await personOf(deps, state.group.id, actorId);
      dispatch.add(
        await tellResponsible(deps, state, { at, telling: { kind: 'leaving', member, gone: false } }),
      );
    }
    return { kind: 'farewell' };
  },
};

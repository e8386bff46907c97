import { groupsOf } from '../my-groups.js';
import type { Command } from './command.js';

export const group: Command = {
  names: ['群', 'group'],
  least: 'member',
  usage: '/群 [序号]',
  summary: '看、选您负责的群',
  place: 'any',
  async run({ desk, actorId, rest, state }) {
    const groups = (await groupsOf(desk, actorId)).map((one) => ({ id: one.group.id, name: one.group.name }));
    if (groups.length === 0) return { kind: 'no-group' };
    const picked = /^\d{1,3}$/u.test(rest) ? groups[Number(rest) - 1] : undefined;
    if (picked !== undefined) desk.talk.choose(actorId, picked.id);
    const current = picked?.id ?? desk.talk.chosen(actorId) ?? (groups.length === 1 ? state.group.id : null);
    const chosen = groups.findIndex((one) => one.id === current);
    return { kind: 'groups', groups, chosen: chosen < 0 ? null : chosen };
  },
};

import { shownName } from '../../core/model/member.js';
import { handOver } from '../register/handover.js';
import type { Command } from './command.js';
import { namedMembers } from './several.js';

export const handover: Command = {
  names: ['换届', 'handover'],
  least: 'owner',
  usage: '/换届 @新群主 [@管理员 …]',
  summary: '一步换好群主和管理员',
  async run(call) {
    const named = await namedMembers(call, handover.usage);
    if (named.kind === 'answer') return named.answer;
    const [owner, ...admins] = named.members.map((one) => ({ id: one.id, name: shownName(one) }));
    if (owner === undefined) return { kind: 'usage', usage: handover.usage };
    return handOver(call, 'handover', { owner, admins: admins.filter(({ id }) => id !== owner.id) });
  },
};

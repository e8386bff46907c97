import { ownerIdOf } from '../../core/policy/authority.js';
import { appointedOf } from '../groups.js';
import type { Command } from './command.js';

export const status: Command = {
  names: ['状态', 'status'],
  least: 'admin',
  usage: '/状态',
  summary: '模式、权限、待办',
  async run({ desk, state }) {
    const { deps } = desk;
    const open = await deps.store.openCounts(state.group.id);
    return {
      kind: 'status',
      status: {
        groupName: state.group.name,
        mode: state.settings.mode,
        removal: state.settings.removal,
        canRemove: state.group.botRole !== 'member',
        ownerKnown: ownerIdOf(state.group, appointedOf(deps, state.settings)) !== null,
        openCases: open.requests,
        waiting: open.actions,
        cards: open.cards,
        warnings: deps.warnings,
      },
    };
  },
};

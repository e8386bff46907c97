import { DAY } from '../../core/model/instant.js';
import { ownerIdOf } from '../../core/policy/authority.js';
import { daysUntil } from '../../core/policy/span.js';
import { appointedOf } from '../groups.js';
import type { Command } from './command.js';

export const status: Command = {
  names: ['状态', 'status'],
  least: 'admin',
  usage: '/状态',
  summary: '模式、权限、待办',
  async run({ desk, state, at }) {
    const { deps } = desk;
    const open = await deps.store.openCounts(state.group.id);
    const { limits } = await deps.store.counts(
      state.group.id,
      daysUntil(at, 7, state.settings.digest.timezone),
    );
    const failed = await deps.store.failedCases(state.group.id, at - 7 * DAY);
    const { brakeLiftedUntil } = state.settings;
    const isLifted = brakeLiftedUntil !== null && at < brakeLiftedUntil;
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
        failed,
        limits,
        heardAt: desk.heard.of(state.group.id)[0]?.at ?? null,
        lifted: isLifted ? state.settings.brakeLiftedUntil : null,
        timezone: state.settings.digest.timezone,
        warnings: deps.warnings,
      },
    };
  },
};

import { isAtLeast } from '../../core/policy/authority.js';
import type { Command } from './command.js';

const KINDS: Readonly<Record<string, 'cases' | 'audit'>> = {
  案件: 'cases',
  cases: 'cases',
  审计: 'audit',
  audit: 'audit',
};

/** A table of the group's cases or of its audit log, as a file in private (A13, D8§11). */
export const exportCommand: Command = {
  names: ['导出', 'export'],
  least: 'owner',
  usage: '/导出 案件|审计',
  summary: '把记录导出成表格,私下发给您',
  run({ desk, state, rest, at, actorId, role }) {
    const word = rest.trim().toLowerCase();
    const what = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
    if (what === undefined || !isAtLeast(role, 'owner'))
      return Promise.resolve({ kind: 'usage', usage: exportCommand.usage });
    const data = { what };
    return desk.deps.store
      .audit({ at, actor: actorId, kind: 'exported', groupId: state.group.id, data })
      .then(() => ({
        kind: 'export',
        what,
        groupId: state.group.id,
        timezone: state.settings.digest.timezone,
        staff: role === 'staff',
      }));
  },
};

import { daysUntil } from '../../core/policy/span.js';
import type { Command } from './command.js';

type What = 'cases' | 'week' | 'audit' | 'register';

const KINDS: ReadonlyMap<string, What> = new Map<string, What>([
  ['案件', 'cases'],
  ['cases', 'cases'],
  ['本周', 'week'],
  ['week', 'week'],
  ['审计', 'audit'],
  ['audit', 'audit'],
  ['备案', 'register'],
  ['register', 'register'],
]);

/** A table of the group's cases, of the last seven days', of its audit log or its filing form, as a file in private (A13, D8§11). */
export const exportCommand: Command = {
  names: ['导出', 'export'],
  least: 'owner',
  usage: '/导出 案件|本周|审计|备案',
  summary: '把记录导出成表格,私下发给您',
  async run({ desk, state, rest, at, actorId, role }) {
    const what = KINDS.get(rest.trim().toLowerCase());
    if (what === undefined) return { kind: 'usage', usage: exportCommand.usage };
    const timezone = state.settings.digest.timezone;
    const groupId = state.group.id;
    await desk.deps.store.audit({ at, actor: actorId, kind: 'exported', groupId, data: { what } });
    const from = what === 'week' ? daysUntil(at, 7, timezone).from : 0;
    return { kind: 'export', what, from, groupId, timezone, staff: role === 'staff' };
  },
};

import { forgetShadowReminders } from '../audit-cards.js';
import type { Command } from './command.js';

const MODES: Readonly<Record<string, 'observe' | 'enforce'>> = {
  观察: 'observe',
  observe: 'observe',
  执行: 'enforce',
  enforce: 'enforce',
};

export const mode: Command = {
  names: ['模式', 'mode'],
  least: 'owner',
  usage: '/模式 观察|执行',
  summary: '只看不动,或按群规处理',
  async run({ desk, state, rest, actorId, at }) {
    const wanted = Object.hasOwn(MODES, rest.toLowerCase()) ? MODES[rest.toLowerCase()] : undefined;
    if (wanted === undefined) {
      return rest === ''
        ? { kind: 'mode', mode: state.settings.mode, changed: false }
        : { kind: 'usage', usage: mode.usage };
    }
    await desk.deps.store.transaction(async (records) => {
      await records.putSetting(state.group.id, 'mode', wanted);
      const data = { key: 'mode', from: state.settings.mode, to: wanted };
      if (wanted === 'enforce' && state.settings.mode === 'observe')
        await forgetShadowReminders(records, state, at);
      await records.audit({ at, actor: actorId, kind: 'setting-changed', groupId: state.group.id, data });
    });
    await desk.groups.reload(state);
    return { kind: 'mode', mode: wanted, changed: true };
  },
};

import { groupsOf } from '../my-groups.js';
import { roleIn } from '../groups.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { plainName } from '../register/standing.js';
import type { Command } from './command.js';

/** Who has a say is each group's own affair, and so is what holds for an hour. */
const NEVER = ['owner', 'admins', 'suspended', 'brake.lifted-until', 'quiet.until'];

export const copy: Command = {
  names: ['复制设置', 'copy'],
  least: 'owner',
  usage: '/复制设置 群名或 /群 里的序号',
  summary: '把另一个群的设置用到本群',
  async run(call) {
    const { desk, actorId, rest, state, at } = call;
    if (rest === '') return { kind: 'usage', usage: copy.usage };
    const mine = await groupsOf(desk, actorId);
    const named = /^\d{1,3}$/u.test(rest)
      ? mine[Number(rest) - 1]
      : mine.find(({ group }) => group.id === rest || plainName(group.name) === plainName(rest));
    const isMine = named !== undefined && isAtLeast(roleIn(desk.deps, named, actorId), 'owner');
    if (!isMine || named.group.id === state.group.id) return { kind: 'no-such-group', typed: rest };
    const stored = Object.entries(await desk.deps.store.settings(named.group.id));
    const copied = stored.filter(([key]) => !NEVER.includes(key));
    const groupId = state.group.id;
    await desk.deps.store.transaction(async (records) => {
      for (const [key, value] of copied) await records.putSetting(groupId, key, value);
      const data = { from: named.group.id, keys: copied.map(([key]) => key).join(',') };
      await records.audit({ at, actor: actorId, kind: 'settings-copied', groupId, data });
    });
    await desk.groups.reload(state);
    return { kind: 'copied', from: named.group.name, count: copied.length };
  },
};

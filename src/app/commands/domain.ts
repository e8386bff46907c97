import type { Answer } from '../../core/model/answer.js';
import { parseDomain } from '../../core/policy/conduct-settings.js';
import type { Call, Command } from './command.js';

const KEY = 'conduct.domains';
const MOST = 200;

export const domain: Command = {
  names: ['域名', 'domain'],
  least: 'owner',
  usage: '/域名 加|删|列 [域名]',
  summary: '放行的链接域名',
  async run(call) {
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(call.rest) ?? [];
    const { domains } = call.state.settings.conduct;
    if (word === '' || ['列', 'list'].includes(word)) return { kind: 'domains', domains, changed: null };
    const named = parseDomain(rest);
    if (named === null) return { kind: 'usage', usage: domain.usage };
    if (['加', 'add'].includes(word))
      return change(call, { domains: [...new Set([...domains, named])], named });
    if (['删', 'remove', 'delete'].includes(word))
      return change(call, { domains: domains.filter((one) => one !== named), named });
    return { kind: 'usage', usage: domain.usage };
  },
};

async function change(
  { desk, state, actorId, at }: Call,
  { domains, named }: { readonly domains: readonly string[]; readonly named: string },
): Promise<Answer> {
  const before = state.settings.conduct.domains;
  if (domains.length > MOST) return { kind: 'domains', domains: before, changed: null };
  await desk.deps.store.transaction(async (records) => {
    await records.putSetting(state.group.id, KEY, domains.length === 0 ? 'none' : domains.join(' '));
    const data = { key: KEY, from: before.join(' '), to: domains.join(' ') };
    await records.audit({ at, actor: actorId, kind: 'setting-changed', groupId: state.group.id, data });
  });
  await desk.groups.reload(state);
  return { kind: 'domains', domains, changed: named };
}

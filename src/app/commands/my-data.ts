import type { Command } from './command.js';

/** What is stored about whoever asks, and, on request, its deletion as far as the audit permits (A10, D4§9(3)). */
export const myData: Command = {
  names: ['我的数据', 'mydata'],
  least: 'member',
  usage: '/我的数据 [删除]',
  summary: '看我存了您什么;删除能删的',
  async run({ desk, state, actorId, at, rest }) {
    const { store } = desk.deps;
    const groupId = state.group.id;
    const erased = /^(删除|delete)$/iu.test(rest.trim()) ? await store.eraseMember(groupId, actorId) : null;
    if (erased !== null) {
      const data = { member: actorId, cases: erased };
      await store.audit({ at, actor: actorId, kind: 'data-erased', groupId, data });
    }
    const data = await store.personalData(groupId, actorId, at);
    return { kind: 'my-data', data, evidenceDays: state.settings.evidenceDays, erased };
  },
};

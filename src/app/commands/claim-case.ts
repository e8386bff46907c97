import type { Command } from './command.js';
import { namedCase } from './which-case.js';

/** Takes a complaint or an appeal in hand, so that two do not work at the same. */
export const claimCase: Command = {
  names: ['受理', 'claim-case'],
  least: 'admin',
  usage: '/受理 编号',
  summary: '这件由我来处理',
  numbered: true,
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const { desk, state, at, actorId } = call;
    if (named.case.status !== 'open') return { kind: 'not-asked', case: named.case };
    const holder = await desk.deps.store.claimCase(named.case.id, actorId, at);
    const data = { case: named.case.id, holder };
    await desk.deps.store.audit({ at, actor: actorId, kind: 'case-claimed', groupId: state.group.id, data });
    return { kind: 'claimed', case: named.case, by: holder === actorId ? 'you' : 'other' };
  },
};

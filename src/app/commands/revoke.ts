import { asked, personNamed, writeGrant } from './authorise.js';
import type { Command } from './command.js';
import { namedMember } from './who.js';

export const revoke: Command = {
  names: ['取消授权', 'revoke'],
  least: 'owner',
  usage: '/取消授权 @人',
  summary: '收回发布通知的授权',
  async run(call) {
    const named = await namedMember(call, '取消授权');
    if (named.kind === 'answer') return asked(call) ? named.answer : { kind: 'usage', usage: revoke.usage };
    const member = personNamed(named.member);
    const had = call.state.settings.publishers.some(({ id }) => id === member.id);
    if (had) await writeGrant(call, { id: member.id, subjects: [], until: null, revoked: true });
    return { kind: 'revoked', member, had };
  },
};

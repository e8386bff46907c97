import { shownName } from '../../core/model/member.js';
import { unlessDone } from '../at-once.js';
import { warnByHand } from '../by-hand.js';
import { officeIn } from '../register/office.js';
import { warnOffice } from '../register/warn.js';
import type { Command } from './command.js';
import { namedMember } from './who.js';

export const warn: Command = {
  names: ['警告', 'warn'],
  least: 'admin',
  usage: '/警告 @人 [原因]',
  summary: '人工记一次过并提醒',
  async run(call) {
    const named = await namedMember(call, '警告');
    if (named.kind === 'answer')
      return call.rest === '' && call.mentions.length === 0
        ? { kind: 'usage', usage: warn.usage }
        : named.answer;
    const member = { id: named.member.id, name: shownName(named.member) };
    if (call.role === 'staff' && ['owner', 'admin'].includes(officeIn(call, member.id)))
      return warnOffice(call, member, named.rest);
    return unlessDone(call, { member, what: 'warning' }, async () => {
      const recorded = await warnByHand(call, member, named.rest);
      if (recorded === null) return { kind: 'protected', member };
      return { kind: 'warned', caseId: recorded.id, member, strikes: recorded.strikes };
    });
  },
};

import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { shownName } from '../../core/model/member.js';
import { stepFor } from '../../core/policy/ladder.js';
import { unlessDone } from '../at-once.js';
import { warnByHand } from '../by-hand.js';
import { officeIn } from '../register/office.js';
import { warnOffice } from '../register/warn.js';
import type { Call, Command } from './command.js';
import { isAboutSomebody, namedMember } from './who.js';

export const warn: Command = {
  names: ['警告', 'warn'],
  least: 'admin',
  usage: '/警告 @人 [原因]',
  summary: '人工记一次过并提醒',
  async run(call) {
    if (!isAboutSomebody(call)) return { kind: 'usage', usage: warn.usage };
    const named = await namedMember(call, '警告');
    if (named.kind === 'answer') return named.answer;
    const member = { id: named.member.id, name: shownName(named.member) };
    if (call.role === 'staff' && ['owner', 'admin'].includes(officeIn(call, member.id)))
      return warnOffice(call, member, named.rest);
    return unlessDone(call, { member, what: 'warning' }, async () => {
      const recorded = await warnByHand(call, member, named.rest);
      return recorded === null ? { kind: 'protected', member } : warnedAnswer(call, recorded, member);
    });
  },
};

/** What the commander hears; at the end of the ladder, that the next word is his. */
export function warnedAnswer({ state }: Call, { id: caseId, strikes }: Case, member: Person): Answer {
  const { strikes: ladder, removal } = state.settings;
  const reached = removal === 'never' ? 'final' : stepFor(strikes, ladder);
  return { kind: 'warned', caseId, member, strikes, reached };
}

import { shownName } from '../../core/model/member.js';
import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { isExempt } from '../../core/policy/authority.js';
import { unlessDone } from '../at-once.js';
import { removeByHand } from '../by-hand.js';
import { type Brake, orderBrake } from '../brake.js';
import { appointedOf } from '../groups.js';
import { personOf } from '../record.js';
import type { Task } from '../codes.js';
import { askForCode, CODE_SECONDS } from './by-code.js';
import type { Call, Command } from './command.js';
import { isAboutSomebody, namedMember } from './who.js';

export const remove: Command = {
  names: ['移出', 'remove'],
  least: 'admin',
  usage: '/移出 @人 [原因]',
  summary: '移出一位成员,要再确认一次',
  async run(call) {
    if (!isAboutSomebody(call)) return { kind: 'usage', usage: remove.usage };
    const named = await namedMember(call, '移出');
    if (named.kind === 'answer') return named.answer;
    const member = { id: named.member.id, name: shownName(named.member) };
    const refusal = await refusalOf(call, member);
    if (refusal !== null) return refusal;
    const code = askForCode(call, { kind: 'removal', memberId: member.id, reason: named.rest });
    return { kind: 'confirm-removal', member, code, seconds: CODE_SECONDS };
  },
};

/** The owner, administrators, staff and the bot are never removed; nor more people a day than the brake allows. */
async function refusalOf({ desk, state, at }: Call, member: Person): Promise<Answer | null> {
  const { group, settings } = state;
  if (isExempt(member.id, group, appointedOf(desk.deps, settings))) return { kind: 'protected', member };
  if (group.botRole === 'member') return { kind: 'cannot-remove' };
  const brake = await orderBrake(desk.deps, state, at);
  return brake.holds ? brakeAnswer(brake) : null;
}

/** The removal that was confirmed; authority was looked up anew, the member's own standing is too. */
export async function removeConfirmed(
  call: Call,
  { memberId, reason }: Extract<Task, { kind: 'removal' }>,
): Promise<Answer> {
  const member = await personOf(call.desk.deps, call.state.group.id, memberId);
  const refusal = await refusalOf(call, member);
  if (refusal !== null) return refusal;
  return unlessDone(call, { member, what: 'removal' }, async () => {
    const recorded = await removeByHand(call, member, reason);
    return recorded === null
      ? { kind: 'protected', member }
      : { kind: 'removing', caseId: recorded.id, member };
  });
}

/** What is said where the brake holds. */
export function brakeAnswer({ limit, span }: Brake): Answer {
  return { kind: 'brake', limit, span };
}

import { shownName } from '../../core/model/member.js';
import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { isExempt } from '../../core/policy/authority.js';
import { removeByHand } from '../by-hand.js';
import { removalBrake } from '../brake.js';
import { appointedOf } from '../groups.js';
import { personOf } from '../record.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

const SECONDS = 60;

export const remove: Command = {
  names: ['移出', 'remove'],
  least: 'admin',
  usage: '/移出 @人 [原因]',
  summary: '移出一位成员,要再确认一次',
  async run(call) {
    const named = await namedMember(call, '移出');
    if (named.kind === 'answer')
      return call.rest === '' && call.mentions.length === 0
        ? { kind: 'usage', usage: remove.usage }
        : named.answer;
    const member = { id: named.member.id, name: shownName(named.member) };
    const refusal = await refusalOf(call, member);
    if (refusal !== null) return refusal;
    const code = codeFor(call, member);
    const { actorId, at, state } = call;
    const until = at + SECONDS * 1000;
    call.desk.talk.keep(code, {
      actorId,
      groupId: state.group.id,
      memberId: member.id,
      reason: named.rest,
      until,
    });
    return { kind: 'confirm-removal', member, code, seconds: SECONDS };
  },
};

/** The owner, administrators, staff and the bot are never removed; nor more people a day than the brake allows. */
async function refusalOf({ desk, state, at }: Call, member: Person): Promise<Answer | null> {
  const { group, settings } = state;
  if (isExempt(member.id, group, appointedOf(desk.deps, settings))) return { kind: 'protected', member };
  if (group.botRole === 'member') return { kind: 'cannot-remove' };
  const brake = await removalBrake(desk.deps, state, at);
  return brake.holds ? { kind: 'brake', limit: brake.limit } : null;
}

/** Carries out what a code stands for; authority and the member's own standing are looked at again. */
export async function removeByCode(call: Call, typed: string): Promise<Answer> {
  const pending = call.desk.talk.redeem(typed.trim(), call.actorId, call.at);
  if (pending === null || pending.groupId !== call.state.group.id) return { kind: 'bad-code' };
  const member = await personOf(call.desk.deps, call.state.group.id, pending.memberId);
  const refusal = await refusalOf(call, member);
  if (refusal !== null) return refusal;
  const recorded = await removeByHand(call, member, pending.reason);
  return recorded === null
    ? { kind: 'protected', member }
    : { kind: 'removing', caseId: recorded.id, member };
}

/** A letter and three digits. It guards against slips, not guessing: it is good only for the person who asked. */
function codeFor(call: Call, member: Person): string {
  const digest = call.desk.deps.digest(`${call.actorId} ${member.id} ${call.at}`);
  const number = Number.parseInt(digest.slice(0, 8), 16);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `${letters[number % letters.length] ?? 'A'}${String(number % 1000).padStart(3, '0')}`;
}

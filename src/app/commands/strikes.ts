import { shownName } from '../../core/model/member.js';
import { countActive } from '../../core/model/strike.js';
import { isAtLeast } from '../../core/policy/authority.js';
import type { Answer } from '../../core/model/answer.js';
import type { Person } from '../../core/model/action.js';
import { personOf } from '../record.js';
import { strikesFor } from '../strikes.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

export const strikes: Command = {
  names: ['记录', 'strikes'],
  least: 'member',
  usage: '/记录 [@人]',
  summary: '看记过:有效几次,何时到期',
  async run(call) {
    if (call.rest === '' && call.mentions.length === 0) {
      return strikesOf(call, await personOf(call.desk.deps, call.state.group.id, call.actorId));
    }
    const named = await namedMember(call, '记录');
    if (named.kind === 'answer') return named.answer;
    if (named.member.id !== call.actorId && !isAtLeast(call.role, 'admin'))
      return { kind: 'refused', least: 'admin' };
    return strikesOf(call, { id: named.member.id, name: shownName(named.member) });
  },
};

async function strikesOf({ desk, state, at }: Call, member: Person): Promise<Answer> {
  const { deps, groups } = desk;
  const groupId = state.group.id;
  const all = await strikesFor(deps, deps.store, { groupId, memberId: member.id });
  const others = [...new Set(all.map((strike) => strike.groupId))].filter((id) => id !== groupId);
  const elsewhere = others.map((id) => ({ groupId: id, name: groups.get(id)?.group.name ?? id }));
  const shared = deps.organisation.strikes === 'shared';
  const timezone = state.settings.digest.timezone;
  const active = countActive(all, at);
  return { kind: 'strikes', member, active, strikes: all, shared, elsewhere, now: at, timezone };
}

import type { Action, Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { shownName } from '../../core/model/member.js';
import { isAtLeast, responsible } from '../../core/policy/authority.js';
import { appointedOf } from '../groups.js';
import { withId, withoutId } from '../id-list.js';
import { stageAll } from '../record.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

const OVER = /(解除|恢复|off)$/iu;

/** A lost or stolen account: its rights rest until it is verified, and what it says meanwhile gives no strike (C2.3, C3.2). */
export const stolen: Command = {
  names: ['盗号', 'stolen'],
  least: 'member',
  usage: '/盗号 [@人] [解除]',
  summary: '账号丢了或被盗:先停用它的权限',
  async run(call) {
    const isOver = OVER.test(call.rest.trim());
    const rest = call.rest.trim().replace(OVER, '').trim();
    if (rest === '' && call.mentions.length === 0) {
      // Whoever holds the account may stop it, but not set it free again.
      return isOver ? { kind: 'refused', least: 'admin' } : freeze(call, await self(call), 'on');
    }
    if (!isAtLeast(call.role, 'admin')) return { kind: 'refused', least: 'admin' };
    const named = await namedMember({ ...call, rest }, '盗号');
    if (named.kind === 'answer') return named.answer;
    const person = { id: named.member.id, name: shownName(named.member) };
    if (isOver && person.id === call.actorId) return { kind: 'refused', least: 'owner' };
    return freeze(call, person, isOver ? 'off' : 'on');
  },
};

async function self({ desk, state, actorId }: Call): Promise<Person> {
  const member = await desk.deps.platforms.live.member(state.group.id, actorId);
  return { id: actorId, name: member === null ? actorId : shownName(member) };
}

async function freeze(call: Call, person: Person, on: 'on' | 'off'): Promise<Answer> {
  const { desk, state, at, actorId } = call;
  const { group, settings } = state;
  const list = on === 'on' ? withId(settings.frozenIds, person.id) : withoutId(settings.frozenIds, person.id);
  const planned = await desk.deps.store.transaction(async (records) => {
    await records.putSetting(group.id, 'frozen', list.join(','));
    const data = { member: person.id, on };
    await records.audit({ at, actor: actorId, kind: 'account-frozen', groupId: group.id, data });
    return records.plan(stageAll(state, told(call, person, on), at), null, at);
  });
  await desk.groups.reload(state);
  desk.dispatch.add(planned);
  if (on === 'off') return { kind: 'unfrozen', member: person };
  return person.id === actorId ? { kind: 'frozen-own' } : { kind: 'frozen', member: person };
}

/** The group hears one sentence of guidance without a name; whoever answers for it hears the name. */
function told({ desk, state, actorId }: Call, person: Person, on: 'on' | 'off'): readonly Action[] {
  const isFrozen = state.settings.frozenIds.includes(person.id);
  // Said once: a second report of the same account is only kept.
  if (isFrozen === (on === 'on')) return [];
  const line = {
    kind: 'tell',
    groupId: state.group.id,
    about: null,
    urgency: 'at-once',
    audience: 'service',
  } as const;
  const guidance: Action = { ...line, to: null, mentions: [], telling: { kind: 'stolen-guidance' } };
  if (on === 'off') return [{ ...guidance, telling: { kind: 'stolen-over' } }];
  const to = responsible(state.group, appointedOf(desk.deps, state.settings));
  if (to === null || to === actorId || to === person.id) return [guidance];
  const telling = { kind: 'stolen', name: person.name, groupName: state.group.name } as const;
  return [guidance, { ...line, to: { id: to, name: to }, mentions: [], telling }];
}

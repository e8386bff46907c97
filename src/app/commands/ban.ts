import type { Answer } from '../../core/model/answer.js';
import { type Member, shownName } from '../../core/model/member.js';
import { EVERYWHERE } from '../../core/model/people.js';
import { isExempt } from '../../core/policy/authority.js';
import { changesAtLogin } from '../../core/policy/contact-id.js';
import { appointedOf } from '../groups.js';
import type { Call, Command } from './command.js';
import { isAboutSomebody, namedMember } from './who.js';

const ALL = /(?:^|\s)(?:全部|所有群|everywhere)$/u;

/** Puts somebody on the list of those who may not come in (clause 1.6): of this group, or, by the organisation's staff, of all. */
export const ban: Command = {
  names: ['封禁', 'ban'],
  least: 'owner',
  usage: '/封禁 @人 [全部]',
  summary: '不让一个人再进群;看名单:/封禁',
  async run(call) {
    if (!isAboutSomebody(call)) return banList(call);
    const everywhere = ALL.test(call.rest);
    if (everywhere && call.role !== 'staff') return { kind: 'refused', least: 'staff' };
    const named = await banned({ ...call, rest: call.rest.replace(ALL, '') });
    if (named.kind === 'answer') return named.answer;
    const { member, present } = named;
    if (isExempt(member.id, call.state.group, appointedOf(call.desk.deps, call.state.settings)))
      return { kind: 'protected', member: { id: member.id, name: shownName(member) } };
    if (changesAtLogin(member.id)) return { kind: 'ids-change' };
    await change(call, member.id, { scope: everywhere ? EVERYWHERE : call.state.group.id, on: 'on' });
    return { kind: 'banned', memberId: member.id, name: shownName(member), everywhere, present };
  },
};

export const unban: Command = {
  names: ['解封', 'unban'],
  least: 'owner',
  usage: '/解封 @人',
  summary: '从封禁名单里拿掉',
  async run(call) {
    if (!isAboutSomebody(call)) return banList(call);
    const named = await banned(call);
    if (named.kind === 'answer') return named.answer;
    const { id } = named.member;
    const here = await change(call, id, { scope: call.state.group.id, on: 'off' });
    const all = call.role === 'staff' && (await change(call, id, { scope: EVERYWHERE, on: 'off' }));
    return { kind: 'unbanned', memberId: id, was: here || all };
  },
};

async function banList({ desk, state }: Call): Promise<Answer> {
  const bans = await desk.deps.store.bans([state.group.id, EVERYWHERE]);
  return { kind: 'bans', bans, timezone: state.settings.digest.timezone };
}

type Banned =
  | { readonly kind: 'member'; readonly member: Member; readonly present: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** A member; or somebody gone, by the id of the list or by the number of the case that led to it. */
async function banned(call: Call): Promise<Banned> {
  const typed = call.rest.trim().replace(/^#/u, '');
  if (/^\d{1,9}$/u.test(typed)) {
    const found = await call.desk.deps.store.caseById(Number(typed));
    if (found !== null && found.groupId === call.state.group.id && found.memberId !== null)
      return { kind: 'member', member: gone(found.memberId, found.memberName), present: false };
  }
  const named = await namedMember(call, '封禁');
  if (named.kind === 'member') return { kind: 'member', member: named.member, present: true };
  const id = typed.startsWith('id:') ? typed.slice(3) : '';
  const isUnknown = named.answer.kind === 'no-member';
  return isUnknown && id !== '' ? { kind: 'member', member: gone(id, id), present: false } : named;
}

function gone(id: string, name: string): Member {
  return { id, name, card: '' };
}

interface Change {
  readonly scope: string;
  readonly on: 'on' | 'off';
}

async function change(
  { desk, state, at, actorId }: Call,
  memberId: string,
  { scope, on }: Change,
): Promise<boolean> {
  return desk.deps.store.transaction(async (records) => {
    const done =
      on === 'off'
        ? await records.dropBan(scope, memberId)
        : await records.putBan({ scope, memberId, by: actorId, at }).then(() => true);
    const data = { member: memberId, scope, on };
    if (done) await records.audit({ at, actor: actorId, kind: 'ban-changed', groupId: state.group.id, data });
    return done;
  });
}

import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Instant } from '../../core/model/instant.js';
import { type Member, shownName } from '../../core/model/member.js';
import { type Ban, EVERYWHERE } from '../../core/model/people.js';
import { isAtLeast, isExempt, responsible } from '../../core/policy/authority.js';
import { changesAtLogin } from '../../core/policy/contact-id.js';
import type { NewCase, Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState, roleIn } from '../groups.js';
import { stageAll } from '../record.js';

export interface Joining {
  readonly member: Member;
  readonly inviterId: string | null;
  readonly at: Instant;
}

/** The ban that keeps somebody out of this group, or out of every group of the organisation; null where there is none. */
export async function banOf(
  records: Pick<Records, 'bans'>,
  groupId: string,
  memberId: string,
): Promise<Ban | null> {
  const bans = await records.bans([groupId, EVERYWHERE]);
  return bans.find((ban) => ban.memberId === memberId) ?? null;
}

/**
 * Somebody comes in who is on the ban list, or who was removed before (clause 1.6). A person banned by a person is removed, unless one
 * with authority brought them back; a removed one's return is told to the owner at once. Ids that change at login prove nothing.
 */
export async function watchReturn(
  deps: Deps,
  state: GroupState,
  joining: Joining,
): Promise<readonly PlannedAction[]> {
  const { member, at, inviterId } = joining;
  const { group, settings } = state;
  if (isExempt(member.id, group, appointedOf(deps, settings))) return [];
  const ban = await banOf(deps.store, group.id, member.id);
  const invitedBack = inviterId !== null && isAtLeast(roleIn(deps, state, inviterId), 'admin');
  if (ban !== null && !invitedBack && !changesAtLogin(member.id)) return keepOut(deps, state, joining);
  const departure = await deps.store.departure(group.id, member.id);
  if (ban === null && (departure === null || departure.removerId === null)) return [];
  const telling = {
    kind: 'returned',
    member: { id: member.id, name: shownName(member) },
    banned: ban !== null,
  };
  return tellResponsible(deps, state, { at, telling: { ...telling, kind: 'returned' } });
}

type Telling = Extract<Action, { kind: 'tell' }>['telling'];

/** A word to whoever answers for the group. */
export function tellResponsible(
  deps: Deps,
  state: GroupState,
  { at, telling }: { readonly at: Instant; readonly telling: Telling },
): Promise<readonly PlannedAction[]> {
  const asked = responsible(state.group, appointedOf(deps, state.settings));
  if (asked === null) return Promise.resolve([]);
  const action: Action = {
    kind: 'tell',
    groupId: state.group.id,
    to: { id: asked, name: asked },
    mentions: [],
    about: null,
    urgency: 'at-once',
    audience: 'moderation',
    telling,
  };
  return deps.store.transaction((records) => records.plan(stageAll(state, [action], at), null, at));
}

/** The owner's word stands: what a person banned is not let in again. Done at once, told to the owner. */
function keepOut(deps: Deps, state: GroupState, { member, at }: Joining): Promise<readonly PlannedAction[]> {
  const { group, settings } = state;
  const asked = responsible(group, appointedOf(deps, settings));
  return deps.store.transaction(async (records) => {
    const opened = await records.openCase(caseOf(state, member, at));
    if (opened === null) return [];
    const data = { case: opened.id, category: opened.category, rule: 'ban' };
    await records.audit({ at, actor: 'bot', kind: 'case-opened', groupId: group.id, data });
    const action: Action = {
      kind: 'remove',
      groupId: group.id,
      about: { caseId: opened.id, rule: 'ban', category: opened.category },
      member: { id: member.id, name: shownName(member) },
      terms: [],
      score: 1,
      strikes: 0,
      days: null,
      decidedBy: 'person',
      owner: asked === null ? null : { id: asked, name: asked },
    };
    const staged = stageAll(state, [action], at).map((one) => ({ ...one, dueAt: at }));
    return records.plan(staged, opened.id, at);
  });
}

function caseOf({ group, settings }: GroupState, member: Member, at: Instant): NewCase {
  const finding = {
    rule: 'ban',
    category: 'impersonation',
    certainty: 'confirmed',
    clause: 'EM6(三)',
    score: 1,
    evidence: [],
  } as const;
  return {
    groupId: group.id,
    memberId: member.id,
    memberName: shownName(member),
    subject: `ban:${group.id}:${member.id}:${at}`,
    at,
    verdict: 'violation',
    category: 'impersonation',
    score: 1,
    findings: [finding],
    step: 'removal',
    strikes: 0,
    observed: settings.mode === 'observe',
    exempt: false,
    status: 'closed',
  };
}

/** After a removal: it is remembered, and, where a violation of the group's rules led to it, the member may not come back. */
export async function afterRemoval(
  records: Records,
  action: Extract<Action, { kind: 'remove' }>,
  at: Instant,
): Promise<void> {
  const { groupId, member, about } = action;
  await records.putDeparture({ groupId, memberId: member.id, at, removerId: 'bot' });
  const found = await records.caseById(about.caseId);
  if (found === null || changesAtLogin(member.id) || !bansAfter(found)) return;
  await records.putBan({ scope: groupId, memberId: member.id, by: 'bot', at });
}

/** A card left unmended, a removal by hand or a ban itself call for no further ban. */
function bansAfter({ category, findings }: Case): boolean {
  return category !== 'card' && findings.every(({ rule }) => rule !== 'manual' && rule !== 'ban');
}

/** A decision that is reversed lifts the ban that it led to; the return is then nothing to notice. */
export async function liftBanOf(records: Records, { groupId, memberId }: Case): Promise<void> {
  if (memberId === null) return;
  const ban = (await records.bans([groupId])).find((one) => one.memberId === memberId && one.by === 'bot');
  if (ban !== undefined) await records.dropBan(groupId, memberId);
  const departure = await records.departure(groupId, memberId);
  if (departure?.removerId === 'bot') await records.putDeparture({ ...departure, removerId: null });
}

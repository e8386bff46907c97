import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import { ownerIdOf, responsible, roleOf } from '../../core/policy/authority.js';
import { daysUntil } from '../../core/policy/span.js';
import { appealTold } from '../appeals.js';
import { appointedOf } from '../groups.js';
import { withoutId } from '../id-list.js';
import { stageAll } from '../record.js';
import { tellPerson } from '../tell.js';
import { once, type Rung } from './alarm.js';

/** A complaint that is still open after its term: those above hear of it; where nobody is above, whoever answers for the group. */
export function complaintLate(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    const caseId = Number(alarm.data['case']);
    const found = await records.caseById(caseId);
    if (state === null || found?.status !== 'open') return [];
    const appointed = appointedOf(deps, state.settings);
    const owner = ownerIdOf(state.group, appointed);
    const above = appointed.staff.length > 0 ? appointed.staff : owner === null ? [] : [owner];
    const told = above
      .filter((id) => id !== found.memberId)
      .map((id): Action => ({
        kind: 'tell',
        groupId: state.group.id,
        to: { id, name: id },
        mentions: [],
        about: { caseId, rule: 'complaint', category: found.category },
        urgency: 'daytime',
        audience: 'service',
        telling: { kind: 'complaint-late', caseId, groupName: state.group.name },
      }));
    return records.plan(stageAll(state, told, now), caseId, now);
  });
}

/** An appeal that is still open after its term is put to everybody who may decide it. */
export function appealLate(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    const caseId = Number(alarm.data['case']);
    const found = await records.caseById(caseId);
    const appeals = await records.appeals(caseId);
    if (state === null || found === null || !appeals.some(({ status }) => status === 'open')) return [];
    const events = await records.caseEvents(caseId);
    const reason = events.findLast(({ kind }) => kind === 'appealed')?.reason ?? '';
    const decided = events
      .filter(({ kind }) => ['confirmed', 'appeal-refused'].includes(kind))
      .map(({ actor }) => actor);
    const appointed = appointedOf(deps, state.settings);
    const people = [
      ownerIdOf(state.group, appointed),
      ...state.group.adminIds,
      ...appointed.adminIds,
      ...appointed.staff,
    ]
      .filter((id): id is string => id !== null && id !== state.group.botId && id !== found.memberId)
      .filter((id) => !decided.includes(id) && roleOf(id, state.group, appointed) !== 'member');
    const told = [...new Set(people)].map((to) =>
      appealTold(found, { to, groupName: state.group.name, reason, again: true }),
    );
    return records.plan(stageAll(state, told, now), caseId, now);
  });
}

/** The days of an exemption are over. */
export async function exemptionOver(rung: Rung): Promise<readonly PlannedAction[]> {
  const { groups, state, alarm, now } = rung;
  if (state === null) return once(rung, () => Promise.resolve([]));
  const member = String(alarm.data['member']);
  await once(rung, async (records) => {
    const list = withoutId(state.settings.exemptIds, member);
    await records.putSetting(state.group.id, 'exempt', list.join(','));
    const data = { key: 'exempt', member, on: 'off' };
    await records.audit({ at: now, actor: 'bot', kind: 'setting-changed', groupId: state.group.id, data });
    return [];
  });
  await groups.reload(state);
  return [];
}

/** The pause is over. */
export async function quietOver(rung: Rung): Promise<readonly PlannedAction[]> {
  const { groups, state, now } = rung;
  if (state === null) return once(rung, () => Promise.resolve([]));
  const { id } = state.group;
  const planned = await once(rung, async (records) => {
    await records.putSetting(id, 'quiet.until', '');
    const line = { about: null, urgency: 'at-once', audience: 'service' } as const;
    const over: Action = {
      kind: 'tell',
      groupId: id,
      to: null,
      mentions: [],
      ...line,
      telling: { kind: 'quiet-over' },
    };
    return records.plan(stageAll(state, [over], now), null, now);
  });
  await groups.reload(state);
  return planned;
}

/** The first week of a group that is still only watched: what would have been done. */
export async function trialOver(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, now } = rung;
  if (state === null || state.settings.mode !== 'observe') return once(rung, () => Promise.resolve([]));
  const { group, settings } = state;
  const to = responsible(group, appointedOf(deps, settings));
  const period = daysUntil(now, 8, settings.digest.timezone);
  const { messages } = await deps.store.counts(group.id, period);
  const cases = await deps.store.casesBetween(group.id, state.firstSeenAt, now);
  return once(rung, (records) => {
    if (to === null) return Promise.resolve([]);
    const step = (...wanted: readonly Case['step'][]): number =>
      cases.filter((one) => one.category !== 'card' && wanted.includes(one.step)).length;
    const week = {
      messages,
      warnings: step('warning', 'final'),
      removals: step('removal'),
      reviews: step('review'),
      cards: cases.filter(({ category }) => category === 'card').length,
    };
    const telling = { kind: 'trial-over', groupName: group.name, week } as const;
    const told = tellPerson(group.id, { id: to, name: to }, telling);
    return records.plan(stageAll(state, [told], now), null, now);
  });
}

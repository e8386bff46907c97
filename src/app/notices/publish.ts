import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Instant } from '../../core/model/instant.js';
import type { Notice } from '../../core/model/notice.js';
import type { NoticesTelling } from '../../core/model/telling/notices.js';
import { nextDaytime } from '../../core/policy/daytime.js';
import { dayNumber, startOfDay } from '../../core/policy/localtime.js';
import type { Records } from '../../ports.js';
import { setAlarm } from '../alarms/clock.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { stageAll } from '../record.js';
import { enter } from './enter.js';

/** The kind of the alarm that rings when an approved notice may go out. */
const PUBLISH_ALARM = 'notice-publish';

export interface Publishing {
  /** The notice with its number; null where it waits for another day. */
  readonly notice: Notice | null;
  readonly from: Instant;
  readonly planned: readonly PlannedAction[];
}

export interface Publisher {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly at: Instant;
  readonly actor: string;
}

export interface Approved {
  readonly notice: Notice;
  readonly opened: Case;
}

/**
 * Publishes an approved notice: numbered, entered, said by the bot in daytime. Beyond the day's maximum it waits for the next
 * morning. Null: somebody else was first.
 */
export async function publish(records: Records, by: Publisher, of: Approved): Promise<Publishing | null> {
  const { state, at } = by;
  const { timezone } = state.settings.digest;
  const out = nextDaytime(at, timezone);
  const today = dayNumber(out, timezone);
  const from = startOfDay(today, timezone);
  const count = await records.publishedBetween(state.group.id, from, startOfDay(today + 1, timezone));
  if (count >= state.settings.notices.perDay) return later(records, by, of);
  const notice = await enter(records, of.notice, {
    state,
    at: out,
    actor: by.actor,
    kind: 'published',
    by: 'bot',
  });
  if (notice === null) return null;
  await settleCase(records, by, { opened: of.opened, reason: notice.number ?? '' });
  return { notice, from: out, planned: await say(records, by, { notice, opened: of.opened }) };
}

async function later(records: Records, by: Publisher, of: Approved): Promise<Publishing | null> {
  const { deps, state, at } = by;
  const { timezone } = state.settings.digest;
  const { notice, opened } = of;
  const from = nextDaytime(
    startOfDay(dayNumber(nextDaytime(at, timezone), timezone) + 1, timezone),
    timezone,
  );
  if (
    notice.status !== 'approved' &&
    !(await records.moveNotice(notice.id, [notice.status], { status: 'approved' }))
  )
    return null;
  await setAlarm(deps.alarms, records, {
    key: `${PUBLISH_ALARM}:${notice.id}`,
    kind: PUBLISH_ALARM,
    groupId: state.group.id,
    dueAt: from,
    data: { notice: notice.id, case: opened.id },
  });
  await settleCase(records, by, { opened, reason: '' });
  const waits = { kind: 'submission-waits', caseId: opened.id, until: from, timezone } as const;
  return { notice: null, from, planned: await tellAuthor(records, by, { of, telling: waits }) };
}

async function settleCase(
  records: Records,
  by: Publisher,
  of: { opened: Case; reason: string },
): Promise<void> {
  const { at, actor } = by;
  const event = { caseId: of.opened.id, at, kind: 'confirmed', actor, reason: of.reason } as const;
  if (await records.moveCase(event, ['open'], 'confirmed'))
    await records.audit({
      at,
      actor,
      kind: 'submission-approved',
      groupId: of.opened.groupId,
      data: { case: of.opened.id },
    });
}

async function say(records: Records, by: Publisher, of: Approved): Promise<readonly PlannedAction[]> {
  const { state, at } = by;
  const { notice, opened } = of;
  const number = notice.number ?? '';
  const telling: NoticesTelling = {
    kind: 'notice-published',
    number,
    text: notice.text,
    issuer: notice.level === 'organisation' ? by.deps.organisation.name : state.group.name,
    validUntil: notice.validUntil,
    timezone: state.settings.digest.timezone,
  };
  const action: Action = { ...toGroup(state, opened), telling };
  const planned = await records.plan(stageAll(state, [action], at), opened.id, at);
  const published = { kind: 'submission-published', caseId: opened.id, number } as const;
  return [...planned, ...(await tellAuthor(records, by, { of, telling: published }))];
}

function toGroup(state: GroupState, opened: Case) {
  return {
    kind: 'tell',
    groupId: state.group.id,
    to: null,
    mentions: [],
    about: { caseId: opened.id, rule: 'submission', category: 'notice' },
    urgency: 'daytime',
    audience: 'service',
  } as const;
}

/** An author who approved it himself knows already. */
export async function tellAuthor(
  records: Records,
  { state, at, actor }: Publisher,
  { of, telling }: { readonly of: Approved; readonly telling: NoticesTelling },
): Promise<readonly PlannedAction[]> {
  const to = { id: of.notice.authorId, name: of.opened.memberName };
  if (to.id === actor) return [];
  const action: Action = { ...toGroup(state, of.opened), to, telling };
  return records.plan(stageAll(state, [action], at), of.opened.id, at);
}

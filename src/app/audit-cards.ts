import type { CardResult } from '../core/card/card.js';
import type { Action, PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import { DAY } from '../core/model/instant.js';
import type { Member } from '../core/model/member.js';
import { isHoliday } from '../core/policy/holidays.js';
import type { CardWatch, Records } from '../ports.js';
import { cardCase, cardFinding, checkCard, draftOf, heardAt, noteOf, personOf, watchOf } from './cards.js';
import type { Deps } from './deps.js';
import { type GroupState, refresh } from './groups.js';
import { record, stageAll } from './record.js';

/** Up to so many members get a line of their own in one audit; more are told in one message for twenty. */
const SINGLY = 5;
const PER_ROLL = 20;

/** First sight of a group is a baseline: who is outstanding is noted, nobody is spoken to. An empty list changes nothing. */
export async function baselineCards({ deps, state, at }: Audit, members: readonly Member[]): Promise<void> {
  await deps.store.transaction(async (records) => {
    for (const member of members) {
      const result = checkCard(deps, state, member);
      if (result === null || result.ok) continue;
      await records.putCardWatch(await watchOf(records, { state, member, at, result }));
    }
  });
}

interface Due {
  readonly member: Member;
  readonly result: CardResult;
  readonly watch: CardWatch;
}

/**
 * The regular audit: reads every card anew from the platform, closes what is in order, reminds, reminds again a day before
 * the deadline, and after it removes or asks the owner, as the group's `removal` setting says.
 */
export async function auditCards(
  deps: Deps,
  state: GroupState,
  at: Instant,
): Promise<readonly PlannedAction[]> {
  const members = await deps.platforms.live.members(state.group.id);
  if (members.length === 0 || state.settings.card.template === null || isPaused(deps, state, at)) return [];
  await refresh(deps, state);
  const due = await outstanding({ deps, state, at }, members);
  const first = due.filter(({ watch }) => watch.remindedAt === null);
  const second = due.filter(({ watch }) => isSecondDue(watch, at));
  const over = due.filter(
    ({ watch }) => watch.deadline !== null && watch.deadline <= at && watch.secondAt !== null,
  );
  return [
    ...(await remind({ deps, state, at }, first, 'reminder')),
    ...(await remind({ deps, state, at }, second, 'second')),
    ...(await overdue({ deps, state, at }, over)),
  ];
}

/** On public holidays nobody is reminded, where the owner wants it so; what falls due then waits for the next audit. */
function isPaused(deps: Deps, { settings }: GroupState, at: Instant): boolean {
  return settings.card.pausesOnHolidays && isHoliday(at, settings.digest.timezone, deps.holidays);
}

/** At the last audit that leaves at least a day. */
function isSecondDue(watch: CardWatch, at: Instant): boolean {
  return (
    watch.secondAt === null &&
    watch.remindedAt !== null &&
    watch.deadline !== null &&
    watch.deadline - at < 2 * DAY
  );
}

/** Whose card is not in order; matters that are, are closed. */
export async function outstanding(
  { deps, state, at }: Audit,
  members: readonly Member[],
): Promise<readonly Due[]> {
  const watches = new Map(
    (await deps.store.cardWatches(state.group.id)).map((watch) => [watch.memberId, watch]),
  );
  const due: Due[] = [];
  for (const member of members) {
    const result = checkCard(deps, state, member);
    if (result !== null && !result.ok) {
      due.push({ member, result, watch: await watchOf(deps.store, { state, member, at, result }) });
      watches.delete(member.id);
    }
  }
  for (const done of watches.keys()) await deps.store.dropCardWatch(state.group.id, done);
  return due;
}

export interface Audit {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly at: Instant;
}

export function remind(
  audit: Audit,
  due: readonly Due[],
  stage: 'reminder' | 'second',
): Promise<readonly PlannedAction[]> {
  const { deps, state, at } = audit;
  return deps.store.transaction(async (records) => {
    const planned: PlannedAction[] = [];
    const entries: { due: Due; caseId: number; deadline: Instant }[] = [];
    for (const one of due) {
      const deadline = deadlineOf(audit, one.watch);
      const about = await cardCase(deps, state, { records, watch: one.watch, result: one.result, at });
      const times = stage === 'reminder' ? { remindedAt: at } : { secondAt: at };
      await records.putCardWatch({ ...one.watch, ...times, deadline, caseId: about.caseId });
      entries.push({ due: one, caseId: about.caseId, deadline });
    }
    for (const { action, caseId } of remindersOf(audit, entries, stage)) {
      planned.push(...(await records.plan(stageAll(state, [action], at), caseId, at)));
    }
    return planned;
  });
}

/** Days from the reminder; a second reminder that comes late, after downtime, still leaves a day. */
function deadlineOf({ state, at }: Audit, { deadline }: CardWatch): Instant {
  const heard = heardAt(state, at);
  if (deadline === null) return heard + state.settings.card.deadlineDays * DAY;
  return deadline <= at ? heard + DAY : deadline;
}

interface Entry {
  readonly due: Due;
  readonly caseId: number;
  readonly deadline: Instant;
}

function remindersOf(audit: Audit, entries: readonly Entry[], stage: 'reminder' | 'second') {
  if (entries.length <= SINGLY) return entries.map((entry) => singly(audit, entry, stage));
  const rolls: { action: Action; caseId: number | null }[] = [];
  for (let index = 0; index < entries.length; index += PER_ROLL) {
    rolls.push({ action: rollOf(audit, entries.slice(index, index + PER_ROLL), stage), caseId: null });
  }
  return rolls;
}

function singly(
  { deps, state }: Audit,
  entry: Entry,
  stage: 'reminder' | 'second',
): { action: Action; caseId: number | null } {
  const { due, caseId, deadline } = entry;
  const about = { caseId, rule: 'card-format', category: 'card' } as const;
  return {
    action: {
      kind: 'card-note',
      stage,
      member: personOf(due.member),
      about,
      ...noteOf(deps, state, due),
      deadline,
    },
    caseId,
  };
}

function rollOf({ deps, state }: Audit, entries: readonly Entry[], stage: 'reminder' | 'second'): Action {
  const { groupId, format, example, timezone } = noteOf(deps, state, null);
  return {
    kind: 'card-roll',
    stage,
    groupId,
    about: null,
    format,
    example,
    timezone,
    deadline: entries[0]?.deadline ?? null,
    entries: entries.map(({ due: { member, result } }) => ({
      member: personOf(member),
      suggestion: result.suggestion,
      draft: draftOf(deps, state, { member, result }),
    })),
  };
}

async function overdue({ deps, state, at }: Audit, due: readonly Due[]): Promise<readonly PlannedAction[]> {
  const planned: PlannedAction[] = [];
  if (state.settings.removal === 'never') return planned;
  for (const { member, result, watch } of due) {
    const recorded = await record(deps, state, {
      key: `card-deadline:${state.group.id}:${member.id}:${watch.since}`,
      memberId: member.id,
      at,
      verdict: { kind: 'violation', category: 'card', score: 1, findings: [cardFinding(result)] },
      actor: 'bot',
    });
    if (recorded !== null) planned.push(...recorded.planned);
  }
  return planned;
}

/** Reminders that a watched group never heard do not count: every open matter of a card begins anew. */
export async function forgetShadowReminders(records: Records, state: GroupState, at: Instant): Promise<void> {
  const unheard = { since: at, remindedAt: null, secondAt: null, deadline: null, caseId: null };
  for (const watch of await records.cardWatches(state.group.id))
    await records.putCardWatch({ ...watch, ...unheard });
}

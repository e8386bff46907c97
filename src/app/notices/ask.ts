import type { Action } from '../../core/model/action.js';
import type { Submission } from '../../core/model/submission.js';
import type { Case } from '../../core/model/case.js';
import { HOUR, type Instant } from '../../core/model/instant.js';
import type { Notice } from '../../core/model/notice.js';
import type { PlannedAction } from '../../core/model/action.js';
import { nextDaytime } from '../../core/policy/daytime.js';
import type { Records } from '../../ports.js';
import { setAlarm } from '../alarms/clock.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { stageAll } from '../record.js';
import { addStep } from './enter.js';

/** The kind of the alarm that rings when nobody answered in time. */
export const SUBMISSION_ALARM = 'submission';

type Round = Submission['round'];

export interface Asking {
  readonly notice: Notice;
  readonly opened: Case;
  readonly to: readonly string[];
  readonly round: Round;
  readonly at: Instant;
}

const STEPS = { first: 'asked', again: 'asked-again', deputy: 'deputy-asked' } as const;

export function answerBy(state: GroupState, at: Instant): Instant {
  const { timezone } = state.settings.digest;
  // Asked at night one hears it in the morning, and nobody is held to an hour of the night.
  return nextDaytime(nextDaytime(at, timezone) + state.settings.notices.deadlineHours * HOUR, timezone);
}

/** Puts a submission before people, notes it, and sets the hour at which it is looked at again. */
export async function askApproval(
  records: Records,
  { deps, state }: { readonly deps: Deps; readonly state: GroupState },
  asking: Asking,
): Promise<readonly PlannedAction[]> {
  const { notice, opened, to, round, at } = asking;
  for (const about of to) await addStep(records, { notice, kind: STEPS[round], actor: 'bot', at, about });
  const given = await approvalsOf(records, notice);
  const actions = to.map((id) => request(state, { ...asking, given: given.length }, id));
  await setAlarm(deps.alarms, records, {
    key: `${SUBMISSION_ALARM}:${notice.id}`,
    kind: SUBMISSION_ALARM,
    groupId: state.group.id,
    dueAt: answerBy(state, at),
    data: { notice: notice.id, case: opened.id, round },
  });
  // Whoever submits is served in a watched group too: this is no moderation.
  const live = stageAll(state, actions, at).map((one) => ({ ...one, stage: 'live' as const }));
  return records.plan(live, opened.id, at);
}

function request(state: GroupState, asking: Asking & { readonly given: number }, id: string): Action {
  const { notice, opened, round, at, given } = asking;
  return {
    kind: 'request',
    groupId: state.group.id,
    about: { caseId: opened.id, rule: 'submission', category: 'notice' },
    member: { id: notice.authorId, name: opened.memberName },
    to: { id, name: id },
    ask: 'submission',
    leadsTo: 'none',
    terms: [],
    score: 1,
    groupName: state.group.name,
    submission: {
      author: { id: notice.authorId, name: opened.memberName },
      text: notice.text,
      source: notice.source,
      validUntil: notice.validUntil,
      round,
      answerBy: answerBy(state, at),
      approvals: { given, needed: state.settings.notices.approvals },
      timezone: state.settings.digest.timezone,
    },
  };
}

/** Who has agreed, each once. */
export async function approvalsOf(
  records: Pick<Records, 'noticeSteps'>,
  notice: Notice,
): Promise<readonly string[]> {
  const steps = await records.noticeSteps(notice.id);
  return [...new Set(steps.filter(({ kind }) => kind === 'approved').map(({ actor }) => actor))];
}

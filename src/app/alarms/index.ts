import type { PlannedAction } from '../../core/model/action.js';
import { type Instant, MINUTE } from '../../core/model/instant.js';
import type { Deps } from '../deps.js';
import type { Groups } from '../groups.js';
import { type AlarmHandler, once, type Rung } from './alarm.js';
import { askAgain } from './ask-again.js';
import { activitySummary } from './activity-summary.js';
import { groupMet } from './group-met.js';
import { incidentOver } from './incident-over.js';
import { joinedMore } from './joined-more.js';
import { upwardMore } from './upward-more.js';
import { publishDue, submissionDue } from './submission.js';
import { appealLate, complaintLate, exemptionOver, quietOver, trialOver } from './desk.js';

/** The registry: every kind of alarm has one line here. */
const HANDLERS: Readonly<Record<string, AlarmHandler>> = {
  'ask-again': askAgain,
  'complaint-late': complaintLate,
  'appeal-late': appealLate,
  'exemption-over': exemptionOver,
  'activity-summary': activitySummary,
  'group-met': groupMet,
  'incident-over': incidentOver,
  'joined-more': joinedMore,
  'quiet-over': quietOver,
  submission: submissionDue,
  'notice-publish': publishDue,
  'trial-over': trialOver,
  'upward-more': upwardMore,
};

/** What failed an alarm may pass: a database that cannot be written, say. */
const TRY_AGAIN: Instant = MINUTE;

/** Does what the alarms due now call for. One that fails is logged, tried again, and does not stop the others. */
export async function ring(deps: Deps, groups: Groups): Promise<readonly PlannedAction[]> {
  const planned: PlannedAction[] = [];
  const now = deps.clock.now();
  for (const alarm of deps.alarms.take(now)) {
    // It goes off where the group is led.
    if (deps.leadership.stand(alarm.groupId ?? '') !== 'leads') continue;
    const state = alarm.groupId === null ? null : groups.get(alarm.groupId);
    planned.push(...(await guarded({ deps, groups, state, alarm, now })));
  }
  return planned;
}

async function guarded(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, alarm } = rung;
  try {
    return await (HANDLERS[alarm.kind] ?? unknown)(rung);
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ alarm: alarm.kind, group: alarm.groupId, error: fault }, 'alarm failed');
    deps.alarms.again(alarm, rung.now + TRY_AGAIN);
    return [];
  }
}

/** Left by another version of the program: it is dropped, and said. */
function unknown(rung: Rung): Promise<readonly PlannedAction[]> {
  rung.deps.log.warn({ alarm: rung.alarm.kind }, 'alarm of an unknown kind dropped');
  return once(rung, () => Promise.resolve([]));
}

import type { Action } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Records } from '../../ports.js';

/** Whether the group was told that a notice is not confirmed: it was promised to hear the outcome. */
export async function wasTold(records: Pick<Records, 'outcomesOfCase'>, found: Case): Promise<boolean> {
  if (found.category !== 'notice') return false;
  return (await records.outcomesOfCase(found.id)).some(
    ({ planned, outcome }) =>
      (planned.action.kind === 'notice-note' || planned.action.kind === 'warn') &&
      outcome?.kind === 'done' &&
      planned.stage === 'live',
  );
}

/** The outcome, where the notice is none of ours. */
export function notOfficial(found: Case, timezone: string): Action {
  return {
    kind: 'tell',
    groupId: found.groupId,
    to: null,
    mentions: [],
    about: { caseId: found.id, rule: 'notice', category: 'notice' },
    urgency: 'daytime',
    audience: 'service',
    telling: { kind: 'notice-not-official', postedAt: found.at, timezone },
  };
}

import type { PlannedAction, Request } from '../../core/model/action.js';
import { DAY, type Instant } from '../../core/model/instant.js';
import type { Alarm } from '../../ports/alarms.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import { stageAll } from '../record.js';
import { once, type Rung } from './alarm.js';
import { setAlarm } from './clock.js';

/** How long a request may lie unanswered before it is repeated, once. After that the digest lists it. */
const PATIENCE: Instant = DAY;

const KIND = 'ask-again';

/** A request went out: it is looked at again after a day. A repeated one is not repeated again. */
export async function lookAgain(deps: Deps, records: Records, asked: Request): Promise<void> {
  // A submission has its own deadline.
  if (asked.again === true || asked.submission !== undefined) return;
  const alarm: Alarm = {
    key: `${KIND}:${asked.about.caseId}`,
    kind: KIND,
    groupId: asked.groupId,
    dueAt: deps.clock.now() + PATIENCE,
    data: { case: asked.about.caseId },
  };
  await setAlarm(deps.alarms, records, alarm);
}

/** Still open: the same question once more. */
export function askAgain(rung: Rung): Promise<readonly PlannedAction[]> {
  const { state, alarm, now } = rung;
  return once(rung, async (records) => {
    const caseId = Number(alarm.data['case']);
    const found = await records.caseById(caseId);
    if (state === null || found?.status !== 'open') return [];
    const asked = (await records.outcomesOfCase(caseId))
      .map(({ planned }) => planned)
      .findLast((planned) => planned.stage === 'live' && planned.action.kind === 'request')?.action;
    if (asked?.kind !== 'request') return [];
    return records.plan(stageAll(state, [{ ...asked, again: true }], now), caseId, now);
  });
}

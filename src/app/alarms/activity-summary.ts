import type { PlannedAction } from '../../core/model/action.js';
import { chase } from '../conduct/activities.js';
import { once, type Rung } from './alarm.js';

/** An approved activity is over, and its summary is not in yet. */
export function activitySummary(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    if (state === null) return [];
    const activityId = Number(alarm.data['activity']);
    return chase(deps, records, { state, activityId, round: Number(alarm.data['round']), now });
  });
}

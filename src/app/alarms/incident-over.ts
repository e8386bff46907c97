import type { PlannedAction } from '../../core/model/action.js';
import { close } from '../conduct/incident-end.js';
import { calmAt } from '../conduct/incidents.js';
import { once, type Rung } from './alarm.js';
import { setAlarm } from './clock.js';

/** Things have been calm for a while: the incident is closed; where they have not, it is looked at again later. */
export function incidentOver(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    const id = Number(alarm.data['incident']);
    const known = deps.incidents.of(alarm.groupId ?? '').find((one) => one.id === id);
    const incident = known ?? (await records.incident(id));
    if (incident === null || incident.closedAt !== null || state === null) return [];
    const later = calmAt(incident, now);
    if (later !== null) {
      await setAlarm(deps.alarms, records, { ...alarm, dueAt: later });
      return [];
    }
    deps.incidents.drop(id);
    return (await close(deps, records, { state, incident, at: now, actor: 'bot' })) ?? [];
  });
}

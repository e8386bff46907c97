import { isMass } from '../../core/conduct/mass.js';
import type { PlannedAction } from '../../core/model/action.js';
import { type Incident } from '../../core/model/incident.js';
import { type Instant } from '../../core/model/instant.js';
import { incidentTold } from '../../core/policy/incident-actions.js';
import type { Records } from '../../ports.js';
import { dropAlarm } from '../alarms/clock.js';
import type { Deps } from '../deps.js';
import { type GroupState } from '../groups.js';
import { stageAll } from '../record.js';

import { readersOf, sceneOf } from './incident-told.js';

export interface Closing {
  readonly incident: Incident;
  readonly at: Instant;
  /** A contact id, or `bot` where time has closed it. */
  readonly actor: string;
}

/** Closes an incident and tells those who were told of it, what it came to. Null: closed already. */
export async function closeIncident(
  deps: Deps,
  state: GroupState,
  { incident, at, actor }: Closing,
): Promise<readonly PlannedAction[] | null> {
  const planned = await deps.store.transaction((records) =>
    close(deps, records, { state, incident, at, actor }),
  );
  deps.incidents.drop(incident.id);
  return planned;
}

/** The same inside a transaction that is under way. */
export async function close(
  deps: Deps,
  records: Records,
  { state, incident, at, actor }: Closing & { readonly state: GroupState },
): Promise<readonly PlannedAction[] | null> {
  if (!(await records.closeIncident(incident.id, at))) return null;
  await dropAlarm(deps.alarms, records, `incident:${incident.id}`);
  const data = { incident: incident.id, incidentKind: incident.kind };
  await records.audit({ at, actor, kind: 'incident-closed', groupId: incident.groupId, data });
  const closed = { ...incident, closedAt: at };
  // What its own case has told needs no last word.
  const readers = isQuiet(incident) ? [] : readersOf(deps, state);
  const told = incidentTold(closed, readers, sceneOf(state));
  return records.plan(stageAll(state, told, at), null, at);
}

function isQuiet(incident: Incident): boolean {
  return incident.kind === 'unsafe-link' && !isMass(incident);
}

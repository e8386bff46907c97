import type { Action } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { isSevere } from '../core/policy/response.js';
import type { Telling } from '../core/model/telling.js';
import type { Alarm } from '../ports/alarms.js';
import type { Records } from '../ports.js';
import { setAlarm } from './alarms/clock.js';
import type { Deps } from './deps.js';
import type { GroupState } from './groups.js';
import { tellPerson } from './tell.js';

/** What follows the first grave case of a group within this time is told together. */
export const GATHERED: Instant = 10 * MINUTE;
const KIND = 'upward-more';

interface Reporting {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly records: Records;
}

/**
 * A grave violation is dealt with first and then reported upwards (A12.2): to the organisation's staff in private, and to its
 * robot where there is one. What and where, not who. The first of a group at once; those that follow soon are told in one line,
 * those of an incident by the incident.
 */
export async function reportUpward(reporting: Reporting, opened: Case): Promise<readonly Action[]> {
  const { deps, state, records } = reporting;
  const { group } = state;
  if (!isReported(opened) || deps.incidents.massIn(group.id) !== null) return [];
  const waiting = await records.alarmsOf(group.id);
  if (waiting.some(({ key }) => key === keyOf(group.id))) return [];
  await setAlarm(deps.alarms, records, alarmAfter(opened, opened.at));
  const { id: caseId, category, step, status } = opened;
  return toldUpward(deps, state, {
    found: opened,
    telling: { kind: 'upward', caseId, groupName: group.name, category, step, status },
  });
}

export function isReported({ verdict, exempt, category }: Case): boolean {
  return verdict === 'violation' && !exempt && isSevere(category);
}

function keyOf(groupId: string): string {
  return `${KIND}:${groupId}`;
}

export function alarmAfter({ id, groupId }: Case, at: Instant): Alarm {
  return { key: keyOf(groupId), kind: KIND, groupId, dueAt: at + GATHERED, data: { case: id } };
}

/** To the staff and, where there is one, the robot. */
export function toldUpward(
  deps: Deps,
  { group }: GroupState,
  { found, telling }: { readonly found: Case; readonly telling: Telling },
): readonly Action[] {
  const about = { caseId: found.id, rule: found.findings[0]?.rule ?? 'manual', category: found.category };
  const staff = deps.organisation.admins
    .filter((id) => id !== group.ownerId)
    .map((id): Action => ({
      ...tellPerson(group.id, { id, name: id }, telling),
      about,
      urgency: 'at-once',
      audience: 'moderation',
    }));
  const robot: readonly Action[] = deps.reports
    ? [{ kind: 'report', groupId: group.id, about, telling }]
    : [];
  return [...staff, ...robot];
}

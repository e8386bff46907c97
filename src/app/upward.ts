import type { Action } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { isSevere } from '../core/policy/response.js';
import type { Deps } from './deps.js';
import type { GroupState } from './groups.js';
import { tellPerson } from './tell.js';

/**
 * A grave violation is dealt with first and then reported upwards (A12.2): to the organisation's staff in private, and to its
 * robot where there is one. What and where, not who.
 */
export function reportUpward(deps: Deps, state: GroupState, opened: Case): readonly Action[] {
  if (opened.verdict !== 'violation' || opened.exempt || !isSevere(opened.category)) return [];
  const { group } = state;
  const { id: caseId, category, step } = opened;
  const telling = { kind: 'upward', caseId, groupName: group.name, category, step } as const;
  const about = { caseId, rule: opened.findings[0]?.rule ?? 'manual', category };
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

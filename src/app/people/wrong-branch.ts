import type { Action, PlannedAction } from '../../core/model/action.js';
import { shownName, type Member } from '../../core/model/member.js';
import type { Instant } from '../../core/model/instant.js';
import { isExempt, responsible } from '../../core/policy/authority.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { record, stageAll } from '../record.js';
import { branchesFor } from '../register/branch.js';
import { fieldsOf } from '../roster/check.js';
import { tellPerson } from '../tell.js';

/**
 * A card whose city has a branch group of its own, which is not this one, is put before the owner (clause 1.11). Never a strike: local
 * origin entitles too. The member is not told.
 */
export async function checkBranch(
  deps: Deps,
  state: GroupState,
  { member, at }: { readonly member: Member; readonly at: Instant },
): Promise<readonly PlannedAction[]> {
  const appointed = appointedOf(deps, state.settings);
  const owner = responsible(state.group, appointed);
  const { city } = fieldsOf(deps, state, member);
  if (owner === null || city === undefined || isExempt(member.id, state.group, appointed)) return [];
  const { branches } = await branchesFor(deps, city);
  const right = branches.find(({ fit }) => fit === 'place');
  if (right === undefined || branches.some(({ groupId }) => groupId === state.group.id)) return [];
  const recorded = await record(deps, state, {
    key: `branch:${state.group.id}:${member.id}:${city}`,
    memberId: member.id,
    at,
    verdict: { kind: 'review', category: 'card', score: 0.5, findings: [findingOf(member)] },
    actor: 'bot',
  });
  if (recorded === null) return [];
  const about = { caseId: recorded.case.id, rule: 'wrong-branch', category: 'card' } as const;
  const telling = {
    kind: 'wrong-branch',
    member: { id: member.id, name: shownName(member) },
    city,
    groupName: right.name,
  } as const;
  const told: Action = { ...tellPerson(state.group.id, { id: owner, name: owner }, telling), about };
  return deps.store.transaction((records) => records.plan(stageAll(state, [told], at), recorded.case.id, at));
}

function findingOf(member: Member) {
  const text = shownName(member);
  return {
    rule: 'wrong-branch',
    category: 'card',
    certainty: 'suspected',
    clause: 'E三1',
    score: 0.5,
    evidence: [{ start: 0, end: text.length, text, term: 'city' }],
  } as const;
}

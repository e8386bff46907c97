import type { Action, PlannedAction } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import type { Instant } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import type { Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { besides } from './open-questions.js';
import { personOf, stageAll } from './record.js';
import { tellPerson } from './tell.js';

export interface Leaving {
  readonly memberId: string;
  readonly removerId: string | null;
  readonly at: Instant;
}

/** Leaving is a right and only recorded; a removal that waited for a person's hand is seen to have happened, and said so. */
export function left(deps: Deps, state: GroupState, leaving: Leaving): Promise<readonly PlannedAction[]> {
  const groupId = state.group.id;
  const { memberId, removerId, at } = leaving;
  return deps.store.transaction(async (records) => {
    await records.dropCardWatch(groupId, memberId);
    await records.putDeparture({ groupId, memberId, at, removerId });
    const closed = await closeOpen(records, groupId, leaving);
    const data = { member: memberId, remover: removerId, closed: closed.length };
    await records.audit({ at, actor: removerId ?? memberId, kind: 'member-left', groupId, data });
    const told = [...seenGone(deps, state, closed), ...(await leftTold(deps, state, leaving))];
    return records.plan(stageAll(state, told, at), null, at);
  });
}

/** By setting only: leaving is nobody's concern but one's own. */
async function leftTold(
  deps: Deps,
  state: GroupState,
  { memberId, removerId }: Leaving,
): Promise<readonly Action[]> {
  const asked = responsible(state.group, appointedOf(deps, state.settings));
  if (state.settings.leaving === 'record' || removerId !== null || asked === null) return [];
  const member = await personOf(deps, state.group.id, memberId);
  return [tellPerson(state.group.id, { id: asked, name: asked }, { kind: 'leaving', member, gone: true })];
}

async function closeOpen(records: Records, groupId: string, leaving: Leaving): Promise<readonly Case[]> {
  const { memberId, removerId, at } = leaving;
  const cases = await records.casesOf(groupId, memberId, 20);
  const removals = cases.filter((one) => one.status === 'open' && one.step === 'removal');
  const open = await withJoined(records, removals);
  for (const one of open) {
    const event = { caseId: one.id, at, kind: 'closed', actor: removerId ?? memberId, reason: '' } as const;
    await records.moveCase(event, ['open'], 'closed');
  }
  return open;
}

/** What was merely suspected and had joined the question is settled with it. */
async function withJoined(records: Records, removals: readonly Case[]): Promise<readonly Case[]> {
  const open = new Map(removals.map((one) => [one.id, one]));
  for (const one of removals)
    for (const other of await besides(records, one)) if (other.step === 'review') open.set(other.id, other);
  return [...open.values()].toSorted((a, b) => b.id - a.id);
}

function seenGone(deps: Deps, state: GroupState, closed: readonly Case[]): readonly Action[] {
  const asked = responsible(state.group, appointedOf(deps, state.settings));
  const last = closed[0];
  if (asked === null || last === undefined) return [];
  const to = { id: asked, name: asked };
  return [
    {
      kind: 'reply',
      groupId: state.group.id,
      to,
      caseId: last.id,
      answer: { kind: 'seen-gone', cases: closed.toSorted((a, b) => a.id - b.id) },
    },
  ];
}

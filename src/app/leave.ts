import type { Action, PlannedAction } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import type { Instant } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import type { Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { stageAll } from './record.js';

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
    const closed = await closeOpen(records, groupId, leaving);
    const data = { member: memberId, remover: removerId, closed: closed.length };
    await records.audit({ at, actor: removerId ?? memberId, kind: 'member-left', groupId, data });
    return records.plan(stageAll(state, seenGone(deps, state, closed), at), null, at);
  });
}

async function closeOpen(records: Records, groupId: string, leaving: Leaving): Promise<readonly Case[]> {
  const { memberId, removerId, at } = leaving;
  const cases = await records.casesOf(groupId, memberId, 20);
  const open = cases.filter((one) => one.status === 'open' && one.step === 'removal');
  for (const one of open) {
    const event = { caseId: one.id, at, kind: 'closed', actor: removerId ?? memberId, reason: '' } as const;
    await records.moveCase(event, ['open'], 'closed');
  }
  return open;
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
      answer: { kind: 'seen-gone', case: last },
    },
  ];
}

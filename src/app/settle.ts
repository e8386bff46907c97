import type { PlannedAction } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import type { Instant } from '../core/model/instant.js';
import type { Records } from '../ports.js';
import { lookAgain } from './alarms/ask-again.js';
import { sawRemoval } from './conduct/incidents.js';
import type { Deps } from './deps.js';
import { followUps } from './follow-up.js';
import type { Groups } from './groups.js';
import { afterRemoval } from './people/bans.js';
import { stageAll } from './record.js';
import { renamed, withoutPhones } from './register/settled.js';

interface Settling {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly planned: PlannedAction;
  readonly outcome: Outcome;
  readonly records: Records;
}

/** Records what came of an action, and plans what follows from it; nothing where it was recorded already. */
export async function settled(settling: Settling): Promise<readonly PlannedAction[]> {
  const { deps, groups, planned, outcome, records } = settling;
  const at = deps.clock.now();
  if (!(await records.settle(planned.id, outcome, at))) return [];
  await auditSettled(settling, at);
  if (outcome.kind === 'refused') {
    deps.log.warn(
      { action: planned.id, kind: planned.action.kind, reason: outcome.reason },
      'action refused',
    );
  }
  await withoutPhones(records, planned);
  await askedOnce(settling);
  await removedOnce(settling);
  await unheard(settling, at);
  const state = planned.groupId === null ? null : groups.get(planned.groupId);
  if (state === null || planned.stage === 'shadow') return [];
  if (keptBack(settling)) return leftToTheOwner(settling, at);
  const { action } = planned;
  if (action.kind === 'rename' && outcome.kind === 'done') await renamed(records, state, { ...action, at });
  const next = followUps(planned.action, outcome, { groupName: state.group.name, now: at });
  if (next.length === 0) return [];
  // It was really done, if by a person's command in a watched group: what follows is really told.
  const live = stageAll(state, next, at).map((one) => ({ ...one, stage: 'live' as const }));
  if (planned.caseId !== null && next.some((one) => one.kind === 'request'))
    await reopen(records, planned.caseId, at);
  return records.plan(live, planned.caseId, at);
}

/** While many do the same at once, what is done about each is counted and told at the end. */
function keptBack({ deps, planned, outcome }: Settling): boolean {
  const { action } = planned;
  if (action.kind === 'recall') return deps.incidents.massIn(action.groupId) !== null;
  if (action.kind !== 'remove' || action.decidedBy === 'person') return false;
  return sawRemoval(deps, action, outcome);
}

/** Whom the brake or the platform kept in the group nobody asks about one by one: the cases stand open, which the end of the incident says. */
async function leftToTheOwner({ planned, outcome, records }: Settling, at: Instant): Promise<readonly []> {
  if (planned.action.kind === 'remove' && outcome.kind === 'refused' && planned.caseId !== null)
    await reopen(records, planned.caseId, at);
  return [];
}

/** A warning that nobody got to hear is no step of the ladder. */
async function unheard({ planned, outcome, records }: Settling, at: Instant): Promise<void> {
  if (planned.action.kind !== 'warn' || planned.caseId === null || outcome.kind !== 'refused') return;
  if (outcome.reason === 'late' || outcome.reason === 'cut-off')
    await records.reverseStrikes(planned.caseId, at, outcome.reason);
}

/** A removal that was done is remembered, so that a return is noticed. */
async function removedOnce({ deps, planned, outcome, records }: Settling): Promise<void> {
  const { action, stage } = planned;
  if (action.kind === 'remove' && outcome.kind === 'done' && stage === 'live')
    await afterRemoval(records, action, deps.clock.now());
}

/** A question that went out is looked at again. */
async function askedOnce({ deps, planned, outcome, records }: Settling): Promise<void> {
  const { action, stage } = planned;
  if (action.kind === 'request' && outcome.kind === 'done' && stage === 'live')
    await lookAgain(deps, records, action);
}

/** Somebody is asked again, so an answer must be possible again. */
async function reopen(records: Records, caseId: number, at: Instant): Promise<void> {
  await records.moveCase(
    { caseId, at, kind: 'reopened', actor: 'bot', reason: '' },
    ['closed', 'confirmed'],
    'open',
  );
}

function auditSettled({ records, planned, outcome }: Settling, at: Instant): Promise<void> {
  return records.audit({
    at,
    actor: 'bot',
    kind: 'action-settled',
    groupId: planned.groupId,
    data: {
      action: planned.id,
      kind: planned.action.kind,
      case: planned.caseId,
      stage: planned.stage,
      outcome: outcome.kind,
      reason: outcome.kind === 'refused' ? outcome.reason : null,
    },
  });
}

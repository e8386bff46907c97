import type { Action, Outcome, PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import type { Records } from '../ports.js';
import { lookAgain } from './alarms/ask-again.js';
import { type Deps, LEASE } from './deps.js';
import { sawRemoval } from './conduct/incidents.js';
import { removalBrake } from './brake.js';
import { followUps } from './follow-up.js';
import type { Groups } from './groups.js';
import { createOutbox, isPaced, type Outbox } from './outbox.js';
import { afterRemoval } from './people/bans.js';
import { withFreshCards } from './card-fresh.js';
import { perform } from './perform.js';
import { stageAll } from './record.js';
import { renamed, withoutPhones } from './register/settled.js';

/** What is planned and not done yet. */
export interface Waiting {
  readonly actions: number;
  /** Null when nothing waits; in the past where something is overdue. */
  readonly oldestDueAt: Instant | null;
}

/** Does what was planned, in order and paced, and records each outcome. */
export interface Dispatch {
  /** Takes up what an earlier process left: planned actions are done, those cut off between doing and recording are not repeated. */
  resume(): Promise<void>;
  add(planned: readonly PlannedAction[]): void;
  drop(ids: readonly number[]): void;
  nextDue(): Instant;
  waiting(): Waiting;
  /** Does everything that may be done at the clock's now. */
  run(): Promise<void>;
}

const RETRIES = 2;
const REPORT_RETRIES = 8;
const RETRY_AFTER: Instant = 15_000;

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly outbox: Outbox;
  /** Claimed by this process and tried in vain so far. */
  readonly tries: Map<number, number>;
  /** Claimed by a process that may have died between doing and recording. */
  readonly cutOff: Set<number>;
}

export function createDispatch(deps: Deps, groups: Groups): Dispatch {
  const outbox = createOutbox(deps.pace);
  const parts: Parts = { deps, groups, outbox, tries: new Map(), cutOff: new Set() };
  return {
    async resume() {
      const now = deps.clock.now();
      for (const { planned, claimed } of await deps.store.unsettled()) {
        if (claimed) parts.cutOff.add(planned.id);
        outbox.add([claimed ? { ...planned, dueAt: now + LEASE } : planned]);
      }
    },
    add: (planned) => outbox.add(planned),
    drop: (ids) => outbox.drop(ids),
    nextDue: () => outbox.nextDue(),
    waiting: () => ({ actions: outbox.size(), oldestDueAt: outbox.oldestDueAt() }),
    async run() {
      for (let next = outbox.take(deps.clock.now()); next !== null; next = outbox.take(deps.clock.now())) {
        await guarded(parts, next);
      }
    },
  };
}

/** A store that fails must not lose the action: it comes again when its claim has lapsed, as one that was cut off. */
async function guarded(parts: Parts, planned: PlannedAction): Promise<void> {
  try {
    await attempt(parts, planned);
  } catch (error) {
    parts.cutOff.add(planned.id);
    parts.outbox.add([{ ...planned, dueAt: parts.deps.clock.now() + LEASE }]);
    throw error;
  }
}

async function attempt(parts: Parts, planned: PlannedAction): Promise<void> {
  const { deps, groups, outbox, tries, cutOff } = parts;
  const { live, shadow } = deps.platforms;
  if (planned.stage === 'shadow') return settle(parts, planned, await perform(shadow, planned.action));
  const now = deps.clock.now();
  const mine = tries.has(planned.id) || (await deps.store.claim(planned.id, deps.worker, now, now + LEASE));
  if (!mine) return;
  if (cutOff.delete(planned.id) && !isRepeatable(planned.action)) {
    return settle(parts, planned, { kind: 'uncertain' });
  }
  const action = await withFreshCards(deps, groups, planned.action);
  if (action === null) return settle(parts, planned, { kind: 'cancelled' });
  const outcome = (await brakeOn(deps, groups, action)) ?? (await perform(live, action, deps.attach));
  if (isPaced(planned)) outbox.sent(planned.action, deps.clock.now());
  if (!mayRetry(parts, planned, outcome)) await settle(parts, planned, outcome);
}

/** A robot is down longer than a chat hiccups. */
function triesOf(action: Action): number {
  return action.kind === 'report' ? REPORT_RETRIES : RETRIES;
}

/** What failed for no known reason is tried again, a little later each time. */
function mayRetry({ deps, outbox, tries }: Parts, planned: PlannedAction, outcome: Outcome): boolean {
  const tried = (tries.get(planned.id) ?? 0) + 1;
  if (outcome.kind !== 'refused' || outcome.reason !== 'failed' || tried > triesOf(planned.action))
    return false;
  tries.set(planned.id, tried);
  outbox.add([{ ...planned, dueAt: deps.clock.now() + RETRY_AFTER * tried }]);
  return true;
}

async function settle(
  { deps, groups, outbox, tries }: Parts,
  planned: PlannedAction,
  outcome: Outcome,
): Promise<void> {
  tries.delete(planned.id);
  outbox.add(await deps.store.transaction((records) => settled({ deps, groups, planned, outcome, records })));
  deps.meter.settled(planned, outcome);
}

/**
 * Removing or accepting twice is doing it once; a request asked again harms nobody. Everything else that was cut off between doing and
 * recording stays `uncertain`: a warning missed is better than one given twice.
 */
function isRepeatable(action: Action): boolean {
  return action.kind === 'remove' || action.kind === 'request' || action.kind === 'accept';
}

interface Settling {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly planned: PlannedAction;
  readonly outcome: Outcome;
  readonly records: Records;
}

async function settled(settling: Settling): Promise<readonly PlannedAction[]> {
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
  const state = planned.groupId === null ? null : groups.get(planned.groupId);
  if (state === null || planned.stage === 'shadow') return [];
  if (keptBack(deps, planned.action)) return [];
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
function keptBack(deps: Deps, action: Action): boolean {
  if (action.kind === 'recall') return deps.incidents.massIn(action.groupId) !== null;
  if (action.kind !== 'remove' || action.decidedBy === 'person') return false;
  return sawRemoval(deps, action.groupId, action.member.id);
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

/** Removals that no person confirmed stop at the brake; the owner is asked about the rest. Null: go on. */
async function brakeOn(deps: Deps, groups: Groups, action: Action): Promise<Outcome | null> {
  if (action.kind !== 'remove' || action.decidedBy === 'person') return null;
  const state = groups.get(action.groupId);
  if (state === null || !(await removalBrake(deps, state, deps.clock.now())).holds) return null;
  // Gone already: done by a process that was cut off before it could say so, or by hand. Nothing is left to hold back.
  if ((await deps.platforms.live.member(action.groupId, action.member.id)) === null) return null;
  return { kind: 'refused', reason: 'brake', detail: 'daily limit of removals reached' };
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

import type { Action, Outcome, PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import type { Unsettled } from '../ports/cluster.js';
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
  resume(waiting: readonly Unsettled[]): void;
  add(planned: readonly PlannedAction[]): void;
  drop(ids: readonly number[]): void;
  /** Leaves what this process may not do any more to whoever may. What it has done already it still records. */
  leave(): void;
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
  /** Done by this process and not recorded yet: the store did not answer. */
  readonly done: Map<number, Outcome>;
  /** Being done at the moment. */
  readonly underWay: Set<number>;
}

export function createDispatch(deps: Deps, groups: Groups): Dispatch {
  const outbox = createOutbox(deps.pace);
  const parts: Parts = {
    deps,
    groups,
    outbox,
    tries: new Map(),
    cutOff: new Set(),
    done: new Map(),
    underWay: new Set(),
  };
  return {
    resume: (waiting) => resume(parts, waiting),
    add: (planned) => add(parts, planned),
    drop: (ids) => outbox.drop(ids),
    leave: () => outbox.keep((planned) => parts.done.has(planned.id) || deps.leadership.performs(planned)),
    nextDue: () => outbox.nextDue(),
    waiting: () => ({ actions: outbox.size(), oldestDueAt: outbox.oldestDueAt() }),
    async run() {
      for (let next = outbox.take(deps.clock.now()); next !== null; next = outbox.take(deps.clock.now())) {
        await guarded(parts, next);
      }
    },
  };
}

function resume({ deps, outbox, cutOff, underWay }: Parts, waiting: readonly Unsettled[]): void {
  const now = deps.clock.now();
  const known = outbox.ids();
  const fresh = waiting.filter(({ planned: { id } }) => !underWay.has(id) && !known.has(id));
  for (const { planned, claimed } of fresh) if (claimed) cutOff.add(planned.id);
  outbox.add(fresh.map(({ planned, claimed }) => (claimed ? { ...planned, dueAt: now + LEASE } : planned)));
}

/** What another process is to do is left to it. */
function add({ deps, outbox }: Parts, planned: readonly PlannedAction[]): void {
  if (planned.length === 0) return;
  const { leadership } = deps;
  outbox.add(planned.filter((one) => leadership.performs(one)));
  for (const one of planned) if (!leadership.performs(one)) leadership.handOver(one.groupId);
}

/**
 * A store that fails must not lose the action: it comes again when its claim has lapsed. What was done and could not be recorded is only
 * recorded then.
 */
async function guarded(parts: Parts, planned: PlannedAction): Promise<void> {
  parts.underWay.add(planned.id);
  try {
    await attempt(parts, planned);
  } catch (error) {
    parts.outbox.add([{ ...planned, dueAt: parts.deps.clock.now() + LEASE }]);
    throw error;
  } finally {
    parts.underWay.delete(planned.id);
  }
}

async function attempt(parts: Parts, planned: PlannedAction): Promise<void> {
  const { deps, tries, cutOff, done } = parts;
  const known = done.get(planned.id);
  if (known !== undefined) return settle(parts, planned, known);
  if (!deps.leadership.performs(planned)) return void tries.delete(planned.id);
  if (planned.stage === 'shadow')
    return settle(parts, planned, await perform(deps.platforms.shadow, planned.action));
  const now = deps.clock.now();
  const mine = tries.has(planned.id) || (await deps.store.claim(planned.id, deps.worker, now, now + LEASE));
  if (!mine) return;
  if (cutOff.delete(planned.id) && !isRepeatable(planned.action)) {
    return settle(parts, planned, { kind: 'uncertain' });
  }
  await carryOut(parts, planned);
}

/** Does what this process has claimed. */
async function carryOut(parts: Parts, planned: PlannedAction): Promise<void> {
  const { deps, groups, outbox, done } = parts;
  const action = await withFreshCards(deps, groups, planned.action);
  if (action === null) return settle(parts, planned, { kind: 'cancelled' });
  const stopped = await brakeOn(deps, groups, action);
  // The lead may have been lost while the store was asked; whoever has it now comes to this action when the claim has lapsed.
  if (!deps.leadership.performs(planned)) return;
  const outcome = stopped ?? (await perform(deps.platforms.live, action, deps.attach));
  if (isPaced(planned)) outbox.sent(planned.action, deps.clock.now());
  if (mayRetry(parts, planned, outcome)) return;
  done.set(planned.id, outcome);
  await settle(parts, planned, outcome);
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

async function settle(parts: Parts, planned: PlannedAction, outcome: Outcome): Promise<void> {
  const { deps, groups, tries, done } = parts;
  tries.delete(planned.id);
  const next = await deps.store.transaction((records) =>
    settled({ deps, groups, planned, outcome, records }),
  );
  done.delete(planned.id);
  add(parts, next);
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

import type { Action, PlannedAction } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import type { Instant } from '../core/model/instant.js';
import type { SettledAction } from '../ports.js';
import type { Unsettled } from '../ports/cluster.js';
import { type Deps, LEASE } from './deps.js';
import type { Groups } from './groups.js';
import { createOutbox, isPaced, type Outbox } from './outbox.js';
import { withFreshCards } from './card-fresh.js';
import { perform } from './perform.js';
import { settled } from './settle.js';
import { stoppedBy } from './stopped.js';

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
  /** Takes into account what an earlier process has just said: a restart is no leave to speak faster. */
  remember(done: readonly SettledAction[]): void;
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
  /** When that fell due which could not be tried for want of a line. */
  readonly waitsSince: Map<number, Instant>;
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
    waitsSince: new Map(),
    cutOff: new Set(),
    done: new Map(),
    underWay: new Set(),
  };
  return {
    resume: (waiting) => resume(parts, waiting),
    remember(done) {
      for (const { planned, settledAt } of done)
        if (isPaced(planned) && settledAt !== null) outbox.sent(planned.action, settledAt);
    },
    add: (planned) => add(parts, planned),
    drop: (ids) => outbox.drop(ids),
    leave: () => outbox.keep((planned) => parts.done.has(planned.id) || deps.leadership.performs(planned)),
    nextDue: () => outbox.nextDue(),
    waiting: () => ({ actions: outbox.size(), oldestDueAt: outbox.oldestDueAt() }),
    async run() {
      // A line that breaks under way, or a platform that forbids sending, ends the run; what is left waits.
      while (deps.mayAct()) {
        const now = deps.clock.now();
        const next = outbox.take(now);
        if (next === null) return;
        await (next.stage === 'shadow'
          ? together(parts, [next, ...alike(outbox, now)])
          : guarded(parts, next));
      }
    },
  };
}

/** What nobody hears is only recorded: many of them reach the disk together. */
const SHADOWS_AT_ONCE = 50;

/** More of what would only have been done in watched groups, as far as it comes next. */
function alike(outbox: Outbox, now: Instant): readonly PlannedAction[] {
  const more: PlannedAction[] = [];
  while (more.length < SHADOWS_AT_ONCE - 1) {
    const next = outbox.takeShadow(now);
    if (next === null) break;
    more.push(next);
  }
  return more;
}

/** One that fails does not stop the others; it is told when all are over. */
async function together(parts: Parts, planned: readonly PlannedAction[]): Promise<void> {
  const ends = await Promise.allSettled(planned.map((one) => guarded(parts, one)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function resume({ deps, outbox, cutOff, underWay }: Parts, waiting: readonly Unsettled[]): void {
  const now = deps.clock.now();
  const known = outbox.ids();
  const fresh = waiting.filter(({ planned: { id } }) => !underWay.has(id) && !known.has(id));
  for (const { planned, claimed } of fresh) {
    if (!claimed) continue;
    cutOff.add(planned.id);
    // It may have been said just before the end.
    if (isPaced(planned)) outbox.sent(planned.action, now);
  }
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
  if (!mine) return later(parts, planned);
  const begun = cutOff.delete(planned.id) ? 'cut-off' : 'now';
  if (begun === 'cut-off' && !isRepeatable(planned.action)) {
    return settle(parts, planned, { kind: 'uncertain' });
  }
  await carryOut(parts, planned, begun);
}

/**
 * Somebody else has claimed it, who may end before it is done: it is looked at again when that claim has lapsed. Or it was settled
 * meanwhile, and nothing is left to do.
 */
async function later({ deps, outbox, cutOff }: Parts, planned: PlannedAction): Promise<void> {
  const { store, clock } = deps;
  const open = await (planned.caseId === null ? store.unsettled() : store.unsettledOfCase(planned.caseId));
  if (!open.some((one) => one.planned.id === planned.id)) return;
  cutOff.add(planned.id);
  outbox.add([{ ...planned, dueAt: clock.now() + LEASE }]);
}

/** Does what this process has claimed. */
async function carryOut(parts: Parts, planned: PlannedAction, begun: 'now' | 'cut-off'): Promise<void> {
  const { deps, outbox, done } = parts;
  const action = await actionNow(parts, planned.action, begun);
  if (action === null) return settle(parts, planned, { kind: 'cancelled' });
  const since = parts.waitsSince.get(planned.id) ?? planned.dueAt;
  const stopped = await stoppedBy(parts, { action, since });
  // The lead may have been lost while the store was asked; whoever has it now comes to this action when the claim has lapsed.
  if (!deps.leadership.performs(planned)) return;
  const outcome = stopped ?? (await perform(deps.platforms.live, action, deps.attach));
  if (isPaced(planned)) outbox.sent(planned.action, deps.clock.now());
  if (mayRetry(parts, planned, outcome)) return;
  done.set(planned.id, outcome);
  await settle(parts, planned, outcome);
}

/** Null: nothing is left to do. A removal that was cut off and whose member is gone was done, whatever the card was. */
async function actionNow(
  { deps, groups }: Parts,
  action: Action,
  begun: 'now' | 'cut-off',
): Promise<Action | null> {
  const fresh = await withFreshCards(deps, groups, action);
  if (fresh !== null || begun === 'now' || action.kind !== 'remove') return fresh;
  return (await deps.platforms.live.member(action.groupId, action.member.id)) === null ? action : null;
}

/** A robot is down longer than a chat hiccups. */
function triesOf(action: Action): number {
  return action.kind === 'report' ? REPORT_RETRIES : RETRIES;
}

/** What failed for no known reason is tried again, a little later each time. */
function mayRetry(
  { deps, outbox, tries, waitsSince }: Parts,
  planned: PlannedAction,
  outcome: Outcome,
): boolean {
  if (outcome.kind === 'refused' && outcome.reason === 'offline') {
    // Nothing was tried: it counts as no try.
    tries.set(planned.id, tries.get(planned.id) ?? 0);
    waitsSince.set(planned.id, waitsSince.get(planned.id) ?? planned.dueAt);
    outbox.add([{ ...planned, dueAt: deps.clock.now() + RETRY_AFTER }]);
    return true;
  }
  const tried = (tries.get(planned.id) ?? 0) + 1;
  if (outcome.kind !== 'refused' || outcome.reason !== 'failed' || tried > triesOf(planned.action))
    return false;
  tries.set(planned.id, tried);
  outbox.add([{ ...planned, dueAt: deps.clock.now() + RETRY_AFTER * tried }]);
  return true;
}

async function settle(parts: Parts, planned: PlannedAction, outcome: Outcome): Promise<void> {
  const { deps, groups, tries, waitsSince, done } = parts;
  tries.delete(planned.id);
  waitsSince.delete(planned.id);
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

import type { Action, PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import {
  earliest,
  FRESH_PACE,
  PACE,
  type PaceLimits,
  type PaceState,
  recordSent,
  withoutFuture,
} from '../core/policy/pace.js';

/** The planned actions that this process still has to do, paced like a person. Mirrors the store's table; decides only order. */
export interface Outbox {
  add(planned: readonly PlannedAction[]): void;
  drop(ids: readonly number[]): void;
  /** The earliest instant at which something may be done; Infinity when nothing waits. */
  nextDue(): Instant;
  /** Takes the next action that may be done at `now`; null when none may. */
  take(now: Instant): PlannedAction | null;
  /** The same, only where it is one that nobody hears. */
  takeShadow(now: Instant): PlannedAction | null;
  ids(): ReadonlySet<number>;
  /** Lets go of all others. */
  keep(wanted: (planned: PlannedAction) => boolean): void;
  /** Notes that a line went out. */
  sent(action: Action, at: Instant): void;
  size(): number;
  /** The earliest due instant of what waits, pauses apart; null when nothing waits. */
  oldestDueAt(): Instant | null;
}

interface Waiting {
  readonly planned: PlannedAction;
  readonly target: string;
  readonly rank: number;
  readonly isPaced: boolean;
}

export function createOutbox(limits: PaceLimits = PACE): Outbox {
  let waiting: Waiting[] = [];
  let next: Instant | null = null;
  const pacing = createPacing(limits);
  const { readyAt } = pacing;
  const taken = (now: Instant, isWanted: (planned: PlannedAction) => boolean): PlannedAction | null => {
    pacing.lookAt(now);
    const at = firstReady(waiting, now, readyAt);
    const found = at < 0 ? undefined : waiting[at];
    if (found === undefined || !isWanted(found.planned)) return null;
    waiting.splice(at, 1);
    next = null;
    return found.planned;
  };
  return {
    add(planned) {
      if (planned.length === 0) return;
      for (const one of planned) insert(waiting, waitingOf(one));
      next = null;
    },
    drop(ids) {
      waiting = waiting.filter((one) => !ids.includes(one.planned.id));
      next = null;
    },
    keep(wanted) {
      waiting = waiting.filter(({ planned }) => wanted(planned));
      next = null;
    },
    ids: () => new Set(waiting.map(({ planned }) => planned.id)),
    nextDue() {
      next ??= soonest(waiting, readyAt);
      return next;
    },
    take: (now) => taken(now, () => true),
    takeShadow: (now) => taken(now, ({ stage }) => stage === 'shadow'),
    sent(action, at) {
      pacing.sent(targetOf(action), at);
      next = null;
    },
    size: () => waiting.length,
    oldestDueAt: () => oldestOf(waiting),
  };
}

interface Pacing {
  readonly readyAt: ReadyAt;
  /** Lines said later than now were said by a clock that was put back. */
  readonly lookAt: (now: Instant) => void;
  readonly sent: (target: string, at: Instant) => void;
}

function createPacing(limits: PaceLimits): Pacing {
  let pace: PaceState = FRESH_PACE;
  /** Before which a target hears nothing, by what was said so far: thousands may wait for the same few. */
  const pauses = new Map<string, Instant>();
  const pauseOf = (target: string): Instant => {
    const known = pauses.get(target);
    if (known !== undefined) return known;
    const until = earliest(pace, { target, seed: seedOf(pace) }, { now: -Infinity, limits });
    pauses.set(target, until);
    return until;
  };
  const set = (fresh: PaceState): void => {
    if (fresh === pace) return;
    pace = fresh;
    pauses.clear();
  };
  return {
    readyAt: (one, now) => (one.isPaced ? Math.max(now, pauseOf(one.target)) : now),
    lookAt: (now) => set(withoutFuture(pace, now)),
    sent: (target, at) => set(recordSent(pace, target, at)),
  };
}

function oldestOf(waiting: readonly Waiting[]): Instant | null {
  if (waiting.length === 0) return null;
  return waiting.reduce((least, { planned }) => Math.min(least, planned.dueAt), Infinity);
}

type ReadyAt = (one: Waiting, now: Instant) => Instant;

/** Lines of a lower rank wait while one of a higher rank waits for its pause: an alert is not talked down by routine. */
function foremost(waiting: readonly Waiting[], now: Instant): readonly Waiting[] {
  const due: Waiting[] = [];
  for (const one of waiting) {
    // They stand in order of rank: behind the first that is due only its own rank counts.
    if (due[0] !== undefined && one.rank !== due[0].rank) break;
    if (one.planned.dueAt <= now) due.push(one);
  }
  return due;
}

/** Where the first of the foremost stands that may go out now; -1: none. Stops at it, however many wait behind. */
function firstReady(waiting: readonly Waiting[], now: Instant, readyAt: ReadyAt): number {
  let rank: number | null = null;
  for (const [at, one] of waiting.entries()) {
    if (rank !== null && one.rank !== rank) return -1;
    if (one.planned.dueAt > now) continue;
    rank = one.rank;
    if (readyAt(one, now) <= now) return at;
  }
  return -1;
}

/** The first instant at which one of the foremost may go out. Each round moves on to a higher rank, or ends. */
function soonest(waiting: readonly Waiting[], readyAt: ReadyAt): Instant {
  let at = waiting.reduce((least, one) => Math.min(least, readyAt(one, one.planned.dueAt)), Infinity);
  for (let ready = Infinity; at < Infinity; at = ready) {
    const now = at;
    ready = foremost(waiting, now).reduce((least, one) => Math.min(least, readyAt(one, now)), Infinity);
    if (ready <= now) return now;
  }
  return at;
}

/** One pause for all that wait, so that lines to one target keep their order. */
function seedOf({ sent }: PaceState): number {
  return sent.at(-1)?.at ?? 0;
}

function waitingOf(planned: PlannedAction): Waiting {
  const { action } = planned;
  return { planned, target: targetOf(action), rank: rankOf(action), isPaced: isPaced(planned) };
}

/** Where it belongs, found by halves; behind those that are its equals. */
function insert(waiting: Waiting[], one: Waiting): void {
  let [from, to] = [0, waiting.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = waiting[middle];
    if (there !== undefined && inOrder(there, one) <= 0) from = middle + 1;
    else to = middle;
  }
  waiting.splice(from, 0, one);
}

/** Answers to people first, then what an owner should know, then the rest; within a rank in the order of planning. */
function inOrder(a: Waiting, b: Waiting): number {
  return a.rank - b.rank || a.planned.id - b.planned.id;
}

function rankOf(action: Action): number {
  switch (action.kind) {
    case 'reply':
    case 'accept':
    case 'introduce':
      return 0;
    case 'alert':
    case 'request':
    case 'remove':
    case 'recall':
      return 1;
    case 'tell':
      return action.urgency === 'at-once' ? 1 : 2;
    case 'warn':
    case 'removal-notice':
    case 'removal-report':
    case 'notice-note':
    case 'notice-advice':
    case 'notice-cleared':
    case 'card-note':
    case 'card-roll':
    case 'reversed':
    case 'digest':
    case 'rename':
    case 'announce':
    case 'invite':
    case 'report':
      return 2;
  }
}

/** What nobody hears is not paced. */
export function isPaced(planned: PlannedAction): boolean {
  return (
    planned.stage === 'live' &&
    planned.action.kind !== 'accept' &&
    planned.action.kind !== 'report' &&
    planned.action.kind !== 'introduce'
  );
}

function targetOf(action: Action): string {
  if ('to' in action && action.to !== null) return `person:${action.to.id}`;
  if (action.kind === 'notice-advice' || action.kind === 'reversed') return `person:${action.member.id}`;
  return `group:${action.groupId ?? ''}`;
}

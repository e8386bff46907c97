import type { Action, PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import { auditCards } from './audit-cards.js';
import type { Calendar } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState, type Groups, refresh } from './groups.js';
import { stageAll } from './record.js';
import { totalsOf, weekBefore } from './week.js';

const AUDIT_AT = 'daily 10:00';
/** Digests of weeks that passed while the bot was down are made up for, up to this many. */
const CATCH_UP = 4;

/** What runs by the calendar: the audit of cards each day, the digest each week. Each due time is done once, also after downtime. */
export interface Jobs {
  /** The earliest due time; Infinity while no group is known. */
  nextDue(): Instant;
  /** Takes up a group: what fell due while the bot was away is due now. */
  watch(state: GroupState): Promise<void>;
  forget(groupId: string): void;
  run(): Promise<readonly PlannedAction[]>;
}

interface Job {
  readonly key: string;
  readonly groupId: string;
  readonly kind: 'audit' | 'digest';
  dueAt: Instant;
}

export function createJobs(deps: Deps, groups: Groups): Jobs {
  let jobs: Job[] = [];
  let next: Instant = Infinity;
  const renew = (): void => {
    next = jobs.reduce((least, job) => Math.min(least, job.dueAt), Infinity);
  };
  const dueBy = (now: Instant): readonly Job[] => jobs.filter((job) => job.dueAt <= now);
  const runOne = async (job: Job, now: Instant): Promise<readonly PlannedAction[]> => {
    const state = groups.get(job.groupId);
    const dueAt = job.dueAt;
    if (state === null) return [];
    job.dueAt = nextDueOf(deps.calendar, scheduleOf(state, job.kind), dueAt);
    // Only the latest of several missed audits matters; a digest is owed for each week.
    if (job.kind === 'audit' && job.dueAt <= now) return [];
    if (!(await deps.store.takeJob(job.key, dueAt))) return [];
    return job.kind === 'audit' ? auditCards(deps, state, now) : digestOf(deps, state, dueAt);
  };
  return {
    nextDue: () => next,
    async watch(state) {
      jobs = jobs.filter((job) => job.groupId !== state.group.id);
      jobs.push(await jobOf(deps, state, 'audit'), await jobOf(deps, state, 'digest'));
      renew();
    },
    forget(groupId) {
      jobs = jobs.filter((job) => job.groupId !== groupId);
      renew();
    },
    async run() {
      const now = deps.clock.now();
      const planned: PlannedAction[] = [];
      // A job that was missed several times falls due again at once.
      for (let due = dueBy(now); due.length > 0; due = dueBy(now)) {
        for (const job of due) planned.push(...(await runOne(job, now)));
      }
      renew();
      return planned;
    },
  };
}

async function jobOf(deps: Deps, state: GroupState, kind: Job['kind']): Promise<Job> {
  const key = `${kind}:${state.group.id}`;
  const done = (await deps.store.job(key))?.lastDueAt ?? state.firstSeenAt;
  const dueAt = nextDueOf(deps.calendar, scheduleOf(state, kind), Math.max(done, oldest(deps, state, kind)));
  return { key, groupId: state.group.id, kind, dueAt };
}

function oldest(deps: Deps, state: GroupState, kind: Job['kind']): Instant {
  const { expression, timezone } = scheduleOf(state, kind);
  let at = deps.clock.now();
  for (let back = 0; back < CATCH_UP; back += 1) at = deps.calendar.previous(expression, timezone, at) - 1;
  return at;
}

function nextDueOf(calendar: Calendar, { expression, timezone }: Schedule, after: Instant): Instant {
  return calendar.next(expression, timezone, after);
}

interface Schedule {
  readonly expression: string;
  readonly timezone: string;
}

function scheduleOf(state: GroupState, kind: Job['kind']): Schedule {
  const { at, timezone } = state.settings.digest;
  return { expression: kind === 'audit' ? AUDIT_AT : at, timezone };
}

async function digestOf(deps: Deps, state: GroupState, dueAt: Instant): Promise<readonly PlannedAction[]> {
  await refresh(deps, state);
  const to = responsible(state.group, appointedOf(deps, state.settings));
  if (to === null) return [];
  const totals = await totalsOf(deps.store, state, weekBefore(dueAt, state.settings.digest.timezone));
  const action: Action = { kind: 'digest', groupId: state.group.id, to: { id: to, name: to }, totals };
  const now = deps.clock.now();
  return deps.store.transaction((records) => records.plan(stageAll(state, [action], now), null, now));
}

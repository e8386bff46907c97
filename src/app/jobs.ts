import type { PlannedAction } from '../core/model/action.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import type { Deps } from './deps.js';
import type { GroupState, Groups } from './groups.js';
import { GROUP_JOBS, ORGANISATION_JOBS, type Run, type Schedule } from './job-kind.js';

/** Due times that passed while the bot was down are made up for, up to this many. */
const CATCH_UP = 4;

/** A job that failed is tried again: what failed it may pass, a database that cannot be written, say. */
const TRY_AGAIN: Instant = MINUTE;

/** What runs by the calendar. Each due time is done once, also after downtime and a crash half-way. */
export interface Jobs {
  /** The earliest due time; Infinity while no group is known. */
  nextDue(): Instant;
  /** Takes up a group: what fell due while the bot was away is due now. */
  watch(state: GroupState): Promise<void>;
  forget(groupId: string): void;
  run(): Promise<readonly PlannedAction[]>;
}

/** A job of one group (`groupId`) or of all (`null`), with its next due time. */
interface Job {
  readonly key: string;
  readonly groupId: string | null;
  readonly missed: 'latest' | 'each';
  readonly schedule: () => Schedule;
  readonly run: (run: Run) => Promise<readonly PlannedAction[]>;
  dueAt: Instant;
  /** Not before this instant, after a failure. */
  heldUntil: Instant;
}

export function createJobs(deps: Deps, groups: Groups): Jobs {
  let jobs: Job[] = [];
  let next: Instant = Infinity;
  const renew = (): void => {
    next = jobs.reduce((least, job) => Math.min(least, wakeAt(job)), Infinity);
  };
  const dueBy = (now: Instant): readonly Job[] => jobs.filter((job) => wakeAt(job) <= now);
  return {
    nextDue: () => next,
    async watch(state) {
      const { id } = state.group;
      const shared = jobs.some((job) => job.groupId === null) ? [] : sharedJobs(deps, groups);
      jobs = jobs.filter((job) => job.groupId !== id);
      for (const job of [...jobsOf(state, () => groups.get(id)), ...shared]) {
        jobs.push({ ...job, dueAt: await firstDue(deps, job, state.firstSeenAt), heldUntil: -Infinity });
      }
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
        for (const job of due) planned.push(...(await guarded(deps, job, now)));
      }
      renew();
      return planned;
    },
  };
}

function wakeAt({ dueAt, heldUntil }: Job): Instant {
  return Math.max(dueAt, heldUntil);
}

/** One that fails is logged, tried again, and does not stop the others. */
async function guarded(deps: Deps, job: Job, now: Instant): Promise<readonly PlannedAction[]> {
  try {
    const { dueAt } = job;
    const next = nextDueOf(deps, job.schedule(), dueAt);
    const planned = job.missed === 'latest' && next <= now ? [] : await runOnce(deps, job, now);
    job.dueAt = next;
    return planned;
  } catch (error) {
    job.heldUntil = now + TRY_AGAIN;
    const fault = error instanceof Error ? error.name : typeof error;
    deps.log.error({ job: job.key, error: fault }, 'job failed');
    return [];
  }
}

/** Marked as done when it is: a process that ends half-way leaves the due time to the next. */
async function runOnce(
  deps: Deps,
  { key, dueAt, run }: Job,
  now: Instant,
): Promise<readonly PlannedAction[]> {
  if (((await deps.store.job(key))?.lastDueAt ?? -Infinity) >= dueAt) return [];
  const take: Run['take'] = (records) => records.takeJob(key, dueAt);
  const planned = await run({ deps, dueAt, now, take });
  await take(deps.store);
  return planned;
}

type Fresh = Omit<Job, 'dueAt' | 'heldUntil'>;

function jobsOf(state: GroupState, current: () => GroupState | null): readonly Fresh[] {
  return GROUP_JOBS.map(({ name, missed, schedule, run }) => ({
    key: `${name}:${state.group.id}`,
    groupId: state.group.id,
    missed,
    schedule: () => schedule(current() ?? state),
    run: (one) => {
      const now = current();
      return now === null ? Promise.resolve([]) : run(one, now);
    },
  }));
}

function sharedJobs(deps: Deps, groups: Groups): readonly Fresh[] {
  return ORGANISATION_JOBS.map(({ name, missed, schedule, run }) => ({
    key: `organisation:${name}`,
    groupId: null,
    missed,
    schedule: () => schedule(deps),
    run: (one) => run(one, groups),
  }));
}

async function firstDue(deps: Deps, job: Fresh, since: Instant): Promise<Instant> {
  const done = (await deps.store.job(job.key))?.lastDueAt ?? since;
  return nextDueOf(deps, job.schedule(), Math.max(done, oldest(deps, job.schedule())));
}

function oldest(deps: Deps, { expression, timezone }: Schedule): Instant {
  let at = deps.clock.now();
  for (let back = 0; back < CATCH_UP; back += 1) at = deps.calendar.previous(expression, timezone, at) - 1;
  return at;
}

function nextDueOf(deps: Deps, { expression, timezone }: Schedule, after: Instant): Instant {
  return deps.calendar.next(expression, timezone, after);
}

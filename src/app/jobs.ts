import type { PlannedAction } from '../core/model/action.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import type { Deps } from './deps.js';
import type { GroupState, Groups } from './groups.js';
import { GROUP_JOBS, ORGANISATION_JOBS, type Run, type Schedule } from './job-kind.js';
import { createTimetable, type Entry } from './timetable.js';

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

/** A job of one group or of all, with its next due time. */
interface Job extends Entry {
  readonly key: string;
  readonly missed: 'latest' | 'each';
  readonly schedule: () => Schedule;
  readonly run: (run: Run) => Promise<readonly PlannedAction[]>;
}

export function createJobs(deps: Deps, groups: Groups): Jobs {
  const table = createTimetable<Job>();
  return {
    nextDue: () => table.nextDue(),
    async watch(state) {
      const { id } = state.group;
      const own = jobsOf(state, () => groups.get(id));
      table.put(id, await taken(deps, own, state.firstSeenAt));
      if (!table.has(null)) table.put(null, await taken(deps, sharedJobs(deps, groups), state.firstSeenAt));
    },
    forget: (groupId) => table.drop(groupId),
    async run() {
      const now = deps.clock.now();
      const planned: PlannedAction[] = [];
      // A job that was missed several times falls due again at once.
      for (let due = table.dueBy(now); due.length > 0; due = table.dueBy(now)) {
        for (const job of due) planned.push(...(await guarded(deps, job, now)));
      }
      table.renew();
      return planned;
    },
  };
}

async function taken(deps: Deps, fresh: readonly Fresh[], since: Instant): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const job of fresh)
    jobs.push({ ...job, dueAt: await firstDue(deps, job, since), heldUntil: -Infinity });
  return jobs;
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

type Fresh = Omit<Job, keyof Entry>;

function jobsOf(state: GroupState, current: () => GroupState | null): readonly Fresh[] {
  return GROUP_JOBS.map(({ name, missed, schedule, run }) => ({
    key: `${name}:${state.group.id}`,
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
    missed,
    schedule: () => schedule(deps),
    run: (one) => run(one, groups),
  }));
}

async function firstDue(deps: Deps, job: Fresh, since: Instant): Promise<Instant> {
  const done = (await deps.store.job(job.key))?.lastDueAt ?? since;
  const next = nextDueOf(deps, job.schedule(), done);
  // Nothing was missed: how far to go back need not be asked.
  if (next > deps.clock.now()) return next;
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

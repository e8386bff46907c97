import type { PlannedAction } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import type { Deps } from './deps.js';
import type { GroupState, Groups } from './groups.js';
import { GROUP_JOBS, ORGANISATION_JOBS, type Run, type Schedule } from './job-kind.js';

/** Due times that passed while the bot was down are made up for, up to this many. */
const CATCH_UP = 4;

/** What runs by the calendar. Each due time is done once, also after downtime. */
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
}

export function createJobs(deps: Deps, groups: Groups): Jobs {
  let jobs: Job[] = [];
  let next: Instant = Infinity;
  const renew = (): void => {
    next = jobs.reduce((least, job) => Math.min(least, job.dueAt), Infinity);
  };
  const dueBy = (now: Instant): readonly Job[] => jobs.filter((job) => job.dueAt <= now);
  const runOne = async (job: Job, now: Instant): Promise<readonly PlannedAction[]> => {
    const dueAt = job.dueAt;
    job.dueAt = nextDueOf(deps, job.schedule(), dueAt);
    if (job.missed === 'latest' && job.dueAt <= now) return [];
    if (!(await deps.store.takeJob(job.key, dueAt))) return [];
    return job.run({ deps, dueAt, now });
  };
  return {
    nextDue: () => next,
    async watch(state) {
      const { id } = state.group;
      const shared = jobs.some((job) => job.groupId === null) ? [] : sharedJobs(deps, groups);
      jobs = jobs.filter((job) => job.groupId !== id);
      for (const job of [...jobsOf(state, () => groups.get(id)), ...shared]) {
        jobs.push({ ...job, dueAt: await firstDue(deps, job, state.firstSeenAt) });
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
        for (const job of due) planned.push(...(await runOne(job, now)));
      }
      renew();
      return planned;
    },
  };
}

type Fresh = Omit<Job, 'dueAt'>;

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

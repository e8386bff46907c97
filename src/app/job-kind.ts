import type { PlannedAction } from '../core/model/action.js';
import { DAY, type Instant, MINUTE } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import { auditCards } from './audit-cards.js';
import type { Deps } from './deps.js';
import { appointedOf, type Groups, type GroupState, refresh } from './groups.js';
import { organisationDigest } from './organisation-digest.js';
import type { Records } from '../ports.js';
import { reminders } from './reminders.js';
import { stageAll } from './record.js';
import { chaseRegister, followRegister, overlapReport } from './register/jobs.js';
import { totalsOf, weekBefore } from './week.js';

/** When a job falls due: `Mon 09:00`, `daily 10:00` in an IANA zone. */
export interface Schedule {
  readonly expression: string;
  readonly timezone: string;
}

/** One due time of a job. It is done again where the process ends before it is over, so each job is such that this harms nobody. */
export interface Run {
  readonly deps: Deps;
  readonly dueAt: Instant;
  readonly now: Instant;
  /**
   * Marks the due time as done, in the transaction that writes what it came to: for what must not be said twice. False: another
   * process was first. A job that does not call it is marked when it has run.
   */
  readonly take: (records: Pick<Records, 'takeJob'>) => Promise<boolean>;
}

/** What runs by the calendar for each group. `missed`: after downtime only the latest due time matters, or each is owed. */
export interface GroupJob {
  readonly name: string;
  readonly missed: 'latest' | 'each';
  readonly schedule: (state: GroupState) => Schedule;
  readonly run: (run: Run, state: GroupState) => Promise<readonly PlannedAction[]>;
}

/** What runs by the calendar once for all groups. */
export interface OrganisationJob {
  readonly name: string;
  readonly missed: 'latest' | 'each';
  readonly schedule: (deps: Deps) => Schedule;
  readonly run: (run: Run, groups: Groups) => Promise<readonly PlannedAction[]>;
}

const cardAudit: GroupJob = {
  name: 'audit',
  missed: 'latest',
  schedule: ({ settings }) => ({ expression: 'daily 10:00', timezone: settings.digest.timezone }),
  run: ({ deps, dueAt, now }, state) => auditCards(deps, state, punctual(dueAt, now)),
};

/**
 * An audit that runs a moment after its time counts as on time: its deadlines are whole days from audit to audit, and which moment it was
 * must not move one by a day.
 */
function punctual(dueAt: Instant, now: Instant): Instant {
  return now - dueAt < MINUTE ? dueAt : now;
}

const weeklyDigest: GroupJob = {
  name: 'digest',
  missed: 'each',
  schedule: ({ settings }) => ({ expression: settings.digest.at, timezone: settings.digest.timezone }),
  async run({ deps, dueAt, now, take }, state) {
    await refresh(deps, state);
    const to = responsible(state.group, appointedOf(deps, state.settings));
    if (to === null) return [];
    const totals = await totalsOf(deps.store, state, weekBefore(dueAt, state.settings.digest.timezone));
    const action = { kind: 'digest', groupId: state.group.id, to: { id: to, name: to }, totals } as const;
    return deps.store.transaction(async (records) =>
      (await take(records)) ? records.plan(stageAll(state, [action], now), null, now) : [],
    );
  },
};

/** Words are kept for a set time only (A10, D4§9(3)); counts stay. */
const forgetting: GroupJob = {
  name: 'forget',
  missed: 'latest',
  schedule: ({ settings }) => ({ expression: 'daily 04:00', timezone: settings.digest.timezone }),
  async run({ deps, now }, { group, settings }) {
    const cases = await deps.store.forgetEvidence(group.id, now - settings.evidenceDays * DAY);
    if (cases > 0) {
      const entry = { at: now, actor: 'bot', kind: 'evidence-forgotten', groupId: group.id, data: { cases } };
      await deps.store.audit(entry);
    }
    return [];
  },
};

/** The registries: every job has one line here. Of several that fall due at once the first listed runs first. */
export const GROUP_JOBS: readonly GroupJob[] = [
  cardAudit,
  followRegister,
  chaseRegister,
  weeklyDigest,
  reminders,
  forgetting,
];
export const ORGANISATION_JOBS: readonly OrganisationJob[] = [organisationDigest, overlapReport];

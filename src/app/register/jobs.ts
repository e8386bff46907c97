import type { Instant } from '../../core/model/instant.js';
import { DAY } from '../../core/model/instant.js';
import { dayText, dayNumber } from '../../core/policy/localtime.js';
import { DEFAULT_DIGEST } from '../../core/policy/settings.js';
import type { Deps } from '../deps.js';
import { type GroupState, refresh } from '../groups.js';
import type { GroupJob, OrganisationJob } from '../job-kind.js';
import { stageAll } from '../record.js';
import { tellPerson } from '../tell.js';
import { formOf, missingOf, responsibleOf } from './form.js';
import { followGroup } from './follow.js';
import { overlapsOf } from './overlap.js';

/** When the owner is asked for what the form lacks, in days after the group was met; then never again. */
const CHASES: readonly number[] = [7, 14, 28];

/** Asks kindly and boundedly for what the filing form lacks (E四1). Only where there is an organisation to file with. */
export const chaseRegister: GroupJob = {
  name: 'register',
  missed: 'latest',
  schedule: ({ settings }) => ({ expression: 'daily 10:30', timezone: settings.digest.timezone }),
  async run({ deps, now }, state) {
    if (!isFiled(deps)) return [];
    await refresh(deps, state);
    const to = responsibleOf(deps, state);
    if (to === null) return [];
    return deps.store.transaction(async (records) => {
      const form = await formOf(records, state);
      const missing = missingOf(form, await records.posts(state.group.id));
      if (form.standing === 'ended' || missing.length === 0 || !isDue(form.chases, state, now)) return [];
      const chases = form.chases + 1;
      await records.putForm({ ...form, chases });
      const last = chases === CHASES.length;
      const telling = { kind: 'register-missing', groupName: state.group.name, missing, last } as const;
      return records.plan(stageAll(state, [tellPerson(state.group.id, to, telling)], now), null, now);
    });
  },
};

function isFiled({ organisation }: Deps): boolean {
  return organisation.name !== '' || organisation.admins.length > 0;
}

function isDue(chases: number, { firstSeenAt }: GroupState, now: Instant): boolean {
  const days = CHASES[chases];
  return days !== undefined && now - firstSeenAt >= days * DAY;
}

/** Names and owners change unseen where an event was lost: the register looks for itself once a day. */
export const followRegister: GroupJob = {
  name: 'follow',
  missed: 'latest',
  schedule: ({ settings }) => ({ expression: 'daily 10:20', timezone: settings.digest.timezone }),
  async run({ deps, now }, state) {
    await refresh(deps, state);
    return followGroup({ deps, state, at: now, byId: null });
  },
};

/** The organisation's staff hear on the first Monday of a month of groups that could be one; nothing where there are none. */
export const overlapReport: OrganisationJob = {
  name: 'overlap',
  missed: 'latest',
  schedule: () => ({ expression: 'Mon 09:30', timezone: DEFAULT_DIGEST.timezone }),
  async run({ deps, dueAt, now, take }, groups) {
    const { admins } = deps.organisation;
    if (admins.length === 0 || !isFirstWeek(dueAt)) return [];
    const overlaps = await overlapsOf(deps, groups);
    if (overlaps.length === 0) return [];
    const actions = admins.map((id) => tellPerson(null, { id, name: id }, { kind: 'overlaps', overlaps }));
    const fresh = actions.map((action) => ({ groupId: null, stage: 'live', dueAt: now, action }) as const);
    return deps.store.transaction(async (records) =>
      (await take(records)) ? records.plan(fresh, null, now) : [],
    );
  },
};

function isFirstWeek(at: Instant): boolean {
  const day = dayText(dayNumber(at, DEFAULT_DIGEST.timezone));
  return Number(day.slice(-2)) <= 7;
}

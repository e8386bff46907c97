import type { Action } from '../core/model/action.js';
import { byNeed } from '../core/digest/organisation.js';
import type { WeekTotals } from '../core/digest/totals.js';
import { DEFAULT_DIGEST } from '../core/policy/settings.js';
import type { OrganisationJob } from './job-kind.js';
import { tellPerson } from './tell.js';
import { totalsOf, weekBefore } from './week.js';

/** The week of all groups to the organisation's staff (row 6.5, D8§10(二)); half an hour after the owners have theirs. */
export const organisationDigest: OrganisationJob = {
  name: 'digest',
  missed: 'each',
  schedule: () => ({ expression: 'Mon 09:30', timezone: DEFAULT_DIGEST.timezone }),
  async run({ deps, dueAt, now, take }, groups) {
    const { admins } = deps.organisation;
    const { timezone } = DEFAULT_DIGEST;
    const period = weekBefore(dueAt, timezone);
    // Of a group that was met after the week there is nothing to tell.
    const states = groups
      .all()
      .filter(({ introducedAt }) => introducedAt !== null && introducedAt < period.to);
    if (admins.length === 0 || states.length === 0) return [];
    const weeks: WeekTotals[] = [];
    for (const state of states) weeks.push(await totalsOf(deps.store, state, period));
    const week = { timezone, from: period.from, to: period.to, groups: byNeed(weeks) };
    const told = admins.map((id) => {
      const action: Action = tellPerson(null, { id, name: id }, { kind: 'organisation-week', week });
      return { groupId: null, stage: 'live' as const, dueAt: now, action };
    });
    return deps.store.transaction(async (records) =>
      (await take(records)) ? records.plan(told, null, now) : [],
    );
  },
};

import type { PlannedAction } from '../core/model/action.js';
import type { Inbound } from '../core/model/event.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import { nextDaytime } from '../core/policy/daytime.js';
import { DEFAULT_DIGEST } from '../core/policy/settings.js';
import { dueAt } from '../core/policy/timing.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import { appointedOf, type Groups } from './groups.js';
import { tellPerson } from './tell.js';

/** Shorter ones are recorded, and nobody is told. */
const WORTH_TELLING: Instant = 5 * MINUTE;

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
}

type Event = Extract<Inbound, { kind: 'outage' }>;

/** The bot was away, or was not let speak: recorded, and told once to each person who answers for a group or for all of them. */
export async function outage({ deps, groups, dispatch }: Parts, event: Event): Promise<void> {
  const people = event.at - event.from < WORTH_TELLING ? [] : peopleOf(deps, groups);
  const planned = await deps.store.transaction(async (records): Promise<readonly PlannedAction[]> => {
    const data = { what: event.what, from: event.from };
    await records.audit({ at: event.at, actor: 'bot', kind: 'outage', groupId: null, data });
    return people.length === 0
      ? []
      : records.plan(
          people.map((id) => told(event, id)),
          null,
          event.at,
        );
  });
  dispatch.add(planned);
}

function peopleOf(deps: Deps, groups: Groups): readonly string[] {
  const owners = groups
    .all()
    .filter(({ introducedAt }) => introducedAt !== null)
    .map(({ group, settings }) => responsible(group, appointedOf(deps, settings)));
  return [...new Set([...owners, ...deps.organisation.admins])].filter((id) => id !== null);
}

function told({ what, from, at }: Event, id: string) {
  const { timezone } = DEFAULT_DIGEST;
  const action = tellPerson(null, { id, name: id }, { kind: 'outage', what, from, to: at, timezone });
  const due = dueAt(action, at, (instant) => nextDaytime(instant, timezone));
  return { groupId: null, stage: 'live' as const, dueAt: due, action };
}

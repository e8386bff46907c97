import { HOUR, type Instant } from '../core/model/instant.js';
import { daysUntil } from '../core/policy/span.js';
import type { Platform, Store } from '../ports.js';
import type { GroupState } from './groups.js';

/**
 * The brake on removals: a tenth of the group a day, and never the first three; in large groups so many an hour besides. It holds
 * whoever confirms; only the organisation's staff lift it.
 */
const SHARE = 0.1;
const ALWAYS = 3;
const AN_HOUR = 20;

/** What of the store and the platform it takes. */
interface BrakeDeps {
  readonly store: Pick<Store, 'unsettled'> & {
    counts(...asked: Parameters<Store['counts']>): Promise<{ readonly removals: number }>;
  };
  readonly platforms: { readonly live: Pick<Platform, 'members'> };
}

type BrakedGroup = Pick<GroupState, 'group' | 'settings'>;

export interface Brake {
  readonly holds: boolean;
  /** The most that may be removed in `span`. */
  readonly limit: number;
  readonly span: 'day' | 'hour';
  /** How many were removed today. */
  readonly removed: number;
}

/** Whether one more person may be removed now. */
export async function removalBrake(deps: BrakeDeps, state: BrakedGroup, at: Instant): Promise<Brake> {
  return brakeOf(deps, state, { at, ordered: 0 });
}

/** The same for what a person orders: what was ordered before and is still under way counts as done. */
export async function orderBrake(deps: BrakeDeps, state: BrakedGroup, at: Instant): Promise<Brake> {
  const waiting = (await deps.store.unsettled()).filter(
    ({ planned: { action, stage } }) =>
      stage === 'live' && action.kind === 'remove' && action.groupId === state.group.id,
  );
  return brakeOf(deps, state, { at, ordered: waiting.length });
}

async function brakeOf(
  deps: BrakeDeps,
  state: BrakedGroup,
  { at, ordered }: { readonly at: Instant; readonly ordered: number },
): Promise<Brake> {
  const { group, settings } = state;
  const members = await deps.platforms.live.members(group.id);
  const limit = Math.max(ALWAYS, Math.floor(members.length * SHARE));
  const day = daysUntil(at, 1, settings.digest.timezone);
  const { removals: removed } = await deps.store.counts(group.id, day);
  const until = settings.brakeLiftedUntil;
  if (until !== null && at < until) return { holds: false, limit, span: 'day', removed };
  if (removed + ordered >= limit || limit <= AN_HOUR)
    return { holds: removed + ordered >= limit, limit, span: 'day', removed };
  const hour = await deps.store.counts(group.id, { ...day, from: at - HOUR, to: at + 1 });
  return { holds: hour.removals + ordered >= AN_HOUR, limit: AN_HOUR, span: 'hour', removed };
}

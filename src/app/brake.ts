import type { Instant } from '../core/model/instant.js';
import { daysUntil } from '../core/policy/span.js';
import type { Deps } from './deps.js';
import type { GroupState } from './groups.js';

/** The brake on removals: a tenth of the group a day, and never the first three; only the organisation's staff lift it. */
const SHARE = 0.1;
const ALWAYS = 3;

export interface Brake {
  readonly holds: boolean;
  readonly limit: number;
  /** How many were removed today. */
  readonly removed: number;
}

export async function removalBrake(deps: Deps, state: GroupState, at: Instant): Promise<Brake> {
  const { brakeLiftedUntil } = state.settings;
  const members = await deps.platforms.live.members(state.group.id);
  const limit = Math.max(ALWAYS, Math.floor(members.length * SHARE));
  const today = await deps.store.counts(state.group.id, daysUntil(at, 1, state.settings.digest.timezone));
  const isLifted = brakeLiftedUntil !== null && at < brakeLiftedUntil;
  return { holds: !isLifted && today.removals >= limit, limit, removed: today.removals };
}

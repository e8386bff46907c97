import type { Action } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import type { Outcome } from '../core/model/outcome.js';
import { isLate } from '../core/policy/late.js';
import { removalBrake } from './brake.js';
import type { Deps } from './deps.js';
import type { Groups } from './groups.js';

interface Asked {
  readonly deps: Deps;
  readonly groups: Groups;
}

interface Intended {
  readonly action: Action;
  /** When it fell due, or was first kept waiting for want of a line. */
  readonly since: Instant;
}

/**
 * What keeps an action from being done; null: nothing. Of somebody who is gone nothing is left to hold back: it was done by a process
 * that was cut off before it could say so, or by hand.
 */
export async function stoppedBy(
  { deps, groups }: Asked,
  { action, since }: Intended,
): Promise<Outcome | null> {
  const stopped = tooLate(deps, { action, since }) ?? (await brakeOn(deps, groups, action));
  if (stopped === null || action.kind !== 'remove') return stopped;
  const member = await deps.platforms.live.member(action.groupId, action.member.id);
  return member === null ? null : stopped;
}

/** Null: it still makes sense. */
function tooLate({ clock }: Deps, { action, since }: Intended): Outcome | null {
  return isLate(action, since, clock.now())
    ? { kind: 'refused', reason: 'late', detail: 'too late after an outage' }
    : null;
}

/** Removals stop at the brake, whoever confirmed them; the owner is asked about the rest. Null: go on. */
async function brakeOn(deps: Deps, groups: Groups, action: Action): Promise<Outcome | null> {
  if (action.kind !== 'remove') return null;
  const state = groups.get(action.groupId);
  if (state === null || !(await removalBrake(deps, state, deps.clock.now())).holds) return null;
  return { kind: 'refused', reason: 'brake', detail: 'daily limit of removals reached' };
}

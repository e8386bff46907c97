import type { Inbound } from '../core/model/event.js';
import type { Action } from '../core/model/action.js';
import { asAsked } from './as-asked.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import { type Groups, refresh, roleIn } from './groups.js';

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
}

/**
 * An invitation to a group is accepted from the organisation's staff and from whoever owns or administers a group that the
 * bot keeps; where there is neither staff nor group yet, from the first who asks. Any other is only recorded: whoever brings
 * the bot into a group becomes answerable for it there.
 */
export async function acceptInvitation(
  parts: Parts,
  event: Extract<Inbound, { kind: 'invitation' }>,
): Promise<void> {
  if (await isTrusted(parts, event.fromId)) {
    return accept(parts, { kind: 'accept', groupId: null, invitation: 'room', id: event.id }, event);
  }
  const data = { kind: 'room', accepted: false };
  await parts.deps.store.audit({ at: event.at, actor: event.fromId, kind: 'invited', groupId: null, data });
  parts.deps.log.info({ from: event.fromId }, 'invitation not accepted');
}

/** A member must be able to speak to the bot in private: friendships are accepted. */
export function acceptFriend(parts: Parts, event: Extract<Inbound, { kind: 'friendship' }>): Promise<void> {
  return accept(parts, { kind: 'accept', groupId: null, invitation: 'friend', id: event.id }, event);
}

async function isTrusted({ deps, groups }: Parts, id: string): Promise<boolean> {
  const { admins } = deps.organisation;
  if (admins.includes(id)) return true;
  const known = groups.all();
  if (known.length === 0) return admins.length === 0;
  for (const state of known.filter((one) => roleIn(deps, one, id) !== 'member')) {
    // An owner of yesterday has no say today.
    await refresh(deps, state);
    if (roleIn(deps, state, id) !== 'member') return true;
  }
  return false;
}

async function accept(
  { deps, dispatch }: Parts,
  action: Extract<Action, { kind: 'accept' }>,
  event: { at: number; fromId: string },
): Promise<void> {
  const planned = await deps.store.transaction(async (records) => {
    const data = { kind: action.invitation, accepted: true };
    await records.audit({ at: event.at, actor: event.fromId, kind: 'invited', groupId: null, data });
    const fresh = { groupId: null, stage: 'live', dueAt: event.at, ...asAsked(deps), action } as const;
    return records.plan([fresh], null, event.at);
  });
  dispatch.add(planned);
}

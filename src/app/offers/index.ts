import type { Answer } from '../../core/model/answer.js';
import { isAtLeast, type Role } from '../../core/policy/authority.js';
import type { Offer } from '../../ports/register.js';
import type { Call } from '../commands/command.js';
import { type GroupState, refresh, roleIn } from '../groups.js';
import { exception } from './exception.js';
import { firstMeeting } from './first-meeting.js';
import { rename } from '../register/rename.js';

/** What a proposal leads to when `/好` accepts it. `state` is the group that it was about, `least` who may accept it. */
export interface OfferHandler {
  readonly least: Role;
  readonly accept: (call: Call, state: GroupState, offer: Offer) => Promise<Answer>;
}

/** The registry: every kind of proposal has one line here. */
const HANDLERS: Readonly<Record<string, OfferHandler>> = {
  'first-meeting': firstMeeting,
  exception,
  rename: { least: 'owner', accept: (call, state, { data }) => rename(call, state, data) },
};

/** Carries out what the person was offered last; authority is looked up anew, since much may have changed. */
export async function acceptOffer(call: Call): Promise<Answer> {
  const { desk, actorId, at } = call;
  const offer = (await desk.deps.store.offers(actorId, at))[0];
  const state = offer === undefined ? null : desk.groups.get(offer.groupId);
  const handler = offer === undefined ? undefined : HANDLERS[offer.kind];
  if (offer === undefined || state === null || handler === undefined) return { kind: 'nothing-offered' };
  await refresh(desk.deps, state);
  if (!isAtLeast(roleIn(desk.deps, state, actorId), handler.least))
    return { kind: 'refused', least: handler.least };
  if (!(await desk.deps.store.takeOffer(offer.key, offer.at))) return { kind: 'nothing-offered' };
  return handler.accept(call, state, offer);
}

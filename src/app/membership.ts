import type { Inbound } from '../core/model/event.js';
import { cardOnChange, cardOnJoin } from './cards.js';
import { sawJoin } from './conduct/incidents.js';
import { welcome } from './reminders.js';
import { type GroupState, refresh } from './groups.js';
import { noteArrival } from './people/arrival.js';
import { watchReturn } from './people/bans.js';
import { checkBranch } from './people/wrong-branch.js';
import { checkIdentity } from './impersonation.js';
import { followGroup, followSize } from './register/follow.js';
import { known } from './introduce.js';
import { left } from './leave.js';
import { recalled } from './recall.js';

import type { Parts } from './parts.js';

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>;

/** While many join at once nobody is spoken to about a card: the next audit does. */
async function joined(parts: Parts, state: GroupState, event: Of<'join'>): Promise<void> {
  const { deps, dispatch } = parts;
  await parts.newcomers.joined(state.group.id, event.member.id, event.at);
  await sawJoin(parts, state, event);
  await noteArrival(deps, state, event);
  dispatch.add(await watchReturn(deps, state, event));
  dispatch.add(await checkIdentity(deps, state, event));
  dispatch.add(await checkBranch(deps, state, event));
  if (deps.incidents.massIn(state.group.id) === null) await greet(parts, state, event);
  dispatch.add(await followSize({ deps, state, at: event.at }));
}

/** About the card where it is not in order, which says where the rules are; else a plain word where the owner wants one. */
async function greet({ deps, dispatch }: Parts, state: GroupState, event: Of<'join'>): Promise<void> {
  if (state.settings.reminders.welcome === 'off') return;
  const aboutCard = await cardOnJoin(deps, state, event);
  dispatch.add(aboutCard.length > 0 ? aboutCard : await welcome(deps, state, event));
}

/** A card put in order after a reminder is counted: the digest says what was done well. */
async function cardChanged(
  { deps, dispatch, counters }: Parts,
  state: GroupState,
  event: Of<'card'>,
): Promise<void> {
  const watched = await deps.store.cardWatch(state.group.id, event.member.id);
  const planned = await cardOnChange(deps, state, event);
  dispatch.add(planned);
  const isMended = watched !== null && (await deps.store.cardWatch(state.group.id, event.member.id)) === null;
  if (isMended) counters.note(state.group.id, state.days.dayOf(event.at), 'mended');
}

/** Who comes, goes, is renamed; what the group is called and who has a say in it. */
export async function onMembership(
  parts: Parts,
  event: Of<'join' | 'leave' | 'card' | 'topic' | 'role' | 'recall'>,
): Promise<void> {
  const { deps, dispatch } = parts;
  if (event.kind === 'leave' && event.memberId === parts.groups.get(event.groupId)?.group.botId) {
    parts.jobs.forget(event.groupId);
    // Where another account of the bot goes on, the group is not left.
    if (await deps.leadership.quit(event.groupId)) return;
    return parts.groups.forget(event.groupId, event.at);
  }
  const state = await known(parts, event.groupId, event.at);
  if (state === null) return;
  switch (event.kind) {
    case 'join':
      parts.counters.note(event.groupId, state.days.dayOf(event.at), 'joined');
      return isBot(parts, state, event.member.id) ? undefined : joined(parts, state, event);
    case 'card':
      dispatch.add(await checkIdentity(deps, state, event));
      dispatch.add(await checkBranch(deps, state, event));
      return cardChanged(parts, state, event);
    case 'leave':
      parts.counters.note(event.groupId, state.days.dayOf(event.at), 'left');
      dispatch.add(await left(deps, state, event));
      return;
    case 'recall':
      return recalled(deps, dispatch, event);
    case 'role':
    case 'topic':
      await refresh(deps, state);
      await parts.groups.reload(state);
      await parts.groups.save(state);
      dispatch.add(await followGroup({ deps, state, at: event.at, byId: byIdOf(event) }));
      return;
  }
}

/** The bot itself, by this or another account. */
export function isBot({ deps }: Parts, { group }: GroupState, id: string): boolean {
  return id === group.botId || deps.leadership.accounts().includes(id);
}

function byIdOf(event: Of<'topic' | 'role'>): string | null {
  return event.kind === 'topic' ? event.byId : null;
}

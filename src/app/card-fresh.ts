import type { CardResult } from '../core/card/card.js';
import type { Action } from '../core/model/action.js';
import type { Member } from '../core/model/member.js';
import { cardDetails, checkCard } from './cards.js';
import type { Deps } from './deps.js';
import type { Groups, GroupState } from './groups.js';

/**
 * The card is read anew from the platform right before anything is said or done about it: a word that waited for the morning, or for its
 * turn, is about the card as it is then. Null: the card is in order, or its owner is gone.
 */
export async function withFreshCards(deps: Deps, groups: Groups, action: Action): Promise<Action | null> {
  if (!isAboutCard(action)) return action;
  const state = groups.get(action.groupId);
  return state === null ? action : refreshed(deps, state, action);
}

async function refreshed(deps: Deps, state: GroupState, action: AboutCard): Promise<Action | null> {
  switch (action.kind) {
    case 'card-note': {
      const wrong = await wrongNow(deps, state, action.member.id);
      return wrong === null ? null : { ...action, ...cardDetails(deps, state, wrong) };
    }
    case 'card-roll':
      return freshRoll(deps, state, action);
    case 'remove':
    case 'request':
      return (await wrongNow(deps, state, action.member.id)) === null ? null : action;
  }
}

async function freshRoll(
  deps: Deps,
  state: GroupState,
  roll: Extract<Action, { kind: 'card-roll' }>,
): Promise<Action | null> {
  const entries: (typeof roll.entries)[number][] = [];
  for (const entry of roll.entries) {
    const wrong = await wrongNow(deps, state, entry.member.id);
    if (wrong === null) continue;
    const { suggestion, draft } = cardDetails(deps, state, wrong);
    entries.push({ ...entry, suggestion, draft });
  }
  return entries.length === 0 ? null : { ...roll, entries };
}

type AboutCard = Extract<Action, { kind: 'card-note' | 'card-roll' | 'remove' | 'request' }>;

function isAboutCard(action: Action): action is AboutCard {
  if (action.kind === 'card-note' || action.kind === 'card-roll') return true;
  if (action.kind !== 'remove' && action.kind !== 'request') return false;
  return action.about.rule === 'card-format' && action.about.category === 'card';
}

/** What is wrong with a member's card now; null where nothing is, or nobody is there. */
async function wrongNow(
  deps: Deps,
  state: GroupState,
  memberId: string,
): Promise<{ readonly member: Member; readonly result: CardResult } | null> {
  const member = await deps.platforms.live.member(state.group.id, memberId);
  const result = member === null ? null : checkCard(deps, state, member);
  return member === null || result === null || result.ok ? null : { member, result };
}

import type { CardFields } from '../../core/card/card.js';
import type { Person } from '../../core/model/action.js';
import type { RosterCheck } from '../../core/model/answers/people.js';
import { type Member, shownName } from '../../core/model/member.js';
import type { MemberClass, RosterEntry } from '../../core/model/people.js';
import { entryKey } from '../../core/roster/read.js';
import { matchCard, type Match } from '../../core/roster/match.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';

export function fieldsOf(deps: Deps, { settings }: GroupState, member: Member): CardFields {
  const { template, manner } = settings.card;
  return deps.card(template ?? '{name}', manner).parse(shownName(member)).fields;
}

export function matchOf(
  deps: Deps,
  state: GroupState,
  { member, roster }: { readonly member: Member; readonly roster: readonly RosterEntry[] },
): Match {
  return matchCard(fieldsOf(deps, state, member), roster, deps.names);
}

/** Compares everybody in the group now with the list (clause 1.5). Nothing follows from it by itself. */
export async function checkRoster(deps: Deps, state: GroupState): Promise<RosterCheck> {
  const { id, botId } = state.group;
  const roster = await deps.store.roster(id);
  const profiles = new Map((await deps.store.profiles(id)).map((one) => [one.memberId, one]));
  const members = (await deps.platforms.live.members(id)).filter((member) => member.id !== botId);
  const found = members.map((member) => ({ member, match: matchOf(deps, state, { member, roster }) }));
  const person = ({ member }: { readonly member: Member }): Person => ({
    id: member.id,
    name: shownName(member),
  });
  const present = new Set(
    found.flatMap(({ match }) =>
      match.kind === 'matched' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [],
    ),
  );
  const isVerified = (memberId: string): boolean => (profiles.get(memberId)?.verifiedBy ?? null) !== null;
  const ofClass = (memberId: string): MemberClass | null => profiles.get(memberId)?.memberClass ?? null;
  const unknown = found.filter(({ member }) => !isVerified(member.id));
  return {
    total: members.length,
    listed: roster.length,
    matched: found.filter(({ match }) => match.kind === 'matched').length,
    unverified: unknown.filter(({ match }) => match.kind === 'unmatched').map(person),
    ambiguous: unknown.flatMap((one) =>
      one.match.kind === 'ambiguous' ? [{ member: person(one), options: one.match.entries }] : [],
    ),
    absent: roster.filter((entry) => ![...present].some((one) => entryKey(one) === entryKey(entry))),
    external: found.filter(({ member }) => ofClass(member.id) === 'external').map(person),
  };
}

/** Members of this group who are in others of the bot's groups too. */
export async function elsewhere(
  deps: Deps,
  state: GroupState,
  others: readonly GroupState[],
): Promise<readonly { readonly member: Person; readonly groups: readonly string[] }[]> {
  const { id, botId } = state.group;
  const members = (await deps.platforms.live.members(id)).filter((member) => member.id !== botId);
  const rooms = await Promise.all(
    others
      .filter((other) => other.group.id !== id)
      .map(async (other) => ({
        name: other.group.name,
        ids: new Set((await deps.platforms.live.members(other.group.id)).map((member) => member.id)),
      })),
  );
  return members.flatMap((member) => {
    const groups = rooms.filter(({ ids }) => ids.has(member.id)).map(({ name }) => name);
    return groups.length === 0 ? [] : [{ member: { id: member.id, name: shownName(member) }, groups }];
  });
}

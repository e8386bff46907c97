import type { Answer } from '../../core/model/answer.js';
import { type Member, shownName } from '../../core/model/member.js';
import type { Call } from './command.js';

export type NamedMembers =
  | { readonly kind: 'members'; readonly members: readonly Member[] }
  | { readonly kind: 'answer'; readonly answer: Answer };

const MOST = 12;

/** Several members that a command names, in order: by mention in a group, by name, card or id in private. */
export async function namedMembers(call: Call, usage: string): Promise<NamedMembers> {
  const { state, desk, mentions, rest } = call;
  const members = await desk.deps.platforms.live.members(state.group.id);
  const ids = mentions.filter((id) => id !== state.group.botId);
  const words = rest.split(/[\s,、,\u2005]+/u).filter((word) => word !== '');
  if (ids.length === 0 && (words.length === 0 || words.length > MOST))
    return { kind: 'answer', answer: { kind: 'usage', usage } };
  const found =
    ids.length > 0 ? ids.map((id) => byId(members, id)) : words.map((word) => byWord(members, word));
  const failed = found.find((one) => 'kind' in one);
  if (failed !== undefined && 'kind' in failed) return { kind: 'answer', answer: failed };
  return { kind: 'members', members: found.flatMap((one) => ('kind' in one ? [] : [one])) };
}

function byId(members: readonly Member[], id: string): Member | Answer {
  return members.find((one) => one.id === id) ?? { kind: 'no-member', typed: '' };
}

/** Where a name is borne by two, the person is asked to write the card in full: with several names a number would not say whose. */
function byWord(members: readonly Member[], word: string): Member | Answer {
  const typed = word.replace(/^[@\uff20]/u, '');
  const exact = members.filter((one) => one.id === typed || shownName(one) === typed || one.name === typed);
  const found =
    exact.length > 0 ? exact : members.filter((one) => shownName(one).split(/[-\s]/u)[0] === typed);
  const only = found[0];
  if (only === undefined) return { kind: 'no-member', typed };
  if (found.length > 1) return { kind: 'several-members', typed, options: found.slice(0, 9).map(shownName) };
  return only;
}

import type { Answer } from '../../core/model/answer.js';
import { type Member, shownName } from '../../core/model/member.js';
import type { Call } from './command.js';

/** The member that a command names, or the answer to give instead, and what follows the name. */
export type Named =
  | { readonly kind: 'member'; readonly member: Member; readonly rest: string }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** By mention in a group; by id, card or name in private. Where two match, the bot asks which. */
export async function namedMember(call: Call, command: string): Promise<Named> {
  const members = await call.desk.deps.platforms.live.members(call.state.group.id);
  const mentioned = call.mentions.find((id) => id !== call.state.group.botId);
  const word = firstWord(call.rest);
  if (mentioned !== undefined)
    return byId(members, mentioned, { typed: word, rest: withoutMention(call.rest) });
  const typed = word.replace(/^[@\uff20]/u, '');
  const rest = call.rest.slice(word.length).trim();
  if (typed === '') return { kind: 'answer', answer: { kind: 'no-member', typed: '' } };
  if (typed.startsWith('id:')) return byId(members, typed.slice(3), { typed, rest });
  return byName(call, { members, typed, rest, command });
}

/** A member whom the command names beyond doubt: mentioned, or by the first word; null where that word is something else. */
export function memberNamed(
  call: Call,
  members: readonly Member[],
): { readonly member: Member; readonly rest: string } | null {
  const mentioned = call.mentions.find((id) => id !== call.state.group.botId);
  const byMention = members.find((one) => one.id === mentioned);
  if (byMention !== undefined) return { member: byMention, rest: withoutMention(call.rest) };
  const word = firstWord(call.rest);
  const typed = word.replace(/^[@\uff20]/u, '');
  const found = members.filter(
    (one) => one.id === typed || shownName(one) === typed || one.name === typed || firstName(one) === typed,
  );
  const [only] = found;
  return only === undefined || found.length > 1 || typed === ''
    ? null
    : { member: only, rest: call.rest.slice(word.length).trim() };
}

/** The name at the head of a card. */
function firstName(member: Member): string | undefined {
  return shownName(member).split(/[-\s]/u)[0];
}

function firstWord(text: string): string {
  return /^\S+/u.exec(text)?.[0] ?? '';
}

/** A mention is written `@名字` and ends at WeChat's own space (U+2005), or, where a client leaves that out, at a blank. */
function withoutMention(text: string): string {
  const mention = text.includes('\u2005') ? /[@\uff20][^\u2005]*\u2005/u : /[@\uff20]\S+/u;
  return text.replace(mention, '').trim();
}

function byId(members: readonly Member[], id: string, of: { typed: string; rest: string }): Named {
  const member = members.find((one) => one.id === id);
  if (member === undefined) return { kind: 'answer', answer: { kind: 'no-member', typed: of.typed } };
  return { kind: 'member', member, rest: of.rest };
}

interface Search {
  readonly members: readonly Member[];
  readonly typed: string;
  readonly rest: string;
  readonly command: string;
}

function byName(call: Call, { members, typed, rest, command }: Search): Named {
  const exact = members.filter((one) => one.id === typed || shownName(one) === typed || one.name === typed);
  const found = exact.length > 0 ? exact : members.filter((one) => firstName(one) === typed);
  const only = found[0];
  if (only === undefined) return { kind: 'answer', answer: { kind: 'no-member', typed } };
  if (found.length === 1) return { kind: 'member', member: only, rest };
  const [name = command, ...prefix] = command.split(' ');
  const options = found.slice(0, 9);
  const ids = options.map((one) => one.id);
  call.desk.talk.ask(call.actorId, {
    groupId: call.state.group.id,
    command: name,
    rest: [...prefix, '{}', rest].join(' '),
    options: ids,
    at: call.at,
  });
  return { kind: 'answer', answer: { kind: 'which-member', typed, options: options.map(shownName) } };
}

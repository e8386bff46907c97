import { nearestName } from '../../core/command/parse.js';
import type { Answer } from '../../core/model/answer.js';
import { type Member, shownName } from '../../core/model/member.js';
import { quotedAuthor } from '../quoted.js';
import type { Call } from './command.js';

/** The member that a command names, or the answer to give instead, and what follows the name. */
export type Named =
  | { readonly kind: 'member'; readonly member: Member; readonly rest: string }
  | { readonly kind: 'answer'; readonly answer: Answer };

/**
 * By mention in a group; by id, card or name in private; else by what is quoted. Where two match, or none but some come near, the bot asks
 * which.
 */
export async function namedMember(call: Call, command: string): Promise<Named> {
  const members = await call.desk.deps.platforms.live.members(call.state.group.id);
  const mentioned = call.mentions.find((id) => id !== call.state.group.botId);
  const word = firstWord(call.rest);
  if (mentioned !== undefined)
    return byId(members, mentioned, { typed: word, rest: withoutMention(call.rest) });
  const typed = word.replace(/^[@\uff20]/u, '');
  const rest = call.rest.slice(word.length).trim();
  if (typed.startsWith('id:')) return byId(members, typed.slice(3), { typed, rest });
  const found = typed === '' ? [] : called(members, typed);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { kind: 'member', member: only, rest };
  if (found.length > 1) return ask(call, { options: found, typed, rest, command, kind: 'which-member' });
  const quoted = call.quote === null ? null : await quotedAuthor(call, call.quote);
  if (quoted !== null) return { kind: 'member', member: quoted, rest: call.rest };
  if (typed === '') return { kind: 'answer', answer: { kind: 'no-member', typed: '' } };
  const near = nearTo(members, typed);
  return near.length === 0
    ? { kind: 'answer', answer: { kind: 'no-member', typed } }
    : ask(call, { options: near, typed, rest, command, kind: 'near-member' });
}

/** Whether the command says of whom it speaks: by name, mention or quotation. */
export function isAboutSomebody({ rest, mentions, quote }: Call): boolean {
  return rest !== '' || mentions.length > 0 || (quote !== null && quote.from !== null);
}

/** By the whole card or name, else by the name at the head of the card. */
function called(members: readonly Member[], typed: string): readonly Member[] {
  const exact = members.filter((one) => one.id === typed || shownName(one) === typed || one.name === typed);
  return exact.length > 0 ? exact : members.filter((one) => firstName(one) === typed);
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

const MOST_OPTIONS = 9;
const MOST_NEAR = 3;

/** One letter wrong, or a part of what is shown: 李磊 is near to 李雷, 梅梅 to 韩梅梅. */
function nearTo(members: readonly Member[], typed: string): readonly Member[] {
  if (typed.length < 2) return [];
  const near = members.filter(
    (one) =>
      shownName(one).includes(typed) ||
      one.name.includes(typed) ||
      [firstName(one) ?? '', one.name].some((name) => name.length > 1 && isSlip(typed, name)),
  );
  return near.slice(0, MOST_NEAR);
}

/** The same but for one letter, which is not the first of a name of two. */
function isSlip(typed: string, name: string): boolean {
  return (
    typed[0] === name[0] && nearestName(typed, [name]) !== null && Math.abs(typed.length - name.length) < 2
  );
}

interface Asking {
  readonly options: readonly Member[];
  readonly typed: string;
  readonly rest: string;
  readonly command: string;
  readonly kind: 'which-member' | 'near-member';
}

function ask(call: Call, { options, typed, rest, command, kind }: Asking): Named {
  const [name = command, ...prefix] = command.split(' ');
  const shown = options.slice(0, MOST_OPTIONS);
  call.desk.talk.ask(call.actorId, {
    groupId: call.state.group.id,
    command: name,
    rest: [...prefix, '{}', rest].join(' '),
    options: shown.map(({ id }) => id),
    at: call.at,
  });
  return { kind: 'answer', answer: { kind, typed, options: shown.map(shownName) } };
}

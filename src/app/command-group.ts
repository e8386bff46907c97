import { leadingNumber } from '../core/command/case-numbers.js';
import type { Answer } from '../core/model/answer.js';
import type { Desk } from './commands/command.js';
import { type GroupState, roleIn } from './groups.js';
import { known } from './introduce.js';
import { groupsOf, ourGroups } from './my-groups.js';
import { findCommand, type Request } from './request.js';

/** The group that a private command is about, or the answer to give instead. */
export type GroupMeant =
  | { readonly kind: 'group'; readonly state: GroupState }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Named by what it answers, by a case's number, chosen, or the only one the person has to do with. */
export async function groupMeant(desk: Desk, request: Request, named: string | null): Promise<GroupMeant> {
  const state = (await groupNamed(desk, request, named)) ?? (await onlyGroup(desk, request));
  if (state !== null) return { kind: 'group', state };
  const mine = await groupsOf(desk, request.actorId);
  // Somebody who was removed still has a word in the own case.
  const own = await groupOfCase(desk, request);
  if (own !== null) return { kind: 'group', state: own };
  if (mine.length === 0) return { kind: 'answer', answer: nowhere(request) };
  const options = mine.map(({ group }) => group.id);
  const { actorId, line, typed, table, at } = request;
  desk.talk.askGroup(actorId, { line, sent: table === null ? null : { typed, table }, options, at });
  return { kind: 'answer', answer: { kind: 'choose-group', groups: mine.map((one) => one.group) } };
}

/** A case's number is the surest sign, where the person has a say in its group. */
async function groupNamed(desk: Desk, request: Request, named: string | null): Promise<GroupState | null> {
  const { actorId, at, typed } = request;
  if (named === null && findCommand(typed.name)?.numbered === true) {
    const ofCase = await groupOfCase(desk, request);
    if (ofCase !== null && roleIn(desk.deps, ofCase, actorId) !== 'member') return ofCase;
  }
  const chosen = named ?? desk.talk.chosen(actorId);
  return chosen === null ? null : known(desk, chosen, at);
}

async function onlyGroup(desk: Desk, { actorId, typed }: Request): Promise<GroupState | null> {
  const mine = await groupsOf(desk, actorId);
  if (mine.length === 1) return mine[0] ?? null;
  // A code that stands for nothing is about no group: it would be asked for which in vain.
  const isAnywhere = findCommand(typed.name)?.place === 'any' || CODE.test(typed.rest);
  return isAnywhere ? (mine[0] ?? ourGroups(desk)[0] ?? null) : null;
}

/** A confirmation code, as it is given out. */
const CODE = /^[a-z]\d{3}$/iu;

/** Who is in none of the bot's groups hears what it is and how it comes into one. */
function nowhere({ typed }: Request): Answer {
  const command = findCommand(typed.name);
  return command === null || command.names[0] === '帮助' ? { kind: 'help-outside' } : { kind: 'no-group' };
}

/** A case's number says which group is meant. */
async function groupOfCase(desk: Desk, { typed }: Request): Promise<GroupState | null> {
  const read = leadingNumber(typed.rest);
  return read === null ? null : groupOfNumber(desk, read.number);
}

export async function groupOfNumber(desk: Desk, number: number): Promise<GroupState | null> {
  const found = await desk.deps.store.caseById(number);
  return found === null || !desk.deps.leadership.isIn(found.groupId) ? null : desk.groups.get(found.groupId);
}

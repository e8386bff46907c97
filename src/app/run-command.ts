import type { Inbound } from '../core/model/event.js';
import type { Message, Quote } from '../core/model/message.js';
import type { Action } from '../core/model/action.js';
import type { Answer } from '../core/model/answer.js';
import type { Instant } from '../core/model/instant.js';
import { isAtLeast, type Role } from '../core/policy/authority.js';
import { inChinese } from '../core/command/sub-words.js';
import { nearestName, parseCommand, parsePrivate, type Typed } from '../core/command/parse.js';
import { asAsked } from './as-asked.js';
import { COMMANDS } from './commands/index.js';
import type { Call, Command, Desk, Table } from './commands/command.js';
import { createConversations, type Conversations, type Resumed } from './conversations.js';
import { type GroupState, refresh, roleIn } from './groups.js';
import { groupsOf, ourGroups } from './my-groups.js';
import { known } from './introduce.js';
import { sentTable } from './sent-table.js';

/** Commands given in a group or in private. */
export interface Commands {
  /** True when the text was a command and has been answered. */
  inGroup(state: GroupState, message: Message): Promise<boolean>;
  inPrivate(event: Extract<Inbound, { kind: 'direct' }>): Promise<void>;
}

/** Who typed what, where and when. */
interface Request {
  readonly typed: Typed;
  readonly actorId: string;
  readonly at: Instant;
  readonly inGroup: boolean;
  readonly mentions: readonly string[];
  readonly quote: Quote | null;
  readonly table: Table | null;
  readonly key: string;
}

type Parts = Omit<Desk, 'talk' | 'commands'>;

export function createCommands(parts: Parts): Commands {
  const desk: Desk = { ...parts, talk: createConversations(), commands: COMMANDS };
  return {
    async inGroup(state, message) {
      // What somebody forwards, links to or announces are not words said to the bot.
      const typed = message.kind === 'text' ? parseCommand(message.text) : null;
      if (typed === null) return false;
      const { senderId: actorId, at, mentions, quote } = message;
      await carryOut(desk, state, {
        typed,
        actorId,
        at,
        inGroup: true,
        mentions,
        quote,
        table: null,
        key: message.id,
      });
      return find(typed.name) !== null;
    },
    async inPrivate(event) {
      const sent = await sentTable(desk, event);
      if (sent === null && event.file !== null) return;
      const resumed = sent === null ? resume(desk.talk, event) : null;
      const typed =
        sent?.typed ?? resumed?.typed ?? expectedLine(desk.talk, event) ?? parsePrivate(event.text);
      if (typed === null) return;
      const request: Request = {
        typed,
        actorId: event.from.id,
        at: event.at,
        inGroup: false,
        mentions: [],
        quote: null,
        table: sent?.table ?? null,
        key: event.id ?? `direct:${event.from.id}:${event.at}:${desk.deps.digest(event.text).slice(0, 16)}`,
      };
      const named = resumed?.groupId ?? desk.talk.groupOfCode(typed.rest, request.actorId, request.at);
      const state = await groupFor(desk, request, named);
      if (state === null) return;
      await carryOut(desk, state, request);
    },
  };
}

/** Whether a text is a command whose words are not its author's. */
export function quotesOthers(text: string): boolean {
  const typed = parseCommand(text);
  return typed !== null && find(typed.name)?.quotes === true;
}

/** A bare number answers the question which of several members was meant. */
function resume(talk: Conversations, event: Extract<Inbound, { kind: 'direct' }>): Resumed | null {
  const number = /^\s*([1-9])\s*$/u.exec(event.text)?.[1];
  return number === undefined ? null : talk.answer(event.from.id, Number(number), event.at);
}

/** What a command asked for: a card, say. Another command may be given instead. */
function expectedLine(talk: Conversations, event: Extract<Inbound, { kind: 'direct' }>): Typed | null {
  const line = talk.expected(event.from.id, event.at);
  if (line === null || find(parsePrivate(event.text)?.name ?? '') !== null) return null;
  return { name: line.command, rest: `${line.prefix} ${event.text.trim()}` };
}

function find(name: string): Command | null {
  return COMMANDS.find((command) => command.names.includes(name)) ?? null;
}

/** The group that a private command is about: named by what it answers, chosen, or the only one the person has to do with. */
async function groupFor(desk: Desk, request: Request, named: string | null): Promise<GroupState | null> {
  const chosen = named ?? desk.talk.chosen(request.actorId);
  const state = chosen === null ? null : await known(desk, chosen, request.at);
  if (state !== null) return state;
  const mine = await groupsOf(desk, request.actorId);
  const only = mine[0];
  if (mine.length === 1 && only !== undefined) return only;
  // A code that stands for nothing is about no group: it would be asked for which in vain.
  const isAnywhere = find(request.typed.name)?.place === 'any' || CODE.test(request.typed.rest);
  const anywhere = isAnywhere ? (only ?? ourGroups(desk)[0]) : undefined;
  if (anywhere !== undefined) return anywhere;
  // Somebody who was removed still has a word in the own case.
  if (mine.length === 0) {
    const own = await groupOfCase(desk, request);
    if (own !== null) return own;
    await reply(desk, { state: null, request }, { kind: 'no-group' });
    return null;
  }
  const ofCase = await groupOfCase(desk, request);
  if (ofCase !== null) return ofCase;
  await reply(desk, { state: null, request }, { kind: 'choose-group', groups: mine.map((one) => one.group) });
  return null;
}

/** A confirmation code, as it is given out. */
const CODE = /^[a-z]\d{3}$/iu;

/** A case's number says which group is meant. */
async function groupOfCase(desk: Desk, { typed }: Request): Promise<GroupState | null> {
  const number = /^\d{1,9}/u.exec(typed.rest)?.[0];
  if (number === undefined) return null;
  const found = await desk.deps.store.caseById(Number(number));
  return found === null || !desk.deps.leadership.isIn(found.groupId) ? null : desk.groups.get(found.groupId);
}

async function carryOut(desk: Desk, state: GroupState, request: Request): Promise<void> {
  await refresh(desk.deps, state);
  const role = actingRole(desk, state, request.actorId);
  const command = find(request.typed.name);
  if (command === null) return reply(desk, { state, request }, unknown(request, role));
  const allowed = isAtLeast(role, command.least);
  await auditCommand(desk, state, { request, command, allowed });
  if (!allowed) return reply(desk, { state, request }, { kind: 'refused', least: command.least });
  const call: Call = {
    ...request,
    desk,
    state,
    role,
    rest: inChinese(command.names[0] ?? '', request.typed.rest),
  };
  await reply(desk, { state, request }, await command.run(call));
}

/** An account that may be in other hands has no more say than a member. */
function actingRole(desk: Desk, state: GroupState, actorId: string): Role {
  return state.settings.frozenIds.includes(actorId) ? 'member' : roleIn(desk.deps, state, actorId);
}

function unknown(request: Request, role: Role): Answer {
  const names = COMMANDS.filter((command) => isAtLeast(role, command.least)).flatMap(
    (command) => command.names,
  );
  return {
    kind: 'unknown-command',
    typed: request.typed.name,
    nearest: nearestName(request.typed.name, names),
  };
}

interface Carried {
  readonly request: Request;
  readonly command: Command;
  readonly allowed: boolean;
}

function auditCommand(desk: Desk, state: GroupState, { request, command, allowed }: Carried): Promise<void> {
  return desk.deps.store.audit({
    at: request.at,
    actor: request.actorId,
    kind: 'command',
    groupId: state.group.id,
    data: { command: command.names[0] ?? '', allowed, words: desk.deps.digest(request.typed.rest) },
  });
}

const VERIFIED: readonly string[] = ['verified', 'verified-changed', 'verified-unknown', 'verified-group'];

/** Answers that everybody may hear are given where they were asked; the rest goes to the commander in private. */
function isPublic(answer: Answer): boolean {
  return [
    'unknown-command',
    'refused',
    'help',
    'rules',
    'privacy',
    'usage',
    'about',
    'branch',
    'register-in-private',
    ...VERIFIED,
  ].includes(answer.kind);
}

interface Place {
  readonly state: GroupState | null;
  readonly request: Request;
}

async function reply(desk: Desk, { state, request }: Place, answer: Answer): Promise<void> {
  const inGroup = request.inGroup && isPublic(answer);
  const action: Action = {
    kind: 'reply',
    groupId: state?.group.id ?? null,
    to: inGroup ? null : { id: request.actorId, name: request.actorId },
    caseId: null,
    answer,
  };
  const by = request.inGroup ? {} : asAsked(desk.deps);
  const fresh = { groupId: action.groupId, stage: 'live', dueAt: request.at, ...by, action } as const;
  desk.dispatch.add(await desk.deps.store.plan([fresh], null, request.at));
}

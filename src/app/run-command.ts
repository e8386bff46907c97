import type { Inbound } from '../core/model/event.js';
import type { Message } from '../core/model/message.js';
import type { Action } from '../core/model/action.js';
import type { Answer } from '../core/model/answer.js';
import { addressed, type Addressed } from '../core/command/addressed.js';
import type { Typed } from '../core/command/parse.js';
import { isGreeting, recognise } from '../core/command/recognise.js';
import { readOrdinal } from '../core/command/case-numbers.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { answerRequest } from './answer-request.js';
import { asAsked } from './as-asked.js';
import { groupMeant } from './command-group.js';
import { COMMANDS } from './commands/index.js';
import type { Desk } from './commands/command.js';
import { createConversations, type Conversations, type Resumed } from './conversations.js';
import type { GroupState } from './groups.js';
import { isPublic } from './public-answer.js';
import { findCommand, type Request } from './request.js';
import { sentTable } from './sent-table.js';

/** Commands given in a group or in private. */
export interface Commands {
  /** Quick, for every message: whether `inGroup` has anything to do with it. */
  concerns(state: GroupState, message: Message): boolean;
  /** What became of a message: `quoted` words are not their author's. Null: it is no command. */
  inGroup(state: GroupState, message: Message): Promise<'command' | 'quoted' | null>;
  inPrivate(event: Extract<Inbound, { kind: 'direct' }>): Promise<void>;
}

type Parts = Omit<Desk, 'talk' | 'commands'>;

export function createCommands(parts: Parts): Commands {
  const desk: Desk = { ...parts, talk: createConversations(), commands: COMMANDS };
  const chat = createChatLimit();
  return {
    concerns: (state, message) => spokenTo(state, message) !== null,
    async inGroup(state, message) {
      const spoken = spokenTo(state, message);
      const typed = spoken === null ? null : recognise(spoken.line, COMMANDS);
      if (spoken === null || typed === null) return null;
      const command = findCommand(typed.name);
      // What is said to the bot in passing is answered once in a while, and not where others are spoken to as well.
      if (command === null && !mayChat(spoken, () => chat.mayAnswer(state.group.id, message.at))) return null;
      const { senderId: actorId, at, mentions, quote, id: key } = message;
      const request = { typed, line: spoken.line, actorId, at, mentions, quote, key };
      const whole: Request = { ...request, inGroup: true, table: null };
      await reply(desk, { state, request: whole }, await answerRequest(desk, state, whole));
      if (command === null) return null;
      return command.quotes === true ? 'quoted' : 'command';
    },
    async inPrivate(event) {
      const sent = await sentTable(desk, event);
      if (sent === null && event.file !== null) return;
      const resumed = sent === null ? resume(desk.talk, event) : null;
      const line = resumed?.line ?? withoutSlash(event.text);
      const typed =
        sent?.typed ?? resumed?.typed ?? expectedLine(desk.talk, event) ?? recognise(line, COMMANDS);
      if (typed === null) return;
      const request: Request = {
        typed,
        line,
        actorId: event.from.id,
        at: event.at,
        inGroup: false,
        mentions: [],
        quote: null,
        table: (sent ?? resumed)?.table ?? null,
        key: event.id ?? `direct:${event.from.id}:${event.at}:${desk.deps.digest(event.text).slice(0, 16)}`,
      };
      const named = resumed?.groupId ?? desk.talk.groupOfCode(typed.rest, request.actorId, request.at);
      const meant = await groupMeant(desk, request, named);
      if (meant.kind === 'answer') return reply(desk, { state: null, request }, meant.answer);
      await reply(desk, { state: meant.state, request }, await answerRequest(desk, meant.state, request));
    },
  };
}

/** What somebody forwards, links to or announces are not words said to the bot. */
function spokenTo({ group }: GroupState, message: Message): Addressed | null {
  return message.kind === 'text' ? addressed(message, group.botId) : null;
}

function mayChat({ how }: Addressed, mayAnswer: () => boolean): boolean {
  return how === 'slash' || (how === 'mention' && mayAnswer());
}

const CHAT_PAUSE: Instant = 10 * MINUTE;

interface ChatLimit {
  mayAnswer(groupId: string, at: Instant): boolean;
}

/** Talk that is no command gets an answer once in ten minutes a group. */
function createChatLimit(): ChatLimit {
  const last = new Map<string, Instant>();
  return {
    mayAnswer(groupId, at) {
      if (at - (last.get(groupId) ?? -Infinity) < CHAT_PAUSE) return false;
      last.set(groupId, at);
      return true;
    },
  };
}

function withoutSlash(text: string): string {
  return text.trim().replace(/^[/／]\s*/u, '');
}

/** A bare number answers the question which of several was meant. */
function resume(talk: Conversations, event: Extract<Inbound, { kind: 'direct' }>): Resumed | null {
  const number = readOrdinal(event.text);
  return number === null ? null : talk.answer(event.from.id, number, event.at);
}

/** What a command asked for: a card, say. Another command may be given instead. */
function expectedLine(talk: Conversations, event: Extract<Inbound, { kind: 'direct' }>): Typed | null {
  const line = talk.expected(event.from.id, event.at);
  const other = recognise(withoutSlash(event.text), COMMANDS);
  if (line === null || isGreeting(event.text) || findCommand(other?.name ?? '') !== null) return null;
  return { name: line.command, rest: `${line.prefix} ${event.text.trim()}` };
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

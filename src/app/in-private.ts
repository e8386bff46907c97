import type { Inbound } from '../core/model/event.js';
import { replyToCode } from '../core/command/confirmation.js';
import type { Typed } from '../core/command/parse.js';
import { isGreeting, recognise } from '../core/command/recognise.js';
import { readOrdinal } from '../core/command/case-numbers.js';
import { answerRequest } from './answer-request.js';
import { groupMeant } from './command-group.js';
import type { Desk } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import type { Conversations, Resumed } from './conversations.js';
import { sendsCard } from './own-card.js';
import { aboutOwnCases } from './own-cases.js';
import { reply } from './reply.js';
import { findCommand, type Request } from './request.js';
import { sentTable } from './sent-table.js';

type Direct = Extract<Inbound, { kind: 'direct' }>;

/** What somebody says to the bot alone: a command, a file, or the answer to what was asked. */
export async function inPrivate(desk: Desk, event: Direct): Promise<void> {
  const sent = await sentTable(desk, event);
  if (sent === null && event.file !== null) return;
  const resumed = sent === null ? resume(desk.talk, event) : null;
  const line = resumed?.line ?? withoutSlash(event.text);
  const typed = sent?.typed ?? resumed?.typed ?? readLine(desk.talk, event, line);
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
  const own = (await sendsCard(desk, request)) ? null : await aboutOwnCases(desk, request);
  if (own !== null) return reply(desk, { state: null, request }, own);
  const named = resumed?.groupId ?? groupOfCode(desk.talk, request);
  const meant = await groupMeant(desk, request, named);
  if (meant.kind === 'answer') return reply(desk, { state: null, request }, meant.answer);
  await reply(desk, { state: meant.state, request }, await answerRequest(desk, meant.state, request));
}

/** A line as a command. While a code waits the code alone is its confirmation, and yes and no are said to it. */
function readLine(talk: Conversations, event: Direct, line: string): Typed | null {
  const typed = recognise(line, COMMANDS);
  const isAsked = talk.waiting(event.from.id, event.at).length > 0;
  const isCommand = typed !== null && findCommand(typed.name) !== null;
  const answer = isAsked && typed !== null && !isCommand ? replyToCode(typed) : null;
  return answer ?? expectedLine(talk, event) ?? typed;
}

function withoutSlash(text: string): string {
  return text.trim().replace(/^[/／]\s*/u, '');
}

/** A bare number answers the question which of several was meant. */
function resume(talk: Conversations, event: Direct): Resumed | null {
  const number = readOrdinal(event.text);
  return number === null ? null : talk.answer(event.from.id, number, event.at);
}

/** What a command asked for: a card, say. Another command may be given instead. */
function expectedLine(talk: Conversations, event: Direct): Typed | null {
  const line = talk.expected(event.from.id, event.at);
  const other = recognise(withoutSlash(event.text), COMMANDS);
  if (line === null || isGreeting(event.text) || findCommand(other?.name ?? '') !== null) return null;
  return { name: line.command, rest: `${line.prefix} ${event.text.trim()}` };
}

/** A code says which group is meant; so does a yes or no without one, while a code waits. */
function groupOfCode(talk: Conversations, { typed, actorId, at }: Request): string | null {
  if (typed.rest !== '') return talk.groupOfCode(typed.rest, actorId, at);
  const isReply = REPLIES.includes(findCommand(typed.name)?.names[0] ?? '');
  return isReply ? (talk.waiting(actorId, at)[0]?.pending.groupId ?? null) : null;
}

const REPLIES: readonly string[] = ['确认', '驳回', '好'];

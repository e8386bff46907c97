import type { Inbound } from '../core/model/event.js';
import type { Message } from '../core/model/message.js';
import { addressed, type Addressed } from '../core/command/addressed.js';
import { recognise } from '../core/command/recognise.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { answerRequest } from './answer-request.js';
import { COMMANDS } from './commands/index.js';
import type { Desk } from './commands/command.js';
import { createConversations } from './conversations.js';
import type { GroupState } from './groups.js';
import { inPrivate } from './in-private.js';
import { aboutOwnCases } from './own-cases.js';
import { reply } from './reply.js';
import { findCommand, type Request } from './request.js';

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
      // Nonsense behind a slash is a slip; words said to the bot may be about what it has done.
      const own = spoken.how === 'mention' || command !== null ? await aboutOwnCases(desk, whole) : null;
      await reply(desk, { state, request: whole }, own ?? (await answerRequest(desk, state, whole)));
      if (command === null) return null;
      return command.quotes === true ? 'quoted' : 'command';
    },
    inPrivate: (event) => inPrivate(desk, event),
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

import type { Typed } from '../core/command/parse.js';
import type { Instant } from '../core/model/instant.js';
import { HOUR, MINUTE } from '../core/model/instant.js';
import { type Codes, createCodes } from './codes.js';
import type { SentTable, Table } from './table.js';

const PATIENCE: Instant = 5 * MINUTE;
const LINE_PATIENCE: Instant = 60 * MINUTE;

/** What waits for a person's next word: which member was meant, which group is spoken of, a removal to confirm. Lost on restart. */
export interface Conversations extends Codes {
  chosen(actorId: string): string | null;
  choose(actorId: string, groupId: string): void;
  /** Asks which of several members was meant; the answer is the same command with that member's id. */
  ask(actorId: string, question: Question): void;
  /** Asks which of several groups was meant; the answer is the same line about that group. */
  askGroup(actorId: string, question: GroupQuestion): void;
  answer(actorId: string, number: number, now: Instant): Resumed | null;
  /** The person's next line in private that is no command belongs to this one. */
  expect(actorId: string, line: ExpectedLine): void;
  expected(actorId: string, now: Instant): ExpectedLine | null;
  /** Whether the person may try another of the operator's codes: neither one person nor all together guess for long. */
  mayGuess(actorId: string, now: Instant): boolean;
  guessedWrong(actorId: string, now: Instant): void;
}

/** So many wrong codes an hour from one person, and from all. */
const GUESSES = { one: 5, all: 30 } as const;

export interface ExpectedLine {
  readonly command: string;
  /** What stands before the line when it is given to the command. */
  readonly prefix: string;
  readonly at: Instant;
}

export interface Resumed {
  /** The command to go on with; null: what is to be made of `line`. */
  readonly typed: Typed | null;
  readonly line: string;
  readonly table: Table | null;
  readonly groupId: string;
}

export interface Question {
  readonly groupId: string;
  readonly command: string;
  /** The rest of the command once `{}` is replaced by the id chosen. */
  readonly rest: string;
  readonly options: readonly string[];
  readonly at: Instant;
}

export interface GroupQuestion {
  readonly line: string;
  /** What was sent in place of a line; null: nothing was. */
  readonly sent: SentTable | null;
  readonly options: readonly string[];
  readonly at: Instant;
}

function createGuesses(): Pick<Conversations, 'mayGuess' | 'guessedWrong'> {
  let guesses: readonly { readonly actorId: string; readonly at: Instant }[] = [];
  return {
    mayGuess(actorId, now) {
      guesses = guesses.filter(({ at }) => at > now - HOUR);
      const own = guesses.filter((one) => one.actorId === actorId);
      return own.length < GUESSES.one && guesses.length < GUESSES.all;
    },
    guessedWrong: (actorId, at) => void (guesses = [...guesses, { actorId, at }]),
  };
}

export function createConversations(): Conversations {
  const groups = new Map<string, string>();
  const questions = new Map<string, Question | GroupQuestion>();
  const lines = new Map<string, ExpectedLine>();
  return {
    chosen: (actorId) => groups.get(actorId) ?? null,
    choose: (actorId, groupId) => void groups.set(actorId, groupId),
    ask: (actorId, question) => void questions.set(actorId, question),
    askGroup: (actorId, question) => void questions.set(actorId, question),
    answer(actorId, number, now) {
      const question = questions.get(actorId);
      const option = question?.options[number - 1];
      if (question === undefined || option === undefined || now - question.at > PATIENCE) return null;
      questions.delete(actorId);
      if ('command' in question) return memberMeant(question, option);
      groups.set(actorId, option);
      const { line, sent } = question;
      return { typed: sent?.typed ?? null, line, table: sent?.table ?? null, groupId: option };
    },
    expect: (actorId, line) => void lines.set(actorId, line),
    expected(actorId, now) {
      const line = lines.get(actorId);
      lines.delete(actorId);
      return line === undefined || now - line.at > LINE_PATIENCE ? null : line;
    },
    ...createCodes(),
    ...createGuesses(),
  };
}

function memberMeant({ command, rest, groupId }: Question, memberId: string): Resumed {
  const typed = { name: command, rest: rest.replace('{}', () => `id:${memberId}`) };
  return { typed, line: `${typed.name} ${typed.rest}`, table: null, groupId };
}

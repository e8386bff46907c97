import type { DeskGroup, DeskWorld } from '../harness/desk.js';

/** A command as a person gives it over WeChat, what answers, and what it leaves in the database. */
export interface Given {
  /** The Chinese name of the command, without its slash. */
  readonly command: string;
  readonly where: 'group' | 'private';
  readonly by: string;
  /** What happened before; a case's number, a message's id, a code: what the line is about. */
  readonly before?: (group: DeskGroup, world: DeskWorld) => Promise<string | number>;
  /** `{}` stands for what `before` gave; `@ann` for a mention, where it is given in the group. */
  readonly line: string;
  /** The line quotes the message that `before` gave. */
  readonly quotes?: true;
  /** Where the answer goes to, if not to where it was asked: the rest of a desk's answers are private. */
  readonly answer: RegExp;
  readonly aloud?: true;
  /** A query of the database, or a look at what the platform was asked for, and what it must give. */
  readonly effect?: readonly [query: string | ((group: DeskGroup) => unknown), want: unknown];
}

import type { Typed } from '../core/command/parse.js';
import type { Instant } from '../core/model/instant.js';
import type { Quote } from '../core/model/message.js';
import type { Command } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import type { Table } from './table.js';

/** Who typed what, where and when. */
export interface Request {
  readonly typed: Typed;
  /** The whole line, for what no command could be made of. */
  readonly line: string;
  readonly actorId: string;
  readonly at: Instant;
  readonly inGroup: boolean;
  readonly mentions: readonly string[];
  readonly quote: Quote | null;
  readonly table: Table | null;
  readonly key: string;
}

export function findCommand(name: string): Command | null {
  return COMMANDS.find((command) => command.names.includes(name)) ?? null;
}

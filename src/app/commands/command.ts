import type { Answer } from '../../core/model/answer.js';
import type { Instant } from '../../core/model/instant.js';
import type { Quote } from '../../core/model/message.js';
import type { Role } from '../../core/policy/authority.js';
import type { Conversations } from '../conversations.js';
import type { Counters } from '../counters.js';
import type { Deps } from '../deps.js';
import type { Dispatch } from '../dispatch.js';
import type { Groups, GroupState } from '../groups.js';
import type { Heard } from '../heard.js';
import type { Jobs } from '../jobs.js';
import type { Table } from '../table.js';

/** What commands work with. */
export interface Desk {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
  readonly jobs: Jobs;
  readonly counters: Counters;
  readonly heard: Heard;
  readonly talk: Conversations;
  /** The registry, in the order that /帮助 shows them. */
  readonly commands: readonly Command[];
}

/** One command as given. Authority was looked up just now, by id. */
export interface Call {
  readonly desk: Desk;
  readonly state: GroupState;
  readonly role: Role;
  readonly actorId: string;
  readonly at: Instant;
  readonly inGroup: boolean;
  readonly mentions: readonly string[];
  /** What the command's message quotes; null in private, and where it quotes nothing. */
  readonly quote: Quote | null;
  readonly rest: string;
  /** The spreadsheet that was sent instead of a line; null for what was typed. */
  readonly table: Table | null;
  /** The id of the message or letter that gave it. */
  readonly key: string;
}

/** A command: its names (Chinese first, then the English alias), who may give it, how it is written, what it does. */
export interface Command {
  readonly names: readonly string[];
  readonly least: Role;
  readonly usage: string;
  readonly summary: string;
  /** `any`: the command is about no group in particular, so nobody is asked which. */
  readonly place?: 'any';
  /** A case's number comes first: in private it says which group is meant. */
  readonly numbered?: true;
  /** Several numbers may be given at once, each answered on its own. */
  readonly several?: true;
  /** Its words are somebody else's, put before the bot in good faith: they are not judged. */
  readonly quotes?: true;
  run(call: Call): Promise<Answer>;
}

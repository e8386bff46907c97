import type { PlannedAction } from '../core/model/action.js';

/** A process as the database knows it. A name that has lapsed is never used again. */
export interface Worker {
  readonly id: string;
  /** The account of the platform that it speaks as. */
  readonly account: string;
}

/** A group that this process's account is in and that another process leads. */
export interface Follow {
  readonly groupId: string;
  /** The account of the process that leads it. */
  readonly account: string;
}

/** Something that a process wrote and that the others keep in memory. */
export interface Change {
  readonly seq: number;
  readonly topic: ChangeTopic;
  /** A group, a case or a notice, by the topic. */
  readonly key: string;
}

/**
 * `group`: the group itself, its settings, words or classes of members (key: group). `outbox`: something was planned for whoever leads
 * it (group). `alarm` (group). `notice` (notice). `signature`: one was added (group); `signature-gone`: those of a case went (case).
 */
export type ChangeTopic = 'group' | 'outbox' | 'alarm' | 'notice' | 'signature' | 'signature-gone';

/** `lost`: too long since the last reading; what happened in between is not known any more. */
export type Changes =
  | { readonly kind: 'read'; readonly changes: readonly Change[]; readonly upTo: ChangeMark }
  | { readonly kind: 'lost'; readonly upTo: ChangeMark };

/** How far the changes have been read, by the database's clock. */
export interface ChangeMark {
  readonly at: number;
  /** Read already; younger ones may be committed before them and are read later. */
  readonly known: ReadonlySet<number>;
}

/** An action that waits, and whether a process has claimed it. */
export interface Unsettled {
  readonly planned: PlannedAction;
  readonly claimed: boolean;
}

/**
 * Who leads which group, among processes that share a database. All times are the database's. At most one living worker leads a group;
 * when a worker's time is over, whoever sees it first buries it, and what it led is free.
 */
export interface ClusterRecords {
  /** Enters the worker for so many ms. An earlier name of the same process is taken out with all that it led. */
  enter(worker: Worker, ttlMs: number, before: string | null): Promise<void>;
  /** False: the time was over or another process has buried it; it leads nothing any more. */
  renew(worker: Worker, ttlMs: number): Promise<boolean>;
  /** Takes out the workers whose time is over, and lets go of changes that everybody has read. */
  bury(): Promise<void>;
  /** Takes the worker out: what it led is free at once. */
  leave(worker: Worker): Promise<void>;
  /** The account was seen in these groups. */
  join(account: string, groupIds: readonly string[]): Promise<void>;
  /** The groups that the account was seen in. */
  joined(account: string): Promise<readonly string[]>;
  /** The account is not in the group any more. True where another account is. */
  quit(worker: Worker, groupId: string): Promise<boolean>;
  /** Takes the lead of every free group that the account is in, and of the organisation; answers which. */
  take(worker: Worker): Promise<readonly string[]>;
  follows(worker: Worker): Promise<readonly Follow[]>;
  /** All accounts of the bot that are in any group. */
  accounts(): Promise<readonly string[]>;

  /** Unsettled actions of the groups that the worker leads, and those that only its account may do. */
  waiting(worker: Worker): Promise<readonly Unsettled[]>;

  /** What has changed since the mark; null begins now. */
  changes(since: ChangeMark | null): Promise<Changes>;
  announce(topic: ChangeTopic, keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The key under which the organisation itself is led: what concerns no group. */
export const ORGANISATION = '';

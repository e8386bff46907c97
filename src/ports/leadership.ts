import type { PlannedAction } from '../core/model/action.js';

/** `unsettled`: not known at the moment, or on its way; an event is kept until it is. */
export type Stand = 'leads' | 'follows' | 'unsettled';

/** Which groups this process acts for, among processes that share a database. Asked for every message: without waiting. */
export interface Leadership {
  readonly kind: 'alone' | 'shared';
  stand(groupId: string): Stand;
  /**
   * Resolves when the stand may have changed; false where the event is given up: the process ends, or too many wait already.
   * Asking is also how a group is first heard of. Null: an event of no group waits until the process is well.
   */
  settle(groupId: string | null): Promise<boolean>;
  /** An event was left to the process that leads its group. */
  passed(groupId: string): void;
  /** Whether this process is the one to do the action. Looked at again right before it is done. */
  performs(planned: Pick<PlannedAction, 'groupId' | 'account'>): boolean;
  /** Whether this process acts for anything at the moment; false while the database cannot be reached. */
  isWell(): boolean;
  /** Asks whether the database answers: tells a lost line from a fault of ours. */
  answers(): Promise<boolean>;
  /** The bot's account here; null: not known, or of no account. */
  account(): string | null;
  /** All accounts of the bot: they are no members like others. */
  accounts(): readonly string[];
  isIn(groupId: string): boolean;
  /** The account is not in the group any more; true where another account of the bot is. */
  quit(groupId: string): Promise<boolean>;
  /** Something waits for whoever leads the group. */
  handOver(groupId: string | null): void;
}

/** One process by itself: it leads everything, and asks nobody. */
export const ALONE: Leadership = {
  kind: 'alone',
  stand: () => 'leads',
  settle: () => Promise.resolve(true),
  passed: () => undefined,
  performs: () => true,
  isWell: () => true,
  answers: () => Promise.resolve(true),
  account: () => null,
  accounts: () => [],
  isIn: () => true,
  quit: () => Promise.resolve(false),
  handOver: () => undefined,
};

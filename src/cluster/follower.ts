import type { Changes, Unsettled } from '../ports/cluster.js';

/** What the use-cases do when groups come and go, and when other processes have changed something. */
export interface Follower {
  /** Loads the groups from the store; after it their events are handled. `unjudged`: events of theirs that perhaps nobody has handled. */
  takeUp(groupIds: readonly string[], unjudged: number): Promise<void>;
  /** Takes up actions that wait in the store and are not known here. */
  resume(waiting: readonly Unsettled[]): void;
  putDown(groupIds: readonly string[]): void;
  /** Those of the groups that the account is not in any more, as the platform shows it. */
  gone(groupIds: readonly string[]): Promise<readonly string[]>;
  catchUp(changes: Changes): Promise<void>;
  /** Events that were given up while nobody could say who leads. */
  lost(events: number): Promise<void>;
}

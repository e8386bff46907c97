import type { PlannedAction } from '../../core/model/action.js';
import type { Instant } from '../../core/model/instant.js';
import type { Alarm } from '../../ports/alarms.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import type { Groups, GroupState } from '../groups.js';

/** An alarm that has gone off. `state` is null where it concerns no group, or one that the bot has left. */
export interface Rung {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly state: GroupState | null;
  readonly alarm: Alarm;
  readonly now: Instant;
}

/** What an alarm of one kind does. It takes the alarm out of the store in its own transaction: see `once`. */
export type AlarmHandler = (rung: Rung) => Promise<readonly PlannedAction[]>;

/** Runs `work` in one transaction with the taking of the alarm, so that it is done exactly once; nothing where another took it. */
export function once(
  { deps, alarm }: Rung,
  work: (records: Records) => Promise<readonly PlannedAction[]>,
): Promise<readonly PlannedAction[]> {
  return deps.store.transaction(async (records) =>
    (await records.takeAlarm(alarm.key, alarm.dueAt)) ? work(records) : [],
  );
}

import type { Instant } from '../core/model/instant.js';

/** A single thing to look at again at a set time: a deadline, a repetition, the end of something. Survives restarts. */
export interface Alarm {
  /** Unique: set again under the same key, it replaces the earlier one. */
  readonly key: string;
  /** Which handler of `app/alarms` takes it. */
  readonly kind: string;
  readonly groupId: string | null;
  readonly dueAt: Instant;
  /** Ids and kinds, never a text. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AlarmRecords {
  /** All that wait, soonest first, then by key. */
  alarms(): Promise<readonly Alarm[]>;
  /** Those of one group, in the same order. */
  alarmsOf(groupId: string): Promise<readonly Alarm[]>;
  putAlarm(alarm: Alarm): Promise<void>;
  /** True for exactly one caller: the alarm of this key and due time is gone afterwards. */
  takeAlarm(key: string, dueAt: Instant): Promise<boolean>;
  /** Drops the alarm of this key, whenever it is due. */
  dropAlarm(key: string): Promise<void>;
}

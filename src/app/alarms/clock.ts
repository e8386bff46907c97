import type { Instant } from '../../core/model/instant.js';
import type { Alarm, AlarmRecords } from '../../ports/alarms.js';

/** The alarms that this process knows of. A mirror of the store's: what is set in vain is found gone when it falls due. */
export interface AlarmClock {
  nextDue(): Instant;
  set(alarm: Alarm): void;
  drop(key: string): void;
  /** Takes an alarm back that was taken in vain, to go off at `at`; its own due time stays. */
  again(alarm: Alarm, at: Instant): void;
  /** Takes out what is due at `now`, soonest first. */
  take(now: Instant): readonly Alarm[];
}

interface Waiting {
  readonly alarm: Alarm;
  readonly wakeAt: Instant;
}

export function createAlarmClock(): AlarmClock {
  const waiting = new Map<string, Waiting>();
  let next: Instant = Infinity;
  const renew = (): void => {
    next = [...waiting.values()].reduce((least, { wakeAt }) => Math.min(least, wakeAt), Infinity);
  };
  return {
    nextDue: () => next,
    set(alarm) {
      const before = waiting.get(alarm.key);
      waiting.set(alarm.key, { alarm, wakeAt: alarm.dueAt });
      if (before?.wakeAt === next) renew();
      else next = Math.min(next, alarm.dueAt);
    },
    again(alarm, at) {
      // Set anew meanwhile, it is another one.
      if (!waiting.has(alarm.key)) waiting.set(alarm.key, { alarm, wakeAt: at });
      renew();
    },
    drop(key) {
      const gone = waiting.get(key);
      waiting.delete(key);
      if (gone?.wakeAt === next) renew();
    },
    take(now) {
      if (next > now) return [];
      const due = [...waiting.values()].filter(({ wakeAt }) => wakeAt <= now).map(({ alarm }) => alarm);
      for (const alarm of due) waiting.delete(alarm.key);
      renew();
      return due.toSorted((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
    },
  };
}

/** Sets an alarm in a transaction and in this process. */
export async function setAlarm(clock: AlarmClock, records: AlarmRecords, alarm: Alarm): Promise<void> {
  await records.putAlarm(alarm);
  clock.set(alarm);
}

export async function dropAlarm(clock: AlarmClock, records: AlarmRecords, key: string): Promise<void> {
  await records.dropAlarm(key);
  clock.drop(key);
}

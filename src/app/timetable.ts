import type { Instant } from '../core/model/instant.js';

/** What falls due at `dueAt`, but after a failure not before `heldUntil`. */
export interface Entry {
  dueAt: Instant;
  heldUntil: Instant;
}

/**
 * What falls due when, by group; `null` for what is of no one group. A town of ten thousand groups has sixty thousand entries: nobody may
 * go through all of them for each group that is met.
 */
export interface Timetable<T extends Entry> {
  has(groupId: string | null): boolean;
  /** In place of what the group had. */
  put(groupId: string | null, entries: readonly T[]): void;
  drop(groupId: string | null): void;
  /** The earliest instant at which something may be done; Infinity while there is nothing. */
  nextDue(): Instant;
  /** In the order in which groups and their entries were put. */
  dueBy(now: Instant): readonly T[];
  /** Looks through everything: due times have moved on. */
  renew(): void;
}

export function createTimetable<T extends Entry>(): Timetable<T> {
  const byGroup = new Map<string | null, readonly T[]>();
  let next: Instant = Infinity;
  const all = (): readonly T[] => [...byGroup.values()].flat();
  const renew = (): void => {
    next = earliest(all());
  };
  const drop = (groupId: string | null): void => {
    const gone = byGroup.get(groupId);
    if (gone === undefined) return;
    byGroup.delete(groupId);
    if (earliest(gone) <= next) renew();
  };
  return {
    has: (groupId) => byGroup.has(groupId),
    put(groupId, entries) {
      drop(groupId);
      byGroup.set(groupId, entries);
      next = Math.min(next, earliest(entries));
    },
    drop,
    nextDue: () => next,
    dueBy: (now) => all().filter((entry) => wakeAt(entry) <= now),
    renew,
  };
}

function earliest(entries: readonly Entry[]): Instant {
  return entries.reduce((least, entry) => Math.min(least, wakeAt(entry)), Infinity);
}

function wakeAt({ dueAt, heldUntil }: Entry): Instant {
  return Math.max(dueAt, heldUntil);
}

import type { RosterPreview } from '../../core/model/answers/people.js';
import type { RosterEntry } from '../../core/model/people.js';
import type { Instant } from '../../core/model/instant.js';
import { MINUTE } from '../../core/model/instant.js';
import { entryKey, type RosterReading } from '../../core/roster/read.js';
import { differenceOf } from '../../core/roster/match.js';
import type { Deps } from '../deps.js';

/** What an import would change. */
export async function previewRoster(
  deps: Pick<Deps, 'store'>,
  groupId: string,
  { entries, problems }: RosterReading,
): Promise<RosterPreview> {
  const before = await deps.store.roster(groupId);
  return {
    entries,
    before: before.length,
    difference: differenceOf(before, entries, entryKey),
    problems: problems.map(({ message }) => message),
  };
}

/** Makes the list the group's; one entry in the audit log, without names. */
export function importRoster(
  deps: Pick<Deps, 'store'>,
  groupId: string,
  {
    entries,
    actor,
    at,
  }: { readonly entries: readonly RosterEntry[]; readonly actor: string; readonly at: Instant },
): Promise<void> {
  return deps.store.transaction(async (records) => {
    await records.putRoster(groupId, entries);
    const data = { entries: entries.length };
    await records.audit({ at, actor, kind: 'roster-imported', groupId, data });
  });
}

const PATIENCE: Instant = 10 * MINUTE;

/** Lists that were shown and wait for the owner's word. Lost on restart: they are sent again. */
export interface PendingRosters {
  keep(
    actorId: string,
    pending: { readonly groupId: string; readonly entries: readonly RosterEntry[]; readonly at: Instant },
  ): void;
  take(actorId: string, groupId: string, now: Instant): readonly RosterEntry[] | null;
}

export function createPendingRosters(): PendingRosters {
  const waiting = new Map<
    string,
    { readonly groupId: string; readonly entries: readonly RosterEntry[]; readonly at: Instant }
  >();
  return {
    keep: (actorId, pending) => void waiting.set(actorId, pending),
    take(actorId, groupId, now) {
      const pending = waiting.get(actorId);
      if (pending === undefined || pending.groupId !== groupId || now - pending.at > PATIENCE) return null;
      waiting.delete(actorId);
      return pending.entries;
    },
  };
}

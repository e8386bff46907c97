import type { Inbound } from '../../src/core/model/event.js';
import type { Group } from '../../src/core/model/group.js';
import type { Member } from '../../src/core/model/member.js';
import type { Clock, Log, Platform } from '../../src/ports.js';
import type { Cards } from './cards.js';

/** `group`: what it is called, whose it is. `members`: who is in and each one's card as well, one request for each. */
export type Depth = 'group' | 'members';

export interface Resync {
  readonly platform: Platform;
  /** The cards of a group as they were before the gap; null where they were never read. */
  readonly before: (groupId: string) => Cards | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly hear: (event: Inbound) => Promise<void>;
  /** Whether the line that this began on is still the one. */
  readonly goesOn: () => boolean;
}

/** Reads the known groups from the platform, past every cache, and hands on what is different. One that cannot be read is left. */
export async function resync(work: Resync, groups: readonly Group[], depth: Depth): Promise<void> {
  for (const known of groups) {
    if (!work.goesOn()) return;
    try {
      await readAgain(work, known, depth);
    } catch (error) {
      const fault = error instanceof Error ? error.name : typeof error;
      work.log.warn({ group: known.id, fault }, 'group not read after the gap');
    }
  }
}

async function readAgain(work: Resync, known: Group, depth: Depth): Promise<void> {
  const { platform, clock, log, hear } = work;
  const groupId = known.id;
  const before = work.before(groupId);
  const group = await platform.group(groupId);
  const at = clock.now();
  // Right after a login a platform may not know its rooms yet; a leave that was no leave would forget the group.
  if (group === null) return log.warn({ group: groupId }, 'not in the group as far as the platform shows');
  const members = before === null || depth === 'group' ? null : await platform.members(groupId);
  const difference = before === null || members === null ? NO_DIFFERENCE : differenceOf(before, members);
  await hear({ kind: 'resync', at, groupId, group, ...difference });
}

const NO_DIFFERENCE = { joined: [], leftIds: [], changed: [] };

function differenceOf(before: Cards, members: readonly Member[]) {
  const now = new Set(members.map(({ id }) => id));
  return {
    joined: members.filter(({ id }) => !before.has(id)),
    leftIds: [...before.keys()].filter((id) => !now.has(id)),
    changed: members.filter(({ id, card }) => (before.get(id) ?? card) !== card),
  };
}

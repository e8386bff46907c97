import type { Inbound } from '../../src/core/model/event.js';
import type { Group } from '../../src/core/model/group.js';
import type { Member } from '../../src/core/model/member.js';
import type { Clock, Log, Platform } from '../../src/ports.js';
import type { Cards, CardWatcher } from './cards.js';

/**
 * `group`: what it is called, whose it is. `people`: who is in as well, one request more and two for each who came. `members`: each
 * one's card too, one request for each.
 */
export type Depth = 'group' | 'people' | 'members';

export interface Resync {
  readonly platform: Pick<Platform, 'group' | 'members' | 'member'>;
  /** The ids of those who are in a group now. */
  readonly present: (groupId: string) => Promise<readonly string[]>;
  /** The cards of a group as they were before the gap; null where they were never read. */
  readonly before: (groupId: string) => Cards | null;
  readonly cards: Pick<CardWatcher, 'note' | 'drop'>;
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
  const group = await platform.group(groupId);
  const at = clock.now();
  // Right after a login a platform may not know its rooms yet; a leave that was no leave would forget the group.
  if (group === null) return log.warn({ group: groupId }, 'not in the group as far as the platform shows');
  const difference = depth === 'group' ? NO_DIFFERENCE : await differenceIn(work, groupId, depth);
  await hear({ kind: 'resync', at, groupId, group, ...difference });
}

interface Difference {
  readonly joined: readonly Member[];
  readonly leftIds: readonly string[];
  readonly changed: readonly Member[];
}

const NO_DIFFERENCE: Difference = { joined: [], leftIds: [], changed: [] };

async function differenceIn(work: Resync, groupId: string, depth: 'people' | 'members'): Promise<Difference> {
  const before = work.before(groupId);
  const ids = before === null ? [] : await work.present(groupId);
  // Where nobody is shown the platform does not know the room yet; nobody has left.
  if (before === null || ids.length === 0) return NO_DIFFERENCE;
  const now = new Set(ids);
  // By the list, not by the cards: one that cannot be read is not somebody who left.
  const leftIds = [...before.keys()].filter((id) => !now.has(id));
  if (depth === 'people')
    return { joined: await came(work, groupId, { before, ids, leftIds }), leftIds, changed: [] };
  const members = await work.platform.members(groupId);
  return {
    joined: members.filter(({ id }) => !before.has(id)),
    leftIds,
    changed: members.filter(({ id, card }) => (before.get(id) ?? card) !== card),
  };
}

interface Present {
  readonly before: Cards;
  readonly ids: readonly string[];
  readonly leftIds: readonly string[];
}

/** Reads those who came, and notes who is in for the next time. */
async function came(
  { platform, cards }: Resync,
  groupId: string,
  { before, ids, leftIds }: Present,
): Promise<readonly Member[]> {
  const joined: Member[] = [];
  for (const id of ids.filter((one) => !before.has(one))) {
    const member = await platform.member(groupId, id);
    if (member !== null) joined.push(member);
  }
  for (const member of joined) cards.note(groupId, member);
  for (const id of leftIds) cards.drop(groupId, id);
  return joined;
}

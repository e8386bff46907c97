import type { Inbound } from '../src/core/model/event.js';
import type { Group } from '../src/core/model/group.js';
import { type Instant, MINUTE } from '../src/core/model/instant.js';
import type { Clock, Log, Platform } from '../src/ports.js';
import type { Session } from './session.js';
import type { Cards, CardWatcher } from './wechaty/cards.js';
import { resync } from './wechaty/resync.js';

/** After a gap shorter than this the cards of all members are left to the daily audit. */
const SHORT = 5 * MINUTE;

interface Surroundings {
  readonly session: Pick<Session, 'hear' | 'store'>;
  readonly platform: Platform;
  readonly cards: Pick<CardWatcher, 'known'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the line that was mended is still the one. */
  readonly goesOn: () => boolean;
}

/** The platform is heard again: the groups are read anew, and what could not be heard is told. `since` null: nothing was missed. */
export async function afterGap(around: Surroundings, since: Instant | null): Promise<void> {
  const { session, platform, cards, clock, log, goesOn } = around;
  const known = async (): Promise<readonly Group[]> =>
    (await session.store.groups()).filter(({ left }) => !left).map(({ group }) => group);
  // Noted now: the first word of a room after the gap makes its cards be read anew.
  const cardsBefore = new Map((await known()).map(({ id }) => [id, cards.known(id)]));
  const before = (groupId: string): Cards | null => cardsBefore.get(groupId) ?? null;
  const hear = (event: Inbound): Promise<void> => session.hear(event);
  const work = { platform, before, clock, log, hear, goesOn };
  const at = clock.now();
  if (since !== null) {
    // First whose the groups are now: who has handed one over in the meantime is not the one to be told.
    await resync(work, await known(), 'group');
    await session.hear({ kind: 'outage', at, what: 'unheard', from: since });
  }
  if (since === null || at - since >= SHORT) await resync(work, await known(), 'members');
}

import type { Inbound } from '../src/core/model/event.js';
import type { Group } from '../src/core/model/group.js';
import { type Instant, MINUTE } from '../src/core/model/instant.js';
import type { Clock, GroupRecord, Log } from '../src/ports.js';
import type { Session } from './session.js';
import type { Cards, CardWatcher } from './wechaty/cards.js';
import { resync, type Resync } from './wechaty/resync.js';

/** After a gap shorter than this who came and who left is looked for; the cards of those who stayed are left to the daily audit. */
const SHORT = 5 * MINUTE;

interface Surroundings {
  readonly session: Pick<Session, 'hear'> & {
    readonly store: { groups(): Promise<readonly GroupRecord[]> };
  };
  readonly platform: Resync['platform'];
  readonly present: Resync['present'];
  readonly cards: Pick<CardWatcher, 'known' | 'note' | 'drop'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the line that was mended is still the one. */
  readonly goesOn: () => boolean;
}

/** The platform is heard again: the groups are read anew, and what could not be heard is told. `since` null: nothing was missed. */
export async function afterGap(around: Surroundings, since: Instant | null): Promise<void> {
  const { session, platform, present, cards, clock, log, goesOn } = around;
  const known = async (): Promise<readonly Group[]> =>
    (await session.store.groups()).filter(({ left }) => !left).map(({ group }) => group);
  // Noted now: the first word of a room after the gap makes its cards be read anew.
  const cardsBefore = new Map((await known()).map(({ id }) => [id, cards.known(id)]));
  const before = (groupId: string): Cards | null => cardsBefore.get(groupId) ?? null;
  const hear = (event: Inbound): Promise<void> => session.hear(event);
  const work = { platform, present, before, cards, clock, log, hear, goesOn };
  const at = clock.now();
  const isShort = since !== null && at - since < SHORT;
  if (since !== null) {
    // First whose the groups are now: who has handed one over in the meantime is not the one to be told.
    await resync(work, await known(), isShort ? 'people' : 'group');
    await session.hear({ kind: 'outage', at, what: 'unheard', from: since });
  }
  if (!isShort) await resync(work, await known(), 'members');
}

import { expect, it } from 'vitest';
import { afterGap } from '../../bot/after-gap.js';
import type { Inbound } from '../../src/core/model/event.js';
import { MINUTE } from '../../src/core/model/instant.js';
import type { GroupRecord } from '../../src/ports.js';
import { aGroup, aMember, NOW } from '../builders/model.js';
import { createMemoryLog } from '../fakes/log.js';

const RECORD: GroupRecord = { group: aGroup(), firstSeenAt: 0, introducedAt: 0, left: false };

/** What is heard after a gap in which u6 came and u5 changed the card; how often the platform was asked for what. */
async function after(since: number | null, records: readonly GroupRecord[] = [RECORD]) {
  const heard: Inbound[] = [];
  const asked: string[] = [];
  const members = [aMember({ id: 'u5', card: '新名片' }), aMember({ id: 'u6' })];
  const ask = <T>(what: string, answer: T): Promise<T> => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  await afterGap(
    {
      session: {
        hear: (event) => Promise.resolve(void heard.push(event)),
        store: { groups: () => Promise.resolve(records) },
      },
      platform: {
        group: () => ask('group', aGroup()),
        members: () => ask('members', members),
        member: (_group, id) => ask('member', members.find((one) => one.id === id) ?? null),
      },
      present: () => ask('list', ['u5', 'u6']),
      cards: { known: () => new Map([['u5', '旧名片']]), note: () => undefined, drop: () => undefined },
      clock: { now: () => NOW },
      log: createMemoryLog(),
      goesOn: () => true,
    },
    since,
  );
  const brief = heard.map((event) =>
    event.kind === 'resync' ? `+${event.joined.length} ~${event.changed.length}` : event.kind,
  );
  return { heard: brief, asked };
}

it('no group: only the gap itself is told', async () => {
  expect(await after(NOW - 1, [])).toEqual({ heard: ['outage'], asked: [] });
});

it('a group that the bot has left is not asked for', async () => {
  expect(await after(NOW - 1, [{ ...RECORD, left: true }])).toEqual({ heard: ['outage'], asked: [] });
});

it.each([
  {
    name: 'the first login, nothing was missed: all cards',
    since: null,
    heard: ['+1 ~1'],
    asked: ['group', 'list', 'members'],
  },
  {
    name: 'a moment: who came, not the cards',
    since: NOW - 1,
    heard: ['+1 ~0', 'outage'],
    asked: ['group', 'list', 'member'],
  },
  {
    name: 'just under five minutes: the same',
    since: NOW - 5 * MINUTE + 1,
    heard: ['+1 ~0', 'outage'],
    asked: ['group', 'list', 'member'],
  },
  {
    name: 'five minutes: whose the groups are first, since an owner is told; then all cards',
    since: NOW - 5 * MINUTE,
    heard: ['+0 ~0', 'outage', '+1 ~1'],
    asked: ['group', 'group', 'list', 'members'],
  },
])('$name', async ({ since, heard, asked }) => {
  expect(await after(since)).toEqual({ heard, asked });
});

import { afterEach, expect, it } from 'vitest';
import { createCardWatcher } from '../../../bot/wechaty/cards.js';
import { createWechatyPlatform } from '../../../bot/wechaty/outbound.js';
import { type Depth, resync } from '../../../bot/wechaty/resync.js';
import { readGroup, readMembers } from '../../../bot/wechaty/room.js';
import { ROOM } from '../../playground/alumni.js';
import { FakeLog, HeardEvents, startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

async function stage() {
  const { world, puppet } = await startPuppet();
  const cards = createCardWatcher();
  const log = new FakeLog();
  const clock = { now: () => 7 };
  const platform = createWechatyPlatform({ puppet: () => puppet, cards, clock, log });
  const heard = new HeardEvents();
  const known = await readGroup(puppet, ROOM, () => false);
  if (known === null) throw new Error('the bot is in the room');
  const state = { goesOn: true };
  const again = (depth: Depth, groups = [known]) =>
    resync(
      {
        platform,
        present: (id) => puppet.roomMemberList(id),
        before: (id) => cards.known(id),
        cards,
        clock,
        log,
        hear: heard.hear,
        goesOn: () => state.goesOn,
      },
      groups,
      depth,
    );
  const remember = async () => cards.remember(ROOM, await readMembers(puppet, ROOM));
  return { world, puppet, known, log, heard, state, again, remember };
}

it('no known group: nothing is read', async () => {
  const { again, heard } = await stage();
  await again('members', []);
  expect(heard.seen).toEqual([]);
});

it('what changed while nobody listened is found: topic, who came, who left, whose card is another', async () => {
  const { world, puppet, again, heard, remember } = await stage();
  await remember();
  puppet.emit('logout', { contactId: 'bot', data: '' });
  world.setTopic(ROOM, 'chen', '新名');
  world.join(ROOM, 'carol', 'chen');
  world.leave(ROOM, 'bob');
  world.setCard(ROOM, 'alice', '艾丽丝-上海-物理-2010');
  await again('members');
  const [event] = heard.of('resync');
  expect(event?.group.name).toBe('新名');
  expect(event?.joined.map(({ id }) => id)).toEqual(['carol']);
  expect(event?.leftIds).toEqual(['bob']);
  expect(event?.changed.map(({ card }) => card)).toEqual(['艾丽丝-上海-物理-2010']);
});

it.each([
  { name: 'where the group is asked for alone', depth: 'group', isKnown: true },
  { name: 'a room that was never read has nothing to compare', depth: 'members', isKnown: false },
  { name: 'nor who is in it', depth: 'people', isKnown: false },
] as const)('$name: only the group is read', async ({ depth, isKnown }) => {
  const { world, puppet, again, heard, remember } = await stage();
  if (isKnown) await remember();
  world.leave(ROOM, 'bob');
  const before = puppet.cardsRead;
  await again(depth);
  expect(heard.of('resync')).toMatchObject([{ joined: [], leftIds: [], changed: [] }]);
  expect(puppet.cardsRead).toBe(before);
});

it('after a short gap: who came and who left, at the price of the list and of each who came; cards are left', async () => {
  const { world, puppet, again, heard, remember } = await stage();
  await remember();
  world.join(ROOM, 'carol', 'chen');
  world.leave(ROOM, 'bob');
  world.setCard(ROOM, 'alice', '艾丽丝-上海-物理-2010');
  puppet.cardsRead = 0;
  await again('people');
  const [event] = heard.of('resync');
  expect(event?.joined.map(({ id }) => id)).toEqual(['carol']);
  expect([event?.leftIds, event?.changed, puppet.cardsRead]).toEqual([['bob'], [], 1]);
  await again('people');
  expect(heard.of('resync').at(-1)).toMatchObject({ joined: [], leftIds: [], changed: [] });
  // The card that was left is found by whoever reads them all.
  await again('members');
  expect(
    heard
      .of('resync')
      .at(-1)
      ?.changed.map(({ id }) => id),
  ).toEqual(['alice']);
});

it.each(['people', 'members'] as const)('nobody is shown (%s): nobody has left', async (depth) => {
  const { puppet, again, heard, remember } = await stage();
  await remember();
  puppet.roomMemberList = () => Promise.resolve([]);
  await again(depth);
  expect(heard.of('resync')).toMatchObject([{ joined: [], leftIds: [], changed: [] }]);
});

it('a card that cannot be read is not somebody who left', async () => {
  const { puppet, again, heard, remember } = await stage();
  await remember();
  puppet.faults.arm({ kind: 'fail', method: 'roomMemberRawPayload', times: 1, error: 'broken' });
  await again('members');
  expect(heard.of('resync')).toMatchObject([{ joined: [], leftIds: [], changed: [] }]);
});

it('a group that cannot be read is logged, and the next one is; a new line ends it', async () => {
  const { puppet, known, again, heard, log, state } = await stage();
  puppet.faults.arm({ kind: 'fail', method: 'roomRawPayload', times: 1, error: 'broken' });
  await again('group', [known, known]);
  expect([heard.seen.length, log.seen.length]).toEqual([1, 1]);
  state.goesOn = false;
  await again('group', [known]);
  expect(heard.seen).toHaveLength(1);
});

import { afterEach, expect, it } from 'vitest';
import { createCardWatcher } from '../../../bot/wechaty/cards.js';
import { readMembers } from '../../../bot/wechaty/room.js';
import { ROOM } from '../../playground/alumni.js';
import { startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

it('a room that was not known before: nobody changed', async () => {
  const { puppet } = await startPuppet();
  expect(await createCardWatcher().changed(puppet, ROOM)).toEqual([]);
});

it('an empty list remembered: nobody is taken for changed', async () => {
  const { puppet } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, []);
  expect(await cards.changed(puppet, ROOM)).toEqual([]);
});

it('who bears another card than before is told once', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, await readMembers(puppet, ROOM));
  world.setCard(ROOM, 'bob', '鲍勃');
  expect(await cards.changed(puppet, ROOM)).toEqual([{ id: 'bob', name: 'Bob', card: '鲍勃' }]);
  expect(await cards.changed(puppet, ROOM)).toEqual([]);
});

it('one who came is measured against the card with which he came', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, await readMembers(puppet, ROOM));
  world.join(ROOM, 'carol', null);
  cards.note(ROOM, { id: 'carol', name: 'Carol', card: '' });
  expect(await cards.changed(puppet, ROOM)).toEqual([]);
  world.setCard(ROOM, 'carol', '卡罗');
  expect((await cards.changed(puppet, ROOM)).map(({ id }) => id)).toEqual(['carol']);
});

it('a change that is announced while the room is first read is measured against that reading', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  cards.sight(puppet, ROOM);
  await new Promise(setImmediate);
  world.setCard(ROOM, 'bob', '鲍勃');
  expect((await cards.changed(puppet, ROOM)).map(({ id }) => id)).toEqual(['bob']);
});

it('several marks at once are one reading', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, await readMembers(puppet, ROOM));
  world.setCard(ROOM, 'bob', '鲍勃');
  puppet.cardsRead = 0;
  const told = await Promise.all([1, 2, 3].map(() => cards.changed(puppet, ROOM)));
  expect(told.flat().map(({ id }) => id)).toEqual(['bob']);
  expect(puppet.cardsRead).toBe(5);
});

it('an audit that reads the room while a change waits does not swallow it', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, await readMembers(puppet, ROOM));
  world.setCard(ROOM, 'bob', '鲍勃');
  const told = cards.changed(puppet, ROOM);
  cards.remember(ROOM, [{ id: 'bob', name: 'Bob', card: '鲍勃' }]);
  expect((await told).map(({ id }) => id)).toEqual(['bob']);
});

it('a room that could not be read is tried again with the next message', async () => {
  const { puppet, world } = await startPuppet();
  const cards = createCardWatcher();
  puppet.faults.arm({ kind: 'fail', method: 'roomMemberList', times: 1, error: 'broken' });
  await expect(cards.changed(puppet, ROOM)).rejects.toThrow('broken');
  cards.sight(puppet, ROOM);
  await new Promise(setImmediate);
  world.setCard(ROOM, 'bob', '鲍勃');
  expect((await cards.changed(puppet, ROOM)).map(({ id }) => id)).toEqual(['bob']);
});

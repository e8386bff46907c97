import { afterEach, expect, it } from 'vitest';
import { Faults } from '../../bot/playground/puppet/fault.js';
import { ROOM, startAlumni, stopAll } from './alumni.js';

afterEach(stopAll);

it('armed with nothing, takes nothing', () => {
  const faults = new Faults();
  expect([
    faults.takeCall('roomDel'),
    faults.takesDrop('message'),
    faults.takesDuplicate(),
    faults.takeReorder(),
  ]).toEqual([null, false, false, null]);
  expect(faults.cardsAreStale).toBe(false);
});

it('is used up after its number of times, and cleared at once', () => {
  const faults = new Faults();
  faults.arm({ kind: 'drop', event: 'message', times: 2 });
  expect([1, 2, 3].map(() => faults.takesDrop('message'))).toEqual([true, true, false]);
  faults.arm({ kind: 'stale-cards' });
  faults.clear();
  expect(faults.cardsAreStale).toBe(false);
});

it('fails the next call only, and does nothing then', async () => {
  const { puppet, world } = await startAlumni();
  puppet.faults.arm({ kind: 'fail', method: 'roomDel', times: 1, error: 'WorkproErrorCode: 20001' });
  await expect(puppet.roomDel(ROOM, 'bob')).rejects.toThrow('WorkproErrorCode: 20001');
  expect(world.state.room(ROOM).seats.has('bob')).toBe(true);
  await puppet.roomDel(ROOM, 'bob');
  expect(world.state.room(ROOM).seats.has('bob')).toBe(false);
});

it('loses the answer of a call that was obeyed', async () => {
  const { puppet, world } = await startAlumni();
  puppet.faults.arm({ kind: 'fail', method: 'roomDel', times: 1, error: 'deadline', when: 'after' });
  await expect(puppet.roomDel(ROOM, 'bob')).rejects.toThrow('deadline');
  expect(world.state.room(ROOM).seats.has('bob')).toBe(false);
});

it('drops, doubles and turns round messages', async () => {
  const { puppet, world, events } = await startAlumni();
  const say = (text: string) => world.say('alice', ROOM, text);
  puppet.faults.arm({ kind: 'drop', event: 'message', times: 1 });
  say('lost');
  puppet.faults.arm({ kind: 'duplicate', times: 1 });
  const twice = say('twice');
  puppet.faults.arm({ kind: 'reorder', times: 2 });
  const [first, second] = [say('first'), say('second')];
  const last = say('last');
  await events.next('raw-message', ({ id }) => id === last);
  expect(events.of('raw-message').map(({ id }) => id)).toEqual([twice, twice, second, first, last]);
});

it('delays what a message is asked for, so that Wechaty itself hands messages over out of order', async () => {
  const { puppet, world, events } = await startAlumni();
  puppet.faults.arm({ kind: 'delay', method: 'messageRawPayload', times: 1, ms: 20 });
  world.say('alice', ROOM, 'slow');
  world.say('alice', ROOM, 'fast');
  await events.text('slow');
  expect(events.of('message').map(({ message }) => message.text())).toEqual(['fast', 'slow']);
});

import { types } from 'wechaty-puppet';
import { afterEach, expect, it } from 'vitest';
import { DIRTY_ROOM, DIRTY_ROOM_MEMBER, tameDirty } from '../../../bot/wechaty/dirty.js';
import { ROOM } from '../../playground/alumni.js';
import { startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

it('the numbers are those of wechaty-puppet', () => {
  expect([types.Dirty.Room, types.Dirty.RoomMember]).toEqual([DIRTY_ROOM, DIRTY_ROOM_MEMBER]);
});

it('what nobody asked for is no echo', async () => {
  const { puppet } = await startPuppet();
  expect(tameDirty(puppet).isEcho(DIRTY_ROOM, ROOM)).toBe(false);
});

it('each request has one echo, of its own type and room', async () => {
  const { puppet } = await startPuppet();
  const echoes = tameDirty(puppet);
  await puppet.roomPayloadDirty(ROOM);
  await puppet.roomPayloadDirty(ROOM);
  expect(echoes.isEcho(DIRTY_ROOM_MEMBER, ROOM)).toBe(false);
  expect(echoes.isEcho(DIRTY_ROOM, 'other@chatroom')).toBe(false);
  expect([1, 2, 3].map(() => echoes.isEcho(DIRTY_ROOM, ROOM))).toEqual([true, true, false]);
});

it('a request that the gateway does not take ends neither the process nor the wait', async () => {
  const { puppet } = await startPuppet();
  // Declared to return nothing; over gRPC it is a promise all the same.
  const refuse: unknown = () => Promise.reject(new Error('14 UNAVAILABLE'));
  Reflect.set(puppet, 'dirtyPayload', refuse);
  const echoes = tameDirty(puppet);
  const unhandled: unknown[] = [];
  const onUnhandled = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', onUnhandled);
  await puppet.roomPayloadDirty(ROOM);
  await new Promise(setImmediate);
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled).toEqual([]);
  expect(echoes.isEcho(DIRTY_ROOM, ROOM)).toBe(true);
});

it('a new login forgets what was asked before: its echoes do not come any more', async () => {
  const { puppet } = await startPuppet();
  const echoes = tameDirty(puppet);
  await puppet.roomPayloadDirty(ROOM);
  puppet.emit('login', { contactId: 'bot' });
  expect(echoes.isEcho(DIRTY_ROOM, ROOM)).toBe(false);
});

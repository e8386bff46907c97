import { afterEach, expect, it } from 'vitest';
import { createCardWatcher } from '../../../bot/wechaty/cards.js';
import { tameDirty } from '../../../bot/wechaty/dirty.js';
import { listen } from '../../../bot/wechaty/listeners.js';
import { readMembers } from '../../../bot/wechaty/room.js';
import { ROOM } from '../../playground/alumni.js';
import { FakeLog, HeardEvents, NOW, startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

const HOUR = 3_600_000;

async function stage() {
  const { clock, world, puppet } = await startPuppet();
  const cards = createCardWatcher();
  cards.remember(ROOM, await readMembers(puppet, ROOM));
  const heard = new HeardEvents();
  const log = new FakeLog();
  const botClock = { ms: clock.ms };
  const deafen = listen(puppet, {
    clock: { now: () => botClock.ms },
    log,
    hear: heard.hear,
    cards,
    echoes: tameDirty(puppet),
  });
  return { clock, botClock, world, puppet, cards, heard, log, deafen };
}

it('nothing happens: nothing is heard', async () => {
  const { heard, log } = await stage();
  expect([heard.seen, log.seen]).toEqual([[], []]);
});

it('messages are handed on in the order of their ids, whatever their payloads take', async () => {
  const { world, puppet, heard } = await stage();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = world.say('alice', ROOM, '一');
  puppet.late.set(first, held);
  world.say('bob', ROOM, '二');
  world.setTopic(ROOM, 'bob', '新名');
  world.join(ROOM, 'carol', null);
  await new Promise(setImmediate);
  expect(heard.seen).toEqual([]);
  release();
  await heard.until(({ kind }) => kind === 'join');
  expect(heard.seen.map(({ kind }) => kind)).toEqual(['message', 'message', 'topic', 'join']);
  expect(heard.of('message').map(({ message }) => message.text)).toEqual(['一', '二']);
});

it.each([
  { name: 'with an inviter', inviter: 'chen', want: 'chen' },
  { name: 'without one', inviter: null, want: null },
])('a join $name', async ({ inviter, want }) => {
  const { world, heard } = await stage();
  world.join(ROOM, 'carol', inviter);
  expect(await heard.until(() => true)).toEqual({
    kind: 'join',
    at: NOW,
    groupId: ROOM,
    inviterId: want,
    member: { id: 'carol', name: 'Carol', card: '' },
  });
});

it('one who is gone again before the platform could show him is known by the id', async () => {
  const { puppet, heard } = await stage();
  puppet.emit('room-join', { roomId: ROOM, inviteeIdList: ['ghost'], inviterId: '', timestamp: NOW / 1000 });
  expect(await heard.until(() => true)).toMatchObject({
    at: NOW,
    member: { id: 'ghost', name: 'ghost', card: '' },
  });
});

it.each([
  { name: 'of his own accord', by: undefined, want: null },
  { name: 'removed', by: 'chen', want: 'chen' },
])('a leave, $name', async ({ by, want }) => {
  const { world, heard } = await stage();
  world.leave(ROOM, 'bob', by);
  expect(await heard.until(() => true)).toEqual({
    kind: 'leave',
    at: NOW,
    groupId: ROOM,
    memberId: 'bob',
    removerId: want,
  });
});

it('a leave and a topic of which the platform does not say by whom', async () => {
  const { puppet, heard } = await stage();
  puppet.emit('room-leave', { roomId: ROOM, removeeIdList: [], removerId: '', timestamp: NOW });
  puppet.emit('room-leave', { roomId: ROOM, removeeIdList: ['bob', 'alice'], removerId: '', timestamp: NOW });
  puppet.emit('room-topic', { roomId: ROOM, oldTopic: '', newTopic: '新', changerId: '', timestamp: NOW });
  await heard.until(({ kind }) => kind === 'topic');
  expect(heard.seen).toMatchObject([
    { kind: 'leave', memberId: 'bob', removerId: null },
    { kind: 'leave', memberId: 'alice', removerId: null },
    { kind: 'topic', name: '新', byId: null },
  ]);
});

it('an invitation and a friend request are told, the confirmation of a friendship is not', async () => {
  const { world, puppet, heard } = await stage();
  world.addRoom({ id: 'new@chatroom', topic: '新群', ownerId: 'chen' });
  const invitation = world.invite('new@chatroom', 'chen');
  const request = world.befriend('carol', '你好');
  await heard.times(2, () => true);
  await puppet.friendshipAccept(request);
  world.befriend('bob', '我也来');
  await heard.until((event) => event.kind === 'friendship' && event.fromId === 'bob');
  expect(heard.seen.slice(0, 2)).toEqual([
    { kind: 'invitation', at: NOW, id: invitation, fromId: 'chen', groupName: '新群' },
    { kind: 'friendship', at: NOW, id: request, fromId: 'carol', text: '你好' },
  ]);
  expect(heard.seen).toHaveLength(3);
});

it.each([
  { name: 'an hour old: heard', older: HOUR, count: 1 },
  { name: 'older: history that a platform replays', older: HOUR + 1, count: 0 },
])('a message that is $name', async ({ older, count }) => {
  const { world, botClock, heard, log } = await stage();
  botClock.ms += older;
  world.say('alice', ROOM, '早');
  await (count === 1
    ? heard.until(() => true)
    : log.until(({ message }) => message === 'stale message dropped'));
  expect(heard.seen).toHaveLength(count);
});

it('a platform whose clock is ahead does not make us wait', async () => {
  const { world, clock, heard } = await stage();
  clock.ms += HOUR;
  world.say('alice', ROOM, '早');
  expect(await heard.until(() => true)).toMatchObject({ at: NOW, message: { at: NOW } });
});

it('a changed card is told; the echo of a request of our own is not taken for one', async () => {
  const { world, puppet, heard } = await stage();
  await puppet.roomPayloadDirty(ROOM);
  puppet.cardsRead = 0;
  await puppet.roomPayloadDirty(ROOM);
  expect(puppet.cardsRead).toBe(0);
  world.setCard(ROOM, 'bob', '鲍勃');
  expect(await heard.until(() => true)).toEqual({
    kind: 'card',
    at: NOW,
    groupId: ROOM,
    member: { id: 'bob', name: 'Bob', card: '鲍勃' },
  });
});

it('cards that cannot be read are logged', async () => {
  const { world, puppet, log } = await stage();
  puppet.faults.arm({ kind: 'fail', method: 'roomMemberList', times: 1, error: 'broken' });
  world.setCard(ROOM, 'bob', '鲍勃');
  expect(await log.until(() => true)).toEqual({
    level: 'warn',
    fields: { group: ROOM },
    message: 'cards not read',
  });
});

it('after the end nothing is heard any more, and no listener is left behind', async () => {
  const { world, puppet, heard, deafen } = await stage();
  const before = puppet.listenerCount('message');
  deafen();
  world.say('alice', ROOM, '早');
  await new Promise(setImmediate);
  expect(heard.seen).toEqual([]);
  expect(puppet.listenerCount('message')).toBe(before - 1);
});

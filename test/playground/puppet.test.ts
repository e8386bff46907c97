import { types } from 'wechaty';
import { afterEach, expect, it } from 'vitest';
import { contactOf, ROOM, roomOf, startAlumni, stopAll } from './alumni.js';

afterEach(stopAll);

it('does nothing by itself: ready, no error, no call, an empty feed', async () => {
  const { events, puppet, world } = await startAlumni();
  expect(events.of('error')).toEqual([]);
  expect(puppet.calls.entries).toEqual([]);
  expect(world.feed.entries).toEqual([]);
});

it('carries a room message with sender, room, time and mention', async () => {
  const { world, events, clock } = await startAlumni();
  world.say('alice', ROOM, '@群哨 早上好', { mentions: ['bot'] });
  const message = await events.text('@群哨 早上好');
  expect(message.talker().id).toBe('alice');
  expect(message.room()?.id).toBe(ROOM);
  expect(message.date().getTime()).toBe(clock.ms);
  expect(await message.mentionSelf()).toBe(true);
});

it('lets the bot speak with a mention, hear itself and learn the id', async () => {
  const alumni = await startAlumni();
  const room = await roomOf(alumni);
  const said = await room.say('请注意', await contactOf(alumni, 'alice'));
  const heard = await alumni.events.next('message', ({ message }) => message.self());
  expect(said?.id).toBe(heard.message.id);
  expect(alumni.puppet.calls.entries).toEqual([
    { method: 'messageSendText', args: [ROOM, '@艾丽丝-北京-物理-2010 请注意', ['alice']] },
  ]);
  const [line] = alumni.world.feed.seenBy('bob');
  expect(line).toMatchObject({ fromId: 'bot', text: '@艾丽丝-北京-物理-2010 请注意', mentions: ['alice'] });
});

it('removes a member: leave event with the remover, the member gone, a line for those concerned', async () => {
  const alumni = await startAlumni();
  const room = await roomOf(alumni);
  await room.remove(await contactOf(alumni, 'bob'));
  const { leavers, remover } = await alumni.events.next('room-leave');
  expect(leavers.map(({ id }) => id)).toEqual(['bob']);
  expect(remover?.id).toBe('bot');
  expect((await room.memberAll()).map(({ id }) => id)).not.toContain('bob');
  expect(alumni.world.feed.seenBy('bob').map(({ text }) => text)).toEqual(['“群哨”将“Bob”移出了群聊']);
  expect(alumni.events.of('error')).toEqual([]);
});

it.each([
  {
    name: 'a plain member removes nobody',
    role: 'member',
    target: 'bob',
    reason: /only the owner or an administrator/u,
  },
  {
    name: 'an administrator does not remove another',
    role: 'admin',
    target: 'secretary',
    reason: /another administrator/u,
  },
  { name: 'nobody removes the owner', role: 'admin', target: 'chen', reason: /owner cannot be removed/u },
] as const)('refuses as the platform does: $name', async ({ role, target, reason }) => {
  const alumni = await startAlumni({ role });
  const room = await roomOf(alumni);
  await expect(room.remove(await contactOf(alumni, target))).rejects.toThrow(reason);
  expect((await room.memberAll()).map(({ id }) => id)).toContain(target);
});

it('tells of a join with its inviter', async () => {
  const { world, events } = await startAlumni();
  world.join(ROOM, 'carol', 'alice');
  const { invitees, inviter } = await events.next('room-join');
  expect([invitees.map(({ id }) => id), inviter.id]).toEqual([['carol'], 'alice']);
});

it('without an inviter only the raw join event remains, as on the real platform', async () => {
  const { world, events } = await startAlumni();
  world.join(ROOM, 'carol', null);
  expect(await events.next('raw-join')).toMatchObject({ memberIds: ['carol'], inviterId: '' });
  await events.next('error', ({ error }) => error.message.includes('no inviter found'));
  expect(events.of('room-join')).toEqual([]);
});

it('tells of a departure: the leaver is the remover', async () => {
  const { world, events } = await startAlumni();
  world.leave(ROOM, 'bob');
  const { leavers, remover } = await events.next('room-leave');
  expect([leavers.map(({ id }) => id), remover?.id]).toEqual([['bob'], 'bob']);
});

it('shows a changed card', async () => {
  const alumni = await startAlumni();
  const room = await roomOf(alumni);
  const alice = await contactOf(alumni, 'alice');
  expect(await room.alias(alice)).toBe('艾丽丝-北京-物理-2010');
  alumni.world.setCard(ROOM, 'alice', '艾丽丝');
  await alumni.events.next('raw-dirty', ({ id }) => id === ROOM);
  expect(await room.alias(alice)).toBe('艾丽丝');
  expect(alumni.events.of('error')).toEqual([]);
});

it('keeps the old card until the room is synced while cards are stale', async () => {
  const alumni = await startAlumni();
  alumni.puppet.faults.arm({ kind: 'stale-cards' });
  const room = await roomOf(alumni);
  const alice = await contactOf(alumni, 'alice');
  alumni.world.setCard(ROOM, 'alice', '艾丽丝');
  expect(await room.alias(alice)).toBe('艾丽丝-北京-物理-2010');
  await room.sync();
  expect(await room.alias(alice)).toBe('艾丽丝');
  expect(alumni.events.of('error')).toEqual([]);
});

it('tells of a new topic, by a member and by the bot', async () => {
  const alumni = await startAlumni();
  alumni.world.setTopic(ROOM, 'alice', '物理校友群');
  const { topic, changer } = await alumni.events.next('room-topic');
  expect([topic, changer.id]).toEqual(['物理校友群', 'alice']);
  const room = await roomOf(alumni);
  await room.topic('校友群');
  await alumni.events.next('room-topic', (event) => event.changer.id === 'bot');
  expect(await room.topic()).toBe('校友群');
});

it('announces only as a manager', async () => {
  const alumni = await startAlumni();
  const room = await roomOf(alumni);
  await room.announce('请修改群名片');
  expect(await room.announce()).toBe('请修改群名片');
  expect(() => alumni.world.announce(ROOM, 'alice', '聚会')).toThrow(
    /only the owner or an administrator can announce/u,
  );
});

it('accepts an invitation and is a member then', async () => {
  const alumni = await startAlumni();
  const { world, events, bot } = alumni;
  world.addRoom({ id: 'club@chatroom', topic: '读书会', ownerId: 'alice' });
  expect(await bot.Room.find({ id: ROOM })).toBeDefined();
  expect((await bot.Room.findAll()).map(({ id }) => id)).toEqual([ROOM]);
  world.invite('club@chatroom', 'alice');
  const { invitation } = await events.next('room-invite');
  expect([await invitation.topic(), (await invitation.inviter()).id]).toEqual(['读书会', 'alice']);
  await invitation.accept();
  const { room, invitees } = await events.next('room-join');
  expect([room.id, invitees.map(({ id }) => id)]).toEqual(['club@chatroom', ['bot']]);
  expect((await bot.Room.findAll()).map(({ id }) => id)).toEqual([ROOM, 'club@chatroom']);
  expect(events.of('error')).toEqual([]);
});

it('accepts a friendship and can write in private then', async () => {
  const alumni = await startAlumni();
  const { world, events } = alumni;
  const carol = await contactOf(alumni, 'carol');
  await expect(carol.say('你好')).rejects.toThrow(/carol is not a friend/u);
  world.befriend('carol', '我是2010级的Carol');
  const { friendship } = await events.next('friendship');
  expect([friendship.hello(), friendship.contact().id]).toEqual(['我是2010级的Carol', 'carol']);
  await friendship.accept();
  await events.next('friendship', (event) => event.friendship.type() === types.Friendship.Confirm);
  expect(carol.friend()).toBe(true);
  await carol.say('你好');
  expect(world.feed.seenBy('carol').at(-1)).toMatchObject({ roomId: null, fromId: 'bot', text: '你好' });
});

it('carries private messages both ways', async () => {
  const { world, events } = await startAlumni();
  world.direct('chen', '状态');
  const message = await events.text('状态');
  expect(message.room()).toBeUndefined();
  expect([message.talker().id, message.listener()?.id]).toEqual(['chen', 'bot']);
  await message.say('一切正常');
  expect(world.feed.seenBy('chen').map(({ text }) => text)).toEqual(['状态', '一切正常']);
  expect(world.feed.seenBy('alice')).toEqual([]);
});

it('hears nothing of a room once it was removed', async () => {
  const { world, events } = await startAlumni();
  world.leave(ROOM, 'bot', 'chen');
  await events.next('room-leave', ({ leavers }) => leavers.some(({ id }) => id === 'bot'));
  world.say('alice', ROOM, '走了');
  world.direct('alice', '在吗');
  await events.text('在吗');
  expect(events.of('raw-message')).toHaveLength(1);
});

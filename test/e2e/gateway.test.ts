import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { types, type Friendship, type Message } from 'wechaty';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ROOM, seedAlumni } from './harness/alumni.js';
import { startClient, type Client } from './harness/client.js';
import { startGateway, type GatewayProcess } from './harness/gateway.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

let gateway: GatewayProcess;
let client: Client;

beforeAll(async () => {
  gateway = await startGateway();
  await seedAlumni(gateway);
  client = await startClient(gateway);
});

afterAll(async () => {
  await client?.bot.stop();
  await gateway?.stop();
});

async function room() {
  const found = await client.bot.Room.find({ id: ROOM });
  if (found === undefined) throw new Error('the bot does not see its room');
  return found;
}

async function contact(id: string) {
  const found = await client.bot.Contact.find({ id });
  if (found === undefined) throw new Error(`the bot does not see ${id}`);
  return found;
}

it('keeps what it remembers in the temporary home', () => {
  expect(existsSync(join(gateway.address.home, '.wechaty', 'wechaty-puppet-service'))).toBe(true);
});

it('beats at once, so that a client knows the stream is open', async () => {
  await client.events.next('heartbeat');
});

it('answers a broken line and an unknown person, and goes on', async () => {
  gateway.write('');
  gateway.write('{"cmd":"say"');
  const answer = await gateway.lines.until((line) => line.event === undefined && line.id === null);
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('JSON') });
  await expect(gateway.order({ cmd: 'leave', room: ROOM, member: '' })).rejects.toThrow('member');
  await expect(gateway.order({ cmd: 'say', from: 'nobody', room: ROOM, text: 'x' })).rejects.toThrow(
    'no person nobody',
  );
  await expect(
    gateway.order({ cmd: 'addRoom', room: { id: 'x', topic: 'x', ownerId: 'chen' } }),
  ).rejects.toThrow(/@/u);
});

it('message and mention cross', async () => {
  await gateway.order({ cmd: 'say', from: 'alice', room: ROOM, text: '@群哨 早上好', mentions: ['bot'] });
  const message = await client.events.text('@群哨 早上好');
  expect([message.talker().id, message.room()?.id]).toEqual(['alice', ROOM]);
  expect(await message.mentionSelf()).toBe(true);
});

it('a warning with a mention crosses back, and the bot hears itself', async () => {
  const said = await (await room()).say('请修改群名片', await contact('alice'));
  const line = await gateway.feed.until(({ fromId }) => fromId === 'bot');
  expect(line).toMatchObject({
    text: '@艾丽丝-北京-物理-2010 请修改群名片',
    mentions: ['alice'],
    messageId: said?.id,
  });
  const heard = await client.events.next('message', ({ message }) => message.self());
  expect(heard.message.id).toBe(said?.id);
});

it('a card change crosses: announced, and the new card is shown', async () => {
  const alice = await contact('alice');
  expect(await (await room()).alias(alice)).toBe('艾丽丝-北京-物理-2010');
  await gateway.order({ cmd: 'setCard', room: ROOM, member: 'alice', card: '艾丽丝-上海-物理-2010' });
  await client.events.next('raw-dirty', ({ id, type }) => id === ROOM && type === types.Dirty.RoomMember);
  // The client forgets the old card in its store on disk some time after the event.
  await expect.poll(async () => (await room()).alias(alice), { interval: 1 }).toBe('艾丽丝-上海-物理-2010');
});

it('a card change of which the platform tells nothing shows after a sync only', async () => {
  const alice = await contact('alice');
  await gateway.order({ cmd: 'faults', arm: [{ kind: 'stale-cards' }] });
  await gateway.order({ cmd: 'setCard', room: ROOM, member: 'alice', card: '卖房小王' });
  expect(await (await room()).alias(alice)).toBe('艾丽丝-上海-物理-2010');
  await (await room()).sync();
  await expect.poll(async () => (await room()).alias(alice), { interval: 1 }).toBe('卖房小王');
  await gateway.order({ cmd: 'faults', clear: true });
});

it('a topic change crosses', async () => {
  await gateway.order({ cmd: 'setTopic', room: ROOM, by: 'alice', topic: '物理校友群' });
  const { topic, changer } = await client.events.next('room-topic');
  expect([topic, changer.id]).toEqual(['物理校友群', 'alice']);
  expect(await (await room()).topic()).toBe('物理校友群');
});

it('a join with its inviter crosses', async () => {
  await gateway.order({ cmd: 'join', room: ROOM, member: 'carol', inviter: 'alice' });
  const { invitees, inviter } = await client.events.next('room-join');
  expect([invitees.map(({ id }) => id), inviter.id]).toEqual([['carol'], 'alice']);
});

it('a departure crosses', async () => {
  await gateway.order({ cmd: 'leave', room: ROOM, member: 'carol' });
  const { leavers, remover } = await client.events.next('room-leave');
  expect([leavers.map(({ id }) => id), remover?.id]).toEqual([['carol'], 'carol']);
});

it('a join without inviter crosses as a raw event only', async () => {
  await gateway.order({ cmd: 'join', room: ROOM, member: 'carol', inviter: null });
  await client.events.next(
    'raw-join',
    ({ memberIds, inviterId }) => memberIds[0] === 'carol' && inviterId === '',
  );
  await client.events.next('error', ({ error }) => error.message.includes('no inviter found'));
  expect(client.events.of('room-join')).toHaveLength(1);
});

it('a removal crosses, and so does its refusal', async () => {
  await expect((await room()).remove(await contact('chen'))).rejects.toThrow('the owner cannot be removed');
  await (await room()).remove(await contact('bob'));
  const { leavers } = await client.events.next('room-leave', ({ remover }) => remover?.id === 'bot');
  expect(leavers.map(({ id }) => id)).toEqual(['bob']);
  expect(gateway.calls.seen.filter(({ method }) => method === 'roomDel').map(({ args }) => args)).toEqual([
    [ROOM, 'chen'],
    [ROOM, 'bob'],
  ]);
});

it('an invitation crosses; accepted, it makes the bot a member', async () => {
  const club = { id: 'club@chatroom', topic: '读书会', ownerId: 'chen' };
  await gateway.order({ cmd: 'addRoom', room: club });
  await gateway.order({ cmd: 'invite', room: club.id, from: 'chen' });
  const { invitation } = await client.events.next('room-invite');
  expect([await invitation.topic(), (await invitation.inviter()).id]).toEqual(['读书会', 'chen']);
  await invitation.accept();
  const { invitees } = await client.events.next('room-join', ({ room: joined }) => joined.id === club.id);
  expect(invitees.map(({ id }) => id)).toEqual(['bot']);
});

it('a friendship crosses; accepted, the bot can write to the friend', async () => {
  const carol = await contact('carol');
  await expect(carol.say('你好')).rejects.toThrow('carol is not a friend');
  await gateway.order({ cmd: 'befriend', from: 'carol', hello: '我是Carol' });
  const { friendship } = await client.events.next('friendship');
  expect([friendship.hello(), friendship.contact().id]).toEqual(['我是Carol', 'carol']);
  await friendship.accept();
  const isConfirmed = (event: { friendship: Friendship }) =>
    event.friendship.type() === types.Friendship.Confirm;
  await client.events.next('friendship', isConfirmed);
  await carol.say('你好');
  expect(await gateway.feed.until(({ text }) => text === '你好')).toMatchObject({ seenBy: ['bot', 'carol'] });
});

it('private messages cross both ways', async () => {
  await gateway.order({ cmd: 'direct', from: 'chen', text: '状态' });
  const message = await client.events.text('状态');
  expect([message.talker().id, message.room()]).toEqual(['chen', undefined]);
  await message.say('一切正常');
  expect(await gateway.feed.until(({ text }) => text === '一切正常')).toMatchObject({
    roomId: null,
    fromId: 'bot',
  });
});

it('a recall crosses both ways', async () => {
  const id = await gateway.orderForId({ cmd: 'say', from: 'alice', room: ROOM, text: '说错了' });
  await client.events.text('说错了');
  await gateway.order({ cmd: 'recall', by: 'alice', message: id });
  const { message } = await client.events.next(
    'message',
    (event) => event.message.type() === types.Message.Recalled,
  );
  expect((await message.toRecalled())?.id).toBe(id);
  const said = await (await room()).say('收回');
  await gateway.order({ cmd: 'advance', ms: 121_000 });
  expect(await said?.recall()).toBe(false);
});

it.each([
  { name: 'small', size: 3 },
  { name: 'larger than what fits into one answer', size: 5_000_000 },
])('an image crosses with its bytes: $name', async ({ name, size }) => {
  const bytes = Buffer.alloc(size, 7);
  await gateway.order({
    cmd: 'sendImage',
    from: 'alice',
    to: ROOM,
    name: `${name}.png`,
    base64: bytes.toString('base64'),
  });
  const isIt = ({ message }: { message: Message }) => message.type() === types.Message.Image;
  const images = await client.events.times(
    size === 3 ? 1 : 2,
    (event) => event.on === 'message' && isIt(event),
  );
  const image = images.at(-1);
  if (image?.on !== 'message') throw new Error('no image came');
  expect((await (await image.message.toFileBox()).toBuffer()).equals(bytes)).toBe(true);
});

it('a burst arrives in order as raw ids', async () => {
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const ids = await Promise.all(
    numbers.map((n) => gateway.orderForId({ cmd: 'say', from: 'alice', room: ROOM, text: `第${n}条` })),
  );
  await client.events.next('raw-message', ({ id }) => id === ids.at(-1));
  expect(
    client.events
      .of('raw-message')
      .map(({ id }) => id)
      .slice(-50),
  ).toEqual(ids);
});

it('a quote reply and an unknown type cross as they are', async () => {
  const quote = await gateway.orderForId({ cmd: 'say', from: 'alice', room: ROOM, text: '周六聚会' });
  await gateway.order({ cmd: 'say', from: 'chen', room: ROOM, text: '收到', quote });
  await client.events.text('「卖房小王：周六聚会」\n- - - - - - - - - - - - - - -\n收到');
  await gateway.order({
    cmd: 'send',
    from: 'alice',
    to: ROOM,
    content: { kind: 'unknown', code: 22, text: '笔记' },
  });
  expect((await client.events.text('笔记')).type()).toBe(22);
});

it('a client that stopped can come back and hears again', async () => {
  await client.bot.stop();
  client = await startClient(gateway);
  await gateway.order({ cmd: 'say', from: 'alice', room: ROOM, text: '还在吗' });
  expect((await client.events.text('还在吗')).talker().id).toBe('alice');
});

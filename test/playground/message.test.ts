import { FileBox } from 'file-box';
import { types } from 'wechaty';
import { afterEach, expect, it } from 'vitest';
import { ROOM, roomOf, startAlumni, stopAll } from './alumni.js';

afterEach(stopAll);

it('tells of a recall and still finds what was taken back', async () => {
  const { world, events } = await startAlumni();
  const id = world.say('alice', ROOM, '说错了');
  await events.text('说错了');
  expect(world.recall('alice', id)).toBe(true);
  const { message } = await events.next(
    'message',
    (event) => event.message.type() === types.Message.Recalled,
  );
  expect((await message.toRecalled())?.text()).toBe('说错了');
  expect(world.feed.seenBy('bob').at(-1)).toMatchObject({
    kind: 'recall',
    text: '“艾丽丝-北京-物理-2010”撤回了一条消息',
  });
});

it.each([
  { name: 'own, at two minutes', from: 'bot', wait: 120_000, recallOthers: false, want: true },
  { name: 'own, after two minutes', from: 'bot', wait: 120_001, recallOthers: false, want: false },
  {
    name: "another's, where the platform allows it",
    from: 'alice',
    wait: 600_000,
    recallOthers: true,
    want: true,
  },
])('lets the bot recall: $name → $want', async ({ from, wait, recallOthers, want }) => {
  const alumni = await startAlumni({ recallOthers });
  alumni.world.say(from, ROOM, '广告');
  const message = await alumni.events.text('广告');
  alumni.clock.ms += wait;
  expect(await message.recall()).toBe(want);
});

it.each([
  {
    name: 'on a platform that cannot',
    recallOthers: false,
    role: 'admin',
    reason: /cannot recall another person/u,
  },
  {
    name: 'as a plain member',
    recallOthers: true,
    role: 'member',
    reason: /only the owner or an administrator/u,
  },
] as const)("refuses to recall another's message $name", async ({ recallOthers, role, reason }) => {
  const { world, events } = await startAlumni({ recallOthers, role });
  world.say('alice', ROOM, '广告');
  const message = await events.text('广告');
  await expect(message.recall()).rejects.toThrow(reason);
});

it('puts a quote reply into the text as WeChat does', async () => {
  const { world, events } = await startAlumni();
  const id = world.say('alice', ROOM, '周六聚会');
  world.say('bob', ROOM, '收到', { quote: id });
  const want = '「艾丽丝-北京-物理-2010：周六聚会」\n- - - - - - - - - - - - - - -\n收到';
  expect((await events.text(want)).type()).toBe(types.Message.Text);
});

it('carries an image in and out with its bytes', async () => {
  const alumni = await startAlumni();
  const { world, events } = alumni;
  world.sendImage('alice', ROOM, { name: 'a.png', bytes: Buffer.from([1, 2, 3]) });
  const { message } = await events.next('message', (event) => event.message.type() === types.Message.Image);
  expect([...(await (await message.toFileBox()).toBuffer())]).toEqual([1, 2, 3]);
  const room = await roomOf(alumni);
  await room.say(FileBox.fromBuffer(Buffer.from([4, 5]), 'b.png'));
  expect(alumni.puppet.calls.entries).toEqual([
    { method: 'messageSendFile', args: [ROOM, { name: 'b.png', size: 2 }] },
  ]);
  expect(world.feed.seenBy('bob').map(({ text }) => text)).toEqual(['[图片] a.png', '[图片] b.png']);
});

it('carries links, mini-programs and contact cards', async () => {
  const { world, events } = await startAlumni();
  world.sendLink('alice', ROOM, { title: '报名', url: 'https://example.org/a' });
  world.sendMiniProgram('alice', ROOM, { title: '拼团', appId: 'wx1' });
  world.sendContactCard('alice', ROOM, 'bob');
  const byType = (type: number) => events.next('message', ({ message }) => message.type() === type);
  const link = await (await byType(types.Message.Url)).message.toUrlLink();
  expect([link.title(), link.url()]).toEqual(['报名', 'https://example.org/a']);
  const app = await (await byType(types.Message.MiniProgram)).message.toMiniProgram();
  expect([app.title(), app.appid()]).toEqual(['拼团', 'wx1']);
  expect((await (await byType(types.Message.Contact)).message.toContact()).id).toBe('bob');
});

it.each([
  { kind: 'chat-history', type: types.Message.ChatHistory },
  { kind: 'group-notice', type: types.Message.GroupNote },
  { kind: 'red-packet', type: types.Message.RedEnvelope },
  { kind: 'transfer', type: types.Message.Transfer },
] as const)('carries $kind', async ({ kind, type }) => {
  const { world, events } = await startAlumni();
  world.send('alice', ROOM, { kind, text: '内容' });
  expect((await events.text('内容')).type()).toBe(type);
});

it('carries a type that this Wechaty has no name for', async () => {
  const { world, events } = await startAlumni();
  world.send('alice', ROOM, { kind: 'unknown', code: 22, text: '笔记' });
  expect((await events.text('笔记')).type()).toBe(22);
});

import { types } from 'wechaty-puppet';
import { afterEach, describe, expect, it } from 'vitest';
import { inboundOf, instantOf } from '../../../bot/wechaty/inbound.js';
import { kindOf } from '../../../bot/wechaty/kind.js';
import { ROOM } from '../../playground/alumni.js';
import { NOW, startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

it.each([
  { name: 'nothing', timestamp: 0, want: 0 },
  { name: 'seconds', timestamp: 1_767_585_600, want: 1_767_585_600_000 },
  { name: 'milliseconds', timestamp: 1_767_585_600_123, want: 1_767_585_600_123 },
  { name: 'seconds of the year 2100', timestamp: 4_102_444_800, want: 4_102_444_800_000 },
])('a timestamp in $name', ({ timestamp, want }) => {
  expect(instantOf(timestamp)).toBe(want);
});

describe('kinds', () => {
  it.each([
    [types.Message.Unknown, 'unknown'],
    [types.Message.Attachment, 'file'],
    [types.Message.Audio, 'voice'],
    [types.Message.Contact, 'contact-card'],
    [types.Message.ChatHistory, 'chat-history'],
    [types.Message.Emoticon, 'sticker'],
    [types.Message.Image, 'image'],
    [types.Message.Text, 'text'],
    [types.Message.Location, 'location'],
    [types.Message.MiniProgram, 'mini-program'],
    [types.Message.GroupNote, 'group-notice'],
    [types.Message.Transfer, 'transfer'],
    [types.Message.RedEnvelope, 'red-packet'],
    [types.Message.Recalled, 'recalled'],
    [types.Message.Url, 'link'],
    [types.Message.Video, 'video'],
    [types.Message.Post, 'unknown'],
    [17, 'unknown'],
    [27, 'unknown'],
    [-1, 'unknown'],
  ])('type %i is %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });
});

it('an empty text in a room is carried, complete', async () => {
  const { world, puppet } = await startPuppet();
  const id = world.say('alice', ROOM, '');
  expect(await inboundOf(puppet, id)).toEqual({
    kind: 'message',
    at: NOW,
    message: {
      id,
      groupId: ROOM,
      senderId: 'alice',
      at: NOW,
      kind: 'text',
      text: '',
      title: null,
      url: null,
      file: null,
      mentions: [],
      quote: null,
    },
  });
});

it('mentions and the quoted part are carried apart from the words', async () => {
  const { world, puppet } = await startPuppet();
  const quoted = world.say('bob', ROOM, '原话');
  const id = world.say('alice', ROOM, '@群哨 看', { mentions: ['bot'], quote: quoted });
  expect(await inboundOf(puppet, id)).toMatchObject({
    message: { text: '@群哨 看', mentions: ['bot'], quote: { from: 'Bob', text: '原话' } },
  });
});

it('a link, a file and a mini-program carry what they say of themselves', async () => {
  const { world, puppet } = await startPuppet();
  const link = world.sendLink('alice', ROOM, { title: '标题', url: 'https://example.org/' });
  const file = world.sendFile('alice', ROOM, { name: '名单.xlsx', bytes: new Uint8Array([1]) });
  const app = world.sendMiniProgram('alice', ROOM, { title: '拼团', appId: 'wx1' });
  expect(await inboundOf(puppet, link)).toMatchObject({
    message: { kind: 'link', text: '', title: '标题', url: 'https://example.org/' },
  });
  expect(await inboundOf(puppet, file)).toMatchObject({ message: { kind: 'file', file: '名单.xlsx' } });
  expect(await inboundOf(puppet, app)).toMatchObject({ message: { kind: 'mini-program', title: '拼团' } });
});

it('a link that the platform cannot describe is carried without', async () => {
  const { world, puppet } = await startPuppet();
  const link = world.sendLink('alice', ROOM, { title: '标题', url: 'https://example.org/' });
  puppet.faults.arm({ kind: 'fail', method: 'messageUrl', times: 1, error: 'broken' });
  expect(await inboundOf(puppet, link)).toMatchObject({ message: { kind: 'link', title: null, url: null } });
});

it.each([
  { name: 'XML of a chat history that holds no words is no text', kind: 'chat-history', text: '' },
  { name: 'an announcement is words', kind: 'group-notice', text: '<xml/>' },
] as const)('$name', async ({ kind, text }) => {
  const { world, puppet } = await startPuppet();
  const { id } = world.send('alice', ROOM, { kind, text: '<xml/>' });
  expect(await inboundOf(puppet, id)).toMatchObject({ message: { kind, text } });
});

it('a message of a type without a name is carried as unknown', async () => {
  const { world, puppet } = await startPuppet();
  const { id } = world.send('alice', ROOM, { kind: 'unknown', code: 22, text: '笔记' });
  expect(await inboundOf(puppet, id)).toMatchObject({ message: { kind: 'unknown', text: '' } });
});

it("the bot's own words are not heard", async () => {
  const { world, puppet } = await startPuppet();
  expect(await inboundOf(puppet, world.say('bot', ROOM, '早'))).toBeNull();
});

it('a sender whom the platform does not name says nothing', async () => {
  const { world, puppet } = await startPuppet();
  const id = world.say('alice', ROOM, '早');
  puppet.bent = { talkerId: '' };
  expect(await inboundOf(puppet, id)).toBeNull();
});

it('a private message is for the bot; an image in private says nothing to it', async () => {
  const { world, puppet } = await startPuppet();
  const id = world.direct('alice', '/状态');
  expect(await inboundOf(puppet, id)).toEqual({
    kind: 'direct',
    at: NOW,
    id,
    text: '/状态',
    from: { id: 'alice', name: 'Alice', card: '' },
    file: null,
  });
  const image = world.sendImage('alice', 'bot', { name: 'a.png', bytes: new Uint8Array([1]) });
  expect(await inboundOf(puppet, image)).toBeNull();
});

it('a file in private is told by its name', async () => {
  const { world, puppet } = await startPuppet();
  const id = world.sendFile('alice', 'bot', { name: '名册.xlsx', bytes: new Uint8Array([1]) });
  expect(await inboundOf(puppet, id)).toMatchObject({ kind: 'direct', id, text: '', file: '名册.xlsx' });
});

it.each([
  { name: 'as the platform tells it', bent: {} },
  { name: 'told as if by the bot itself, as PadLocal does', bent: { talkerId: 'bot' } },
])('a recall names the message that is gone: $name', async ({ bent }) => {
  const { world, puppet } = await startPuppet();
  const id = world.say('alice', ROOM, '说错了');
  const notice = new Promise<string>((resolve) => {
    puppet.on('message', ({ messageId }) => {
      if (messageId !== id) resolve(messageId);
    });
  });
  world.recall('alice', id);
  puppet.bent = bent;
  expect(await inboundOf(puppet, await notice)).toEqual({
    kind: 'recall',
    at: NOW,
    groupId: ROOM,
    messageId: id,
  });
});

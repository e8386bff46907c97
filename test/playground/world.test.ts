import { expect, it } from 'vitest';
import { quoteReply, summary, type Content } from '../../bot/playground/puppet/message.js';
import { World } from '../../bot/playground/puppet/world.js';
import { alumniWorld, ROOM } from './alumni.js';

const seeing = (world: World, personId: string) => world.feed.seenBy(personId).map(({ text }) => text);

it('is empty at first: the bot alone, no feed', () => {
  const world = new World({ now: () => 0, bot: { id: 'bot', name: '群哨' } });
  expect([[...world.state.people.keys()], world.state.rooms.size, world.feed.entries]).toEqual([
    ['bot'],
    0,
    [],
  ]);
});

it('puts the prefix before every id, so that two runs do not share any', () => {
  const world = new World({ now: () => 0, bot: { id: 'bot', name: '群哨' }, idPrefix: 'r7-' });
  world.addContact({ id: 'alice', name: 'Alice' });
  expect([world.direct('alice', '一'), world.direct('alice', '二')]).toEqual(['r7-m1', 'r7-m2']);
});

it.each([
  {
    name: 'a room id without @',
    act: (world: World) => world.addRoom({ id: 'x', topic: '', ownerId: 'chen' }),
    why: '@',
  },
  {
    name: 'a room with an unknown member',
    act: (world: World) => world.addRoom({ id: 'x@chatroom', topic: '', ownerId: 'nobody' }),
    why: 'no person nobody',
  },
  { name: 'speech from outside', act: (world: World) => world.say('carol', ROOM, '嗨'), why: 'not a member' },
  { name: 'a second join', act: (world: World) => world.join(ROOM, 'alice', null), why: 'already a member' },
  {
    name: 'an inviter from outside',
    act: (world: World) => world.join(ROOM, 'carol', 'dave'),
    why: 'dave is not a member',
  },
  {
    name: 'a stranger in private',
    act: (world: World) => world.direct('carol', '嗨'),
    why: 'carol is not a friend',
  },
  {
    name: 'a removal by a member',
    act: (world: World) => world.leave(ROOM, 'bob', 'alice'),
    why: 'only the owner',
  },
  {
    name: 'a removal by someone outside',
    act: (world: World) => world.leave(ROOM, 'bob', 'carol'),
    why: 'only the owner',
  },
  { name: 'an absent leaver', act: (world: World) => world.leave(ROOM, 'carol'), why: 'not a member' },
  {
    name: 'a card of someone outside',
    act: (world: World) => world.setCard(ROOM, 'carol', 'x'),
    why: 'not a member',
  },
  {
    name: 'a topic from outside',
    act: (world: World) => world.setTopic(ROOM, 'carol', 'x'),
    why: 'not a member',
  },
  {
    name: 'an unknown invitation',
    act: (world: World) => world.state.invitation('i9'),
    why: 'no invitation i9',
  },
])('refuses $name and shows nothing of it', ({ act, why }) => {
  const world = alumniWorld({ ms: 0 });
  expect(() => act(world)).toThrow(why);
  expect(world.feed.entries).toEqual([]);
});

it('shows joins and topics to all members, departures to the managers, removals to those concerned, cards to nobody', () => {
  const world = alumniWorld({ ms: 0 });
  world.join(ROOM, 'carol', 'alice');
  world.setTopic(ROOM, 'bob', '物理');
  world.setCard(ROOM, 'carol', '卡罗尔');
  world.leave(ROOM, 'bob');
  world.leave(ROOM, 'carol', 'chen');
  const join = '“艾丽丝-北京-物理-2010”邀请“Carol”加入了群聊';
  const topic = '“Bob”修改群名为“物理”';
  expect(seeing(world, 'alice')).toEqual([join, topic]);
  expect(seeing(world, 'carol')).toEqual([join, topic, '“陈会长”将“卡罗尔”移出了群聊']);
  expect(seeing(world, 'secretary')).toEqual([join, topic, '“Bob”退出了群聊']);
});

it('passes a room to its earliest member when the owner leaves', () => {
  const world = alumniWorld({ ms: 0 });
  world.leave(ROOM, 'chen');
  const room = world.state.room(ROOM);
  expect([room.ownerId, [...room.adminIds]]).toEqual(['secretary', ['bot']]);
});

it('lets the owner, and not another administrator, remove an administrator', () => {
  const world = alumniWorld({ ms: 0 });
  expect(() => world.leave(ROOM, 'secretary', 'bot')).toThrow('another administrator');
  world.setAdmins(ROOM, ['secretary', 'alice']);
  world.leave(ROOM, 'secretary', 'chen');
  expect([...world.state.room(ROOM).adminIds]).toEqual(['alice']);
});

it('does not take back a message twice', () => {
  const world = alumniWorld({ ms: 0 });
  const id = world.say('alice', ROOM, '一');
  expect([world.recall('alice', id), world.recall('alice', id)]).toEqual([true, false]);
});

it('tells feed listeners at once, until they leave', () => {
  const world = alumniWorld({ ms: 0 });
  const heard: string[] = [];
  const stop = world.feed.subscribe(({ name, text }) => heard.push(`${name}: ${text}`));
  world.say('bob', ROOM, '一');
  stop();
  world.say('bob', ROOM, '二');
  expect(heard).toEqual(['Bob: 一']);
});

it.each<{ content: Content; want: string }>([
  { content: { kind: 'text', text: '', mentions: [] }, want: '' },
  { content: { kind: 'text', text: '一\n二', mentions: [] }, want: '一\n二' },
  { content: { kind: 'file', name: '表.xlsx', bytes: new Uint8Array() }, want: '[文件] 表.xlsx' },
  {
    content: { kind: 'link', title: '报名', url: 'https://example.org', description: '' },
    want: '[链接] 报名',
  },
  { content: { kind: 'red-packet', text: '' }, want: '[红包]' },
  { content: { kind: 'location', name: '北京', latitude: 0, longitude: 0 }, want: '[位置] 北京' },
  { content: { kind: 'recalled', messageId: 'm1' }, want: '[已撤回]' },
])('shows $content.kind as "$want"', ({ content, want }) => {
  expect(summary(content)).toBe(want);
});

it('quotes the way WeChat writes it', () => {
  expect(quoteReply('张三', '一', '二')).toBe('「张三：一」\n- - - - - - - - - - - - - - -\n二');
});

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startBot, startHome, type Home } from './harness/bot.js';
import { aPicture } from '../builders/picture.js';
import { GroupScene } from './harness/group.js';
import type { Program } from './harness/program.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

const CONFIG = `
organisation: { admins: [staff] }
groups:
  - { name: '*', mode: enforce }
`;

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  await home.gateway.order({ cmd: 'addContact', person: { id: 'staff', name: '总会' } });
  bot = await startBot(home);
});

afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

const scene = (key: string, topic: string) => new GroupScene(home.gateway, { key, topic }).seed();

/** A group that knows the bot already. */
async function known(key: string, topic: string): Promise<GroupScene> {
  const group = await scene(key, topic);
  await group.say('ann', '大家好');
  await group.heard('我是本群的管理助手');
  return group;
}

const acceptances = (method: string) => home.gateway.calls.seen.filter((call) => call.method === method);

it('a friend request is accepted, and the new friend is answered in private', async () => {
  const group = await scene('friend', '好友群');
  await group.person('new', false);
  await group.say('ann', '早');
  await group.heard('我是本群的管理助手');
  await home.gateway.order({
    cmd: 'join',
    room: group.room,
    member: group.id('new'),
    inviter: group.id('owner'),
  });
  await home.gateway.order({ cmd: 'befriend', from: group.id('new'), hello: '我是新来的' });
  await home.gateway.feed.until(({ kind, text }) => kind === 'friendship' && text.includes('通过了'));
  await group.direct('new', '/帮助');
  await group.told('new', '您在这里可以用');
});

it.each([
  { name: 'with an inviter', key: 'invited', inviter: 'owner' },
  { name: 'without one, which Wechaty itself swallows', key: 'scanned', inviter: null },
])(
  'one who joins without a card in order is welcomed, by name and with the format: $name',
  async ({ key, inviter }) => {
    const group = await known(key, `入群${key}`);
    const by = inviter === null ? null : group.id(inviter);
    await home.gateway.order({ cmd: 'join', room: group.room, member: group.id('guest'), inviter: by });
    const welcome = await group.heard('欢迎 @guest');
    expect(welcome).toMatchObject({
      mentions: [group.id('guest')],
      text: expect.stringContaining('姓名-城市-专业'),
    });
  },
);

it('a card that is changed but not in order is answered by what is missing; in order, by silence', async () => {
  const group = await known('card', '名片群');
  await home.gateway.order({
    cmd: 'join',
    room: group.room,
    member: group.id('guest'),
    inviter: group.id('owner'),
  });
  await group.heard('欢迎 @guest');
  const change = (card: string) =>
    home.gateway.order({ cmd: 'setCard', room: group.room, member: group.id('guest'), card });
  await change('张三-北京');
  expect(await group.heard('@张三-北京 名片差一点')).toMatchObject({ mentions: [group.id('guest')] });
  const spoken = group.said().length;
  await change('张三-北京-物理2010');
  // A second change is answered after the first, if that was answered at all.
  await home.gateway.order({ cmd: 'setCard', room: group.room, member: group.id('ben'), card: '贝宁' });
  await group.heard('@贝宁 名片差一点');
  expect(group.said()).toHaveLength(spoken + 1);
});

it('a card that changes while nobody announces it is found by whoever looks anew', async () => {
  const group = await known('stale', '旧名片群');
  await home.gateway.order({ cmd: 'faults', arm: [{ kind: 'stale-cards' }] });
  await home.gateway.order({ cmd: 'setCard', room: group.room, member: group.id('ann'), card: '安安' });
  await home.gateway.order({ cmd: 'faults', clear: true });
  await group.direct('owner', '/记录 安安');
  await group.told('owner', '安安 没有记过');
});

it('a member leaves: what is outstanding about the card goes, nobody is spoken to', async () => {
  const group = await known('leave', '退群群');
  await home.gateway.order({
    cmd: 'join',
    room: group.room,
    member: group.id('guest'),
    inviter: group.id('owner'),
  });
  await group.heard('欢迎 @guest');
  await group.direct('owner', '/状态');
  await group.told('owner', '1张名片待改');
  await home.gateway.order({ cmd: 'leave', room: group.room, member: group.id('guest') });
  await group.settled();
  await group.direct('owner', '/状态');
  await group.told('owner', '没有等您的事');
});

it('a changed topic is the name that /状态 shows', async () => {
  const group = await known('topic', '旧名群');
  await home.gateway.order({ cmd: 'setTopic', room: group.room, by: group.id('ann'), topic: '新名群' });
  await group.settled();
  await group.direct('owner', '/状态');
  await group.told('owner', '“新名群”:执行');
});

it('a command in the group is answered where it was asked; what is private goes to the owner alone', async () => {
  const group = await known('command', '命令群');
  await group.say('ann', '/群规');
  await group.heard('群规');
  await group.say('owner', '/状态');
  await group.told('owner', '“命令群”');
  expect(group.toldTo('ann')).toEqual([]);
});

it.each([
  { name: "the organisation's staff", key: 'by-staff', who: 'staff', accepted: true },
  { name: 'the owner of a known group', key: 'by-owner', who: 'known-owner', accepted: true },
  { name: 'a stranger', key: 'by-stranger', who: 'stranger', accepted: false },
])('an invitation to a room, from $name: accepted is $accepted', async ({ key, who, accepted }) => {
  if (who === 'known-owner') await known('known', '熟群');
  await home.gateway.order({ cmd: 'addContact', person: { id: who, name: who } });
  const room = `${key}@chatroom`;
  await home.gateway.order({ cmd: 'addRoom', room: { id: room, topic: key, ownerId: who } });
  const id = await home.gateway.orderForId({ cmd: 'invite', room, from: who });
  if (accepted) {
    await home.gateway.feed.until((line) => line.roomId === room && line.fromId === 'bot');
    expect(acceptances('roomInvitationAccept').map(({ args }) => args[0])).toContain(id);
  } else {
    await bot.output.until((line) => line.includes('invitation not accepted') && line.includes(who));
    expect(acceptances('roomInvitationAccept').map(({ args }) => args[0])).not.toContain(id);
  }
});

it('one who joins under the owner’s picture is put before the owner', async () => {
  const group = await known('avatar', '头像群');
  const avatar = Buffer.from(await aPicture(3, 200)).toString('base64');
  const show = (who: string, name: string) =>
    home.gateway.order({ cmd: 'addContact', person: { id: group.id(who), name, avatar } });
  await show('owner', '群主本人');
  await show('guest', '刘洋');
  await home.gateway.order({ cmd: 'join', room: group.room, member: group.id('guest'), inviter: null });
  await group.told('owner', '头像和群主的一样');
});

it('a roster sent as a file in private is shown, and becomes the roster on the next word', async () => {
  const group = await known('roster', '名册群');
  const base64 = Buffer.from('姓名,专业,年级\n王建国,食科,98\n李雷,化学,97\n').toString('base64');
  const file = { from: group.id('owner'), to: 'bot', name: '名册.csv', base64 };
  await home.gateway.order({ cmd: 'sendFile', ...file });
  await group.told('owner', '名册预览:共2人');
  await group.direct('owner', '/名册 确认');
  await group.told('owner', '名册已更新,2人');
});

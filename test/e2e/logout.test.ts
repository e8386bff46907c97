import { afterAll, beforeAll, expect, it, onTestFailed, vi } from 'vitest';
import { leap, startBot, startHome, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import { IMPATIENT, namedBy, names } from './harness/line.js';
import type { Program } from './harness/program.js';
import { actionsOf } from './harness/records.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce, card: { template: '{name}-{city}-{major}{year}' } }
`;

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  bot = await startBot(home, IMPATIENT);
});

afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

const sends = () => home.gateway.calls.seen.filter(({ method }) => method.startsWith('messageSend'));

it('the account is logged out on the phone and logged in again by scanning: named, nothing said meanwhile, then everything is read anew', async () => {
  onTestFailed(() =>
    console.error(home.gateway.feed.seen.slice(8).map((x) => [x.fromId, x.seenBy.join(), x.text].join())),
  );
  const { gateway } = home;
  const group = await new GroupScene(gateway, { key: 'out', topic: '旧名群' }).seed();
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  await group.settled();
  const { room } = group;
  await group.direct('owner', `/封禁 id:${group.id('guest')}`);
  await group.told('owner', '封禁');
  const changes = namedBy(bot).length;
  const before = sends().length;
  await gateway.order({ cmd: 'account', turn: 'out' });
  await names(bot, 'waiting-for-login:logged-out', changes);
  await gateway.order({ cmd: 'account-code', qrcode: 'https://login.example/scan' });
  await names(bot, 'waiting-for-login:scan', changes);
  // The bot hears nothing of this: an advertisement, another name, another owner, a banned person who comes in, a card like the owner's.
  await group.say('ann', AD);
  await gateway.order({ cmd: 'setTopic', room, by: group.id('dan'), topic: '新名群' });
  await gateway.order({ cmd: 'setOwner', room, owner: group.id('dan') });
  await gateway.order({ cmd: 'join', room, member: group.id('guest'), inviter: null });
  await gateway.order({ cmd: 'setCard', room, member: group.id('ben'), card: '丹青-杭州-化学2009' });
  // Longer than five minutes: then the owner hears of it, and members are read one by one.
  for (let times = 0; times < 5; times += 1) await leap(home, bot);
  expect(sends()).toHaveLength(before);
  await gateway.order({ cmd: 'account', turn: 'in' });
  await names(bot, 'connected', changes);
  expect((await group.told('dan', '我没有收到消息')).text).toContain('5分钟');
  await home.gateway.calls.until(({ method, args }) => method === 'roomDel' && args[1] === group.id('guest'));
  await group.told('dan', '您现在是“新名群”的群主');
  await group.told('dan', '名片和群主的一样');
  await group.direct('dan', '/状态');
  await group.told('dan', '“新名群”');
  await group.say('ann', AD);
  expect((await group.heard('@安然-')).text).toContain('第1次提醒');
  expect(actionsOf(home, room).map(({ outcome }) => outcome)).not.toContain('offline');
  expect(namedBy(bot).slice(changes)).toEqual([
    'waiting-for-login:logged-out',
    'waiting-for-login:scan',
    'connected',
  ]);
});

it('logged out and in again at once: it stays logged in, for the client does not log it out once more', async () => {
  const { gateway } = home;
  const changes = namedBy(bot).length;
  await gateway.order({ cmd: 'account', turn: 'out' });
  await names(bot, 'waiting-for-login:logged-out', changes);
  await gateway.order({ cmd: 'account', turn: 'in' });
  await names(bot, 'connected', changes);
  const group = new GroupScene(gateway, { key: 'out', topic: '新名群' });
  for (let times = 0; times < 3; times += 1) {
    await group.direct('dan', '/状态');
    await gateway.feed.until(
      () => group.toldTo('dan').filter(({ text }) => text.includes('“新名群”:')).length > times + 1,
    );
  }
  expect(namedBy(bot).slice(changes)).toEqual(['waiting-for-login:logged-out', 'connected']);
});

it('a banned person who comes in during a moment without a login is removed at once', async () => {
  const { gateway } = home;
  const changes = namedBy(bot).length;
  const group = new GroupScene(gateway, { key: 'out', topic: '新名群' });
  const removals = () =>
    gateway.calls.seen.filter(({ method, args }) => method === 'roomDel' && args[1] === group.id('guest'))
      .length;
  const before = removals();
  await gateway.order({ cmd: 'account', turn: 'out' });
  await names(bot, 'waiting-for-login:logged-out', changes);
  await gateway.order({ cmd: 'join', room: group.room, member: group.id('guest'), inviter: null });
  await gateway.order({ cmd: 'account', turn: 'in' });
  await names(bot, 'connected', changes);
  await gateway.calls.until(() => removals() > before);
});

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { leap, startBot, startHome, verifyAudit, type Home } from './harness/bot.js';
import type { GatewayProcess } from './harness/gateway.js';
import { AD, GroupScene } from './harness/group.js';
import type { Program } from './harness/program.js';
import { actionsOf, casesOf } from './harness/records.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce, removal: auto }
`;

let gateway: GatewayProcess;
let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  gateway = home.gateway;
  bot = await startBot(home);
});

afterEach(async () => {
  await gateway.order({ cmd: 'faults', clear: true });
});

afterAll(async () => {
  await bot?.stop();
  await gateway?.stop();
});

async function known(key: string): Promise<GroupScene> {
  const group = await new GroupScene(gateway, { key, topic: `${key}群` }).seed();
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  return group;
}

/** The next call of this method hangs for longer than any test. */
async function hang(method: string): Promise<void> {
  await gateway.order({ cmd: 'faults', arm: [{ kind: 'delay', method, times: 1, ms: 600_000 }] });
}

const called = (method: string, about: string) =>
  gateway.calls.until((call) => call.method === method && JSON.stringify(call.args).includes(about));

it('killed while a warning hangs: what was planned is done, the warning cut off is not repeated', async () => {
  const group = await known('cut');
  await hang('messageSendText');
  await group.say('ann', AD);
  await called('messageSendText', 'cut-ann');
  await group.say('ben', AD);
  await expect.poll(() => casesOf(home, group.room).length, { interval: 5 }).toBe(2);
  await bot.stop('SIGKILL');
  expect(actionsOf(home, group.room).map(({ outcome }) => outcome)).toEqual([null, null]);

  bot = await startBot(home);
  await group.heard('@贝宁-');
  await leap(home, bot);
  await group.settled('dan');
  const sent = gateway.calls.seen.filter(
    ({ method, args }) => method === 'messageSendText' && args[0] === group.room,
  );
  expect(sent.filter(({ args }) => String(args[1]).includes('@安然-'))).toHaveLength(1);
  expect(actionsOf(home, group.room).slice(0, 2)).toEqual([
    { kind: 'warn', outcome: 'uncertain' },
    { kind: 'warn', outcome: 'done' },
  ]);
  expect(await verifyAudit(home)).toBe(0);
});

it.each([
  { name: 'done meanwhile, it is not repeated', key: 'gone', isGone: true, calls: 1 },
  { name: 'not done, it is done', key: 'still', isGone: false, calls: 2 },
])(
  'killed while a removal hangs: it is looked at anew; $name',
  async ({ key, isGone, calls }) => {
    const group = await known(key);
    for (const times of [1, 2]) {
      await group.say('ann', AD);
      await group.heard(`第${times}次提醒`);
    }
    await hang('roomDel');
    await group.say('ann', AD);
    await called('roomDel', group.id('ann'));
    await bot.stop('SIGKILL');
    if (isGone)
      await gateway.order({ cmd: 'leave', room: group.room, member: group.id('ann'), by: group.id('owner') });

    bot = await startBot(home);
    await leap(home, bot);
    await group.say('dan', '还有人吗');
    await group.heard('被移出本群');
    await group.told('owner', '已移出');
    expect(group.removals()).toHaveLength(calls);
    await group.settled();
    expect(group.said().filter(({ text }) => text.includes('被移出本群'))).toHaveLength(1);
    expect(group.toldTo('owner')).toHaveLength(1);
    expect(await verifyAudit(home)).toBe(0);
  },
  20_000,
);

it('killed and started again: strikes and the introduction are remembered, what was said in between is lost, cards are new', async () => {
  const group = await known('memory');
  await group.say('ann', AD);
  await group.heard('第1次提醒');
  await bot.stop('SIGKILL');
  await group.say('ann', AD);
  // Wechaty's service client would show the card that it wrote to the disk before.
  await gateway.order({
    cmd: 'setCard',
    room: group.room,
    member: group.id('ann'),
    card: '安然-深圳-物理2010',
  });

  bot = await startBot(home);
  await group.say('ann', AD);
  expect((await group.heard('第2次提醒')).text).toContain('@安然-深圳-');
  expect(group.said().filter(({ text }) => text.includes('管理助手'))).toHaveLength(1);
  expect(casesOf(home, group.room).map(({ step }) => step)).toEqual(['warning', 'final']);
});

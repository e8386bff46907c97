import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { reopenGateway, startBot, startHome, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import { IMPATIENT, namedBy, names } from './harness/line.js';
import type { Program } from './harness/program.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce }
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

const seeded = () => new GroupScene(home.gateway, { key: 'line', topic: '线路群' }).seed();

it('a gateway that is killed and comes back: the same session goes on where it was', async () => {
  const before = await seeded();
  await before.say('ann', AD);
  await before.heard('第1次提醒');
  const changes = namedBy(bot).length;
  await home.gateway.kill();
  await names(bot, 'broken:dropped', changes);
  await reopenGateway(home);
  const after = await seeded();
  await names(bot, 'connected', changes);
  await after.say('ann', AD);
  await after.heard('第2次提醒');
  expect(after.said().filter(({ text }) => text.includes('管理助手'))).toEqual([]);
  expect(bot.output.seen.filter((line) => line.includes('"ready"'))).toHaveLength(1);
});

it('an outage longer than a start takes, after which a client of Wechaty is dead for good: named once, and over when the gateway is back', async () => {
  const changes = namedBy(bot).length;
  await home.gateway.kill();
  await names(bot, 'broken:unreachable', changes);
  await reopenGateway(home);
  const group = await seeded();
  await names(bot, 'connected', changes);
  await group.say('ben', AD);
  await group.heard('@贝宁-');
  expect(namedBy(bot).slice(changes)).toEqual(['broken:dropped', 'broken:unreachable', 'connected']);
});

it('a gateway that hangs: noticed by asking, and over when it goes on', async () => {
  const changes = namedBy(bot).length;
  home.gateway.signal('SIGSTOP');
  await names(bot, 'broken:silent', changes);
  home.gateway.signal('SIGCONT');
  await names(bot, 'connected', changes);
  const group = new GroupScene(home.gateway, { key: 'line', topic: '线路群' });
  await group.say('dan', AD);
  await group.heard('@丹青-');
});

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { reopenGateway, startBot, startHome, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import { forbidOnce, IMPATIENT, namedBy, names } from './harness/line.js';
import type { Program } from './harness/program.js';
import { actionsOf } from './harness/records.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce }
`;

let home: Home;
let bot: Program;

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(bot.output.seen.join('\n'));
});

beforeAll(async () => {
  home = await startHome(CONFIG);
  bot = await startBot(home, { ...IMPATIENT, E2E_PAUSES: '3000,3000' });
});

afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

const seeded = (key: string) => new GroupScene(home.gateway, { key, topic: `${key}群` }).seed();

it('cut off by the platform: nothing more is sent, that line never again; what was decided meanwhile comes after the pause', async () => {
  const group = await seeded('cutoff');
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  await forbidOnce(home.gateway);
  await group.say('ann', AD);
  await names(bot, 'cut-off', 0);
  await group.say('ben', AD);
  await expect.poll(() => actionsOf(home, group.room).length, { interval: 5 }).toBe(2);
  expect(actionsOf(home, group.room)).toEqual([
    { kind: 'warn', outcome: 'refused' },
    { kind: 'warn', outcome: null },
  ]);
  await names(bot, 'connected', 2);
  await group.heard('@贝宁-');
  expect(group.warnings('ann')).toEqual([]);
  await group.say('ann', AD);
  expect((await group.heard('@安然-')).text).toContain('第1次提醒');
  expect(namedBy(bot)).toEqual(['connected', 'cut-off', 'connected']);
});

it('logged out or without a gateway, what a person ordered is kept and done afterwards; a changed topic is taken in', async () => {
  const group = await seeded('kept');
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  const changes = namedBy(bot).length;
  const fault = { kind: 'delay', method: 'messageSendText', times: 1, ms: 600_000 } as const;
  await home.gateway.order({ cmd: 'faults', arm: [fault] });
  await group.say('ben', AD);
  await home.gateway.calls.until(({ args }) => JSON.stringify(args).includes('kept-ben'));
  await group.say('ann', AD);
  await expect.poll(() => actionsOf(home, group.room).length, { interval: 5 }).toBe(2);
  await home.gateway.kill();
  await names(bot, 'broken:unreachable', changes);
  await reopenGateway(home);
  const after = await new GroupScene(home.gateway, { key: 'kept', topic: '改名群' }).seed();
  await names(bot, 'connected', changes);
  await after.heard('@安然-');
  await after.direct('owner', '/状态');
  await after.told('owner', '“改名群”');
  expect(after.warnings('ben')).toEqual([]);
});

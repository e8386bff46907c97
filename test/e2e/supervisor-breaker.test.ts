import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { leap, startBot, startHome, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import { forbidOnce, IMPATIENT, names } from './harness/line.js';
import type { Program } from './harness/program.js';
import { actionsOf } from './harness/records.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce }
`;
/** A leap of the harness is longer than the pause. */
const SETTINGS = { ...IMPATIENT, E2E_PAUSES: '60000' };

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  bot = await startBot(home, SETTINGS);
});

afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

it('a pause that the platform has imposed outlasts a restart: nothing is sent before it is over', async () => {
  const group = await new GroupScene(home.gateway, { key: 'restart', topic: '重启群' }).seed();
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  await forbidOnce(home.gateway);
  await group.say('ann', AD);
  await names(bot, 'cut-off', 0);
  await expect
    .poll(() => actionsOf(home, group.room), { interval: 5 })
    .toEqual([{ kind: 'warn', outcome: 'refused' }]);
  await bot.stop();
  bot = await startBot(home, SETTINGS);
  await names(bot, 'cut-off', 0);
  const sent = home.gateway.calls.seen.length;
  await group.direct('owner', '/状态');
  await group.say('ben', AD);
  await expect
    .poll(() => actionsOf(home, group.room).at(-1), { interval: 5 })
    .toEqual({ kind: 'warn', outcome: null });
  const lines = home.gateway.calls.seen.slice(sent).filter(({ method }) => method === 'messageSendText');
  expect(lines).toEqual([]);
  await leap(home, bot);
  await names(bot, 'connected', 2);
  await group.told('owner', '“重启群”');
});

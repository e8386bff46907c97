import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { leap, startBot, startHome, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import type { Program } from './harness/program.js';
import { actionsOf } from './harness/records.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

const CONFIG = "groups:\n  - { name: '*', mode: enforce, removal: never }\n";
/** A group hears three lines a minute, without pauses between them. */
const PACED = { E2E_PACE: JSON.stringify({ perGroupMinute: 3 }) };

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  bot = await startBot(home, PACED);
});
afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

it('a kill and a restart are no leave to speak faster: the fourth line of a minute waits, then comes', async () => {
  const group = await new GroupScene(home.gateway, { key: 'pace', topic: '慢慢说群' }).seed();
  await group.say('dan', '大家早');
  await group.heard('我是本群的管理助手');
  const other = await new GroupScene(home.gateway, { key: 'other', topic: '另一群' }).seed();
  await other.say('dan', '大家早');
  await other.heard('我是本群的管理助手');
  for (const person of ['ann', 'ben', 'dan']) await group.say(person, AD);
  await home.gateway.feed.times(3, (line) => line.text.includes('次提醒'));
  await bot.stop('SIGKILL');
  bot = await startBot(home, PACED);
  await group.say('ann', AD);
  await expect.poll(() => actionsOf(home, group.room).filter(({ kind }) => kind === 'warn').length).toBe(4);
  // Planned after it and of the same rank: when this one is out, that one has had its turn.
  await other.say('ben', AD);
  await other.heard('次提醒');
  expect(group.warnings('ann')).toHaveLength(1);
  await leap(home, bot);
  await group.direct('owner', '/状态');
  await home.gateway.feed.times(2, (line) => line.text.includes('@安然-') && line.text.includes('次提醒'));
});

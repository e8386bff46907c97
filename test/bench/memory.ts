import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app/app.js';
import { loadConfig } from '../../src/config/load.js';
import type { Group } from '../../src/core/model/group.js';
import { createVirtualClock } from '../../src/simulate/clock.js';
import { createSimulatedPlatform } from '../../src/simulate/platform.js';
import { createWorld } from '../../src/simulate/world.js';
import { openStore } from '../../src/store/open.js';
import { compose } from '../../bot/compose.js';
import { createEngine } from '../../bot/engine.js';
import { createLog } from '../../bot/log.js';

const GROUPS = 1000;
const MEMBERS = 500;
const MB = 1024 * 1024;
const START = Date.parse('2026-03-02T09:00:00+08:00');

/** Prints, as JSON, the heap before and after the bot knows 1,000 groups of 500 members. Run with --expose-gc. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qunshao-bench-'));
  const { config } = loadConfig({ path: undefined, env: {}, directory: folder });
  const world = createWorld();
  const clock = createVirtualClock(START);
  const store = await openStore(join(folder, 'bench.db'), { durability: 'batched' });
  const platform = createSimulatedPlatform({
    world,
    clock,
    timezone: () => 'Asia/Shanghai',
    write: () => undefined,
  });
  const engine = createEngine(config.organisation, 2026);
  const app = createApp(
    compose(config, engine, { store, platform, clock, log: createLog('silent', 'silent'), worker: 'bench' }),
  );
  await app.start();
  for (let index = 0; index < GROUPS; index += 1) world.put(groupOf(index), membersOf(index));
  const before = heap();
  for (const group of world.groups())
    await app.handle({ kind: 'group', at: START, group, members: world.members(group.id) });
  await app.runDue();
  process.stdout.write(
    `${JSON.stringify({ heapMB: heap(), addedMB: round(heap() - before), rssMB: round(process.memoryUsage().rss / MB) })}\n`,
  );
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

function heap(): number {
  globalThis.gc?.();
  return round(process.memoryUsage().heapUsed / MB);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function groupOf(index: number): Group {
  return {
    id: `g${index}`,
    name: `校友群${index}`,
    ownerId: `g${index}u0`,
    adminIds: [`g${index}u1`],
    botRole: 'admin',
    botId: 'bot',
  };
}

function membersOf(group: number) {
  return Array.from({ length: MEMBERS }, (_, index) => ({
    id: `g${group}u${index}`,
    name: `校友${index}`,
    card: `${nameOf(index)}-北京-化学97级`,
  }));
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];

/** Five hundred different people: names that are alike would be somebody's namesake. */
function nameOf(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '王';
  return `${surname}${GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? '伟'}`;
}

await main();

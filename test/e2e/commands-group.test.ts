import { afterAll, beforeAll, it, vi } from 'vitest';
import { DeskWorld } from './harness/desk.js';
import { GROUP_ROWS } from './commands/group-rows.js';
import { play } from './commands/play.js';

/** Two processes, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

let world: DeskWorld;

beforeAll(async () => {
  world = await DeskWorld.start();
});
afterAll(() => world?.stop());

it.each(GROUP_ROWS.map((row, index) => ({ row, key: `g${index}` })))(
  '$row.where: $row.line',
  ({ row, key }) => play(world, key, row),
);

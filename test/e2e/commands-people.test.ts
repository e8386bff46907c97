import { afterAll, beforeAll, it, vi } from 'vitest';
import { DeskWorld } from './harness/desk.js';
import { OFFICE_ROWS } from './commands/office-rows.js';
import { PEOPLE_ROWS } from './commands/people-rows.js';
import { play } from './commands/play.js';

/** Two processes, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

let world: DeskWorld;

beforeAll(async () => {
  world = await DeskWorld.start();
});
afterAll(() => world?.stop());

it.each([...PEOPLE_ROWS, ...OFFICE_ROWS].map((row, index) => ({ row, key: `p${index}` })))(
  '$row.where: $row.line',
  ({ row, key }) => play(world, key, row),
);

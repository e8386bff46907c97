import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DeskWorld } from './harness/desk.js';
import { CASE_ROWS } from './commands/case-rows.js';
import { MESSAGE_ROWS } from './commands/message-rows.js';
import { play } from './commands/play.js';

/** Two processes, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

let world: DeskWorld;

beforeAll(async () => {
  world = await DeskWorld.start();
});
afterAll(() => world?.stop());

it.each([...CASE_ROWS, ...MESSAGE_ROWS].map((row, index) => ({ row, key: `c${index}` })))(
  '$row.where: $row.line',
  ({ row, key }) => play(world, key, row),
);

it('an empty line in private is no command', async () => {
  const group = await world.group('empty');
  await group.direct('ann', ' ');
  expect(group.told('ann')).toEqual([]);
});

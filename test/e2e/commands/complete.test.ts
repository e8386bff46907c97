import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/app/commands/index.js';
import { CASE_ROWS } from './case-rows.js';
import { GROUP_ROWS } from './group-rows.js';
import { MESSAGE_ROWS } from './message-rows.js';
import { OFFICE_ROWS } from './office-rows.js';
import { PEOPLE_ROWS } from './people-rows.js';

it.each(['group', 'private'] as const)('every command is given over the real Wechaty: %s', (where) => {
  const rows = [...CASE_ROWS, ...GROUP_ROWS, ...MESSAGE_ROWS, ...OFFICE_ROWS, ...PEOPLE_ROWS];
  const given = new Set(rows.filter((row) => row.where === where).map(({ command }) => command));
  expect(COMMANDS.map(({ names }) => names[0]).filter((name) => !given.has(name ?? ''))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import {
  availableMemory,
  builtAt,
  clockRow,
  memoryRow,
  nodeRow,
  zoneRow,
} from '../../../../bot/cli/doctor/machine.js';
import { lineOf } from '../../../../src/core/wording/checkup.js';

const MB = 1024 * 1024;
const NOW = Date.UTC(2026, 5, 1);
const MINUTE = 60_000;

describe('the machine', () => {
  it.each([
    { version: '', state: 'bad' },
    { version: '18.20.0', state: 'bad' },
    { version: '20.18.3', state: 'bad' },
    { version: '20.19.0', state: 'good' },
    { version: '24.1.0', state: 'good' },
  ])('Node.js “$version”: $state', ({ version, state }) => expect(nodeRow(version).state).toBe(state));

  it.each([
    { name: 'none', bytes: 0, state: 'bad' },
    { name: 'too little to start', bytes: 250 * MB, state: 'bad' },
    { name: 'little', bytes: 500 * MB, state: 'care' },
    { name: 'enough', bytes: 2000 * MB, state: 'good' },
  ])('memory: $name', ({ bytes, state }) => expect(memoryRow(bytes).state).toBe(state));

  it('this machine has some', () => expect(availableMemory()).toBeGreaterThan(0));

  it.each([
    { name: 'no group', zones: [], state: 'good' },
    { name: 'known ones', zones: ['Asia/Shanghai', 'America/New_York'], state: 'good' },
    { name: 'one that the tables do not have', zones: ['Asia/Beijing'], state: 'bad' },
  ])('zones: $name', ({ zones, state }) => expect(zoneRow(zones).state).toBe(state));
});

describe('the clock', () => {
  const right = { now: NOW, notBefore: NOW - MINUTE, lastEntryAt: null, elsewhere: null };
  it.each([
    { name: 'nothing to compare it with', over: {}, state: 'good' },
    { name: 'before the program was made', over: { notBefore: NOW + MINUTE }, state: 'bad' },
    { name: 'before the last record', over: { lastEntryAt: NOW + 60 * MINUTE }, state: 'bad' },
    { name: 'a record of this moment', over: { lastEntryAt: NOW + 1000 }, state: 'good' },
    { name: 'an hour off', over: { elsewhere: NOW - 60 * MINUTE }, state: 'bad' },
    { name: 'seconds off', over: { elsewhere: NOW + 5000 }, state: 'good' },
  ])('$name: $state', ({ over, state }) => expect(clockRow({ ...right, ...over }).state).toBe(state));

  it('this program was put here in the past', () => expect(builtAt('.')).toBeLessThanOrEqual(Date.now()));
});

it('a line says what and how to mend it, on one line', () => {
  const row = { area: '磁盘', state: 'bad', text: '满\n了', mend: '腾出空间' } as const;
  expect(lineOf(row)).toBe('不行 磁盘:满 了。→ 腾出空间');
});

import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/core/model/instant.js';
import { expiryOf, isBeforeRemoval, stepFor, stepOf, weighing } from '../../../src/core/policy/ladder.js';
import { DEFAULT_STRIKES } from '../../../src/core/policy/settings.js';
import { aStrike, NOW } from '../../builders/model.js';

describe('stepFor', () => {
  it.each([
    { strikes: 0, want: 'none' },
    { strikes: 1, want: 'warning' },
    { strikes: 2, want: 'final' },
    { strikes: 3, want: 'removal' },
    { strikes: 9, want: 'removal' },
  ])('default ladder, $strikes strikes: $want', ({ strikes, want }) => {
    expect(stepFor(strikes, DEFAULT_STRIKES)).toBe(want);
  });

  it.each([
    {
      name: 'below the first step nothing is said',
      strikes: 1,
      ladder: { warn: 2, final: 3, remove: 4 },
      want: 'none',
    },
    {
      name: 'two warnings before the final one',
      strikes: 2,
      ladder: { warn: 1, final: 3, remove: 4 },
      want: 'warning',
    },
    {
      name: 'all steps at one: removal at once',
      strikes: 1,
      ladder: { warn: 1, final: 1, remove: 1 },
      want: 'removal',
    },
  ])('$name', ({ strikes, ladder, want }) => {
    expect(stepFor(strikes, { ...ladder, expireDays: null })).toBe(want);
  });
});

describe('stepOf', () => {
  it.each([
    { response: 'ladder', strikes: 1, want: 'warning' },
    { response: 'ladder', strikes: 3, want: 'removal' },
    { response: 'removal', strikes: 1, want: 'removal' },
    { response: 'deadline', strikes: 0, want: 'removal' },
    { response: 'note', strikes: 5, want: 'note' },
    { response: 'incident', strikes: 5, want: 'review' },
    { response: 'review', strikes: 5, want: 'review' },
  ] as const)('$response at $strikes strikes: $want', ({ response, strikes, want }) => {
    expect(stepOf(response, strikes, DEFAULT_STRIKES)).toBe(want);
  });
});

describe('whether the next strike removes', () => {
  it.each([
    { strikes: 0, removal: 'ask', want: false },
    { strikes: 1, removal: 'ask', want: false },
    { strikes: 2, removal: 'ask', want: true },
    { strikes: 3, removal: 'ask', want: true },
    { strikes: 2, removal: 'auto', want: true },
    { strikes: 2, removal: 'never', want: false },
    { strikes: 9, removal: 'never', want: false },
  ] as const)('after $strikes, $removal: $want', ({ strikes, removal, want }) => {
    expect(isBeforeRemoval(strikes, DEFAULT_STRIKES, removal)).toBe(want);
  });
});

describe('weighing', () => {
  it.each([
    { name: 'no strikes', strikes: [], mode: 'observe', want: 0 },
    {
      name: 'observed strikes count among themselves while watched',
      strikes: [aStrike({ observed: true })],
      mode: 'observe',
      want: 1,
    },
    {
      name: 'observed strikes never count once enforced',
      strikes: [aStrike({ observed: true })],
      mode: 'enforce',
      want: 0,
    },
    {
      name: 'expired exactly now: not in either mode',
      strikes: [aStrike({ observed: true, expiresAt: NOW })],
      mode: 'observe',
      want: 0,
    },
    {
      name: 'reversed: not in either mode',
      strikes: [aStrike({ reversedAt: NOW })],
      mode: 'observe',
      want: 0,
    },
  ] as const)('$name', ({ strikes, mode, want }) => {
    expect(weighing(strikes, NOW, mode)).toBe(want);
  });
});

describe('expiryOf', () => {
  it.each([
    { name: 'never', expireDays: null, want: null },
    { name: '90 days to the millisecond', expireDays: 90, want: NOW + 90 * DAY },
  ])('$name', ({ expireDays, want }) => {
    expect(expiryOf(NOW, { ...DEFAULT_STRIKES, expireDays })).toBe(want);
  });
});

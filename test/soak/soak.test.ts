import { describe, expect, it } from 'vitest';
import { slope, soak } from './soak.js';
import { meetings, talk, type Town } from './town.js';

const TOWN: Town = { groups: 3, members: 40, perMille: 20, everyMs: 60_000 };

describe('the rise of a series', () => {
  it.each([
    { name: 'even', values: [5, 5, 5, 5], want: 0 },
    { name: 'one more each time', values: [1, 2, 3, 4], want: 1 },
    { name: 'falling by two', values: [6, 4, 2], want: -2 },
    { name: 'up and down', values: [0, 2, 2, 0], want: 0 },
  ])('$name', ({ values, want }) => {
    expect(slope(values)).toBeCloseTo(want);
  });
});

describe('a town', () => {
  it('is met before anybody speaks, and speaks in order of time', () => {
    const events = [...meetings(TOWN), ...talk(TOWN, 50)];
    expect(events.map(({ event }) => event.type)).toEqual([
      ...Array.from({ length: 3 }, () => 'group'),
      ...Array.from({ length: 50 }, () => 'message'),
    ]);
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

// The long version: `npm run soak`.
it('every message is counted and the offences among them are cases', async () => {
  const figures = await soak(TOWN, 2000);
  expect(figures.messages).toBe(2000);
  expect(figures.perSecond).toHaveLength(10);
  expect(figures.cases).toBeGreaterThan(20);
});

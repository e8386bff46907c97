import { describe, expect, it } from 'vitest';
import { orderBrake, removalBrake } from '../../src/app/brake.js';
import { HOUR, type Instant, MINUTE } from '../../src/core/model/instant.js';
import { UNLISTED } from '../../src/core/policy/settings.js';
import type { OpenAction } from '../../src/ports.js';
import { aGroup, aMember } from '../builders/model.js';

/** Noon in Shanghai. */
const NOON: Instant = Date.UTC(2026, 2, 2, 4);
const DAWN: Instant = NOON - 12 * HOUR;

interface Scene {
  readonly members: number;
  /** When people were removed from this group. */
  readonly removals?: readonly Instant[];
  readonly waiting?: readonly OpenAction[];
  readonly lifted?: Instant | null;
}

function scene({ members, removals = [], waiting = [], lifted = null }: Scene) {
  const people = Array.from({ length: members }, (_, index) => aMember({ id: `m${index}` }));
  const counts = (groupId: string, { from, to }: { readonly from: Instant; readonly to: Instant }) => {
    const inside = removals.filter((at) => groupId === 'g1' && at >= from && at < to);
    return Promise.resolve({ removals: inside.length });
  };
  const deps = {
    store: { counts, unsettled: () => Promise.resolve(waiting) },
    platforms: { live: { members: (id: string) => Promise.resolve(id === 'g1' ? people : []) } },
  };
  return { deps, state: { group: aGroup(), settings: { ...UNLISTED, brakeLiftedUntil: lifted } } };
}

const times = (count: number, at: Instant): readonly Instant[] => Array.from({ length: count }, () => at);

async function brake(given: Scene) {
  const { deps, state } = scene(given);
  return removalBrake(deps, state, NOON);
}

describe('how many may be removed in a day', () => {
  it.each([
    { name: 'nobody there: three', members: 0, limit: 3 },
    { name: 'thirty-nine members: three', members: 39, limit: 3 },
    { name: 'forty: a tenth', members: 40, limit: 4 },
    { name: 'a tenth is rounded down', members: 199, limit: 19 },
  ])('$name', async ({ members, limit }) => {
    expect(await brake({ members })).toEqual({ holds: false, limit, span: 'day', removed: 0 });
    const below = times(limit - 1, NOON - 2 * HOUR);
    expect(await brake({ members, removals: below })).toMatchObject({ holds: false, removed: limit - 1 });
    const reached = times(limit, NOON - 2 * HOUR);
    expect(await brake({ members, removals: reached })).toEqual({
      holds: true,
      limit,
      span: 'day',
      removed: limit,
    });
  });

  it.each([
    { name: 'the first instant of the day counts', at: DAWN, removed: 3 },
    { name: 'the last of the day before does not', at: DAWN - 1, removed: 0 },
  ])('$name', async ({ at, removed }) => {
    expect(await brake({ members: 9, removals: times(3, at) })).toMatchObject({
      holds: removed === 3,
      removed,
    });
  });
});

describe('large groups: so many an hour besides', () => {
  it.each([
    {
      name: 'up to twenty a day no hour is counted',
      members: 200,
      removals: times(19, NOON),
      want: 'day 20 open',
    },
    {
      name: 'twenty a day, all in this hour: the day holds',
      members: 209,
      removals: times(20, NOON),
      want: 'day 20 holds',
    },
    { name: 'more a day, none yet', members: 210, removals: [], want: 'hour 20 open' },
    { name: 'nineteen in the hour', members: 500, removals: times(19, NOON), want: 'hour 20 open' },
    { name: 'twenty in the hour', members: 500, removals: times(20, NOON), want: 'hour 20 holds' },
    {
      name: 'exactly an hour ago still counts',
      members: 500,
      removals: times(20, NOON - HOUR),
      want: 'hour 20 holds',
    },
    { name: 'longer ago does not', members: 500, removals: times(20, NOON - HOUR - 1), want: 'hour 20 open' },
    {
      name: 'what comes later is not of this hour',
      members: 500,
      removals: times(20, NOON + 1),
      want: 'hour 20 open',
    },
    {
      name: 'the day is full, the hour empty',
      members: 500,
      removals: times(50, NOON - 2 * HOUR),
      want: 'day 50 holds',
    },
  ])('$name', async ({ members, removals, want }) => {
    const { holds, limit, span } = await brake({ members, removals });
    expect(`${span} ${limit} ${holds ? 'holds' : 'open'}`).toBe(want);
  });
});

describe('lifted by staff', () => {
  const full = { members: 9, removals: times(3, NOON) };

  it.each([
    { name: 'never', lifted: null, holds: true },
    { name: 'until now: over', lifted: NOON, holds: true },
    { name: 'for a millisecond more', lifted: NOON + 1, holds: false },
  ])('$name', async ({ lifted, holds }) => {
    expect(await brake({ ...full, lifted })).toEqual({ holds, limit: 3, span: 'day', removed: 3 });
  });

  it('in a large group the hour is lifted too', async () => {
    const large = { members: 500, removals: times(20, NOON), lifted: NOON + MINUTE };
    expect(await brake(large)).toEqual({ holds: false, limit: 50, span: 'day', removed: 20 });
  });
});

describe('what is ordered and still under way', () => {
  const removal = (over: Partial<OpenAction['planned']> = {}, groupId = 'g1'): OpenAction => ({
    planned: {
      id: 1,
      caseId: 1,
      groupId,
      stage: 'live',
      dueAt: NOON,
      action: {
        kind: 'remove',
        groupId,
        about: { caseId: 1, rule: 'prohibited', category: 'fraud' },
        member: { id: 'm1', name: 'm1' },
        terms: [],
        score: 1,
        strikes: 0,
        days: null,
        decidedBy: 'person',
        owner: null,
      },
      ...over,
    },
    claimed: false,
  });
  const orders = (count: number, one = removal()): readonly OpenAction[] =>
    Array.from({ length: count }, () => one);

  it.each([
    { name: 'nothing', waiting: [], holds: false },
    { name: 'two of three', waiting: orders(2), holds: false },
    { name: 'three of three', waiting: orders(3), holds: true },
    { name: 'of another group', waiting: orders(3, removal({}, 'g2')), holds: false },
    {
      name: 'only what a watched group would have seen',
      waiting: orders(3, removal({ stage: 'shadow' })),
      holds: false,
    },
    {
      name: 'other things than removals',
      waiting: orders(3, removal({ action: { kind: 'introduce', groupId: 'g1' } })),
      holds: false,
    },
  ])('$name', async ({ waiting, holds }) => {
    const { deps, state } = scene({ members: 9, waiting });
    expect(await orderBrake(deps, state, NOON)).toEqual({ holds, limit: 3, span: 'day', removed: 0 });
    expect((await removalBrake(deps, state, NOON)).holds).toBe(false);
  });

  it('fills up the day of a large group', async () => {
    const { deps, state } = scene({ members: 500, removals: times(49, NOON - 2 * HOUR), waiting: orders(1) });
    expect(await orderBrake(deps, state, NOON)).toMatchObject({ holds: true, limit: 50, span: 'day' });
  });

  it('adds to what was done in the day, and in the hour', async () => {
    const day = scene({ members: 9, removals: times(1, NOON), waiting: orders(2) });
    expect(await orderBrake(day.deps, day.state, NOON)).toMatchObject({ holds: true, removed: 1 });
    const hour = scene({ members: 500, removals: times(18, NOON), waiting: orders(1) });
    expect(await orderBrake(hour.deps, hour.state, NOON)).toMatchObject({ holds: false, span: 'hour' });
    const full = scene({ members: 500, removals: times(18, NOON), waiting: orders(2) });
    expect(await orderBrake(full.deps, full.state, NOON)).toMatchObject({ holds: true, span: 'hour' });
  });
});

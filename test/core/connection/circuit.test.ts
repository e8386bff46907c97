import { expect, it } from 'vitest';
import { circuitAgain, keptCircuit, PAUSES, trip } from '../../../src/core/connection/circuit.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the breaker is after cut-offs at these instants. */
const after = (instants: readonly number[]) =>
  instants.reduce<ReturnType<typeof trip> | null>((circuit, at) => trip(circuit, at, PAUSES), null);

it.each([
  { name: 'never', at: [], until: null },
  { name: 'the first time: a quarter of an hour', at: [0], until: 15 * MINUTE },
  { name: 'a line that was under way when it opened changes nothing', at: [0, 5], until: 15 * MINUTE },
  {
    name: 'again right after the pause: an hour',
    at: [0, 16 * MINUTE],
    until: 16 * MINUTE + HOUR,
  },
  {
    name: 'a third time: four hours',
    at: [0, 16 * MINUTE, 80 * MINUTE],
    until: 80 * MINUTE + 4 * HOUR,
  },
  { name: 'again after a calm day: from the beginning', at: [0, 2 * DAY], until: 2 * DAY + 15 * MINUTE },
  {
    name: 'never longer than a day',
    at: [0, HOUR, 3 * HOUR, 8 * HOUR, 21 * HOUR, 46 * HOUR, 71 * HOUR],
    until: 71 * HOUR + DAY,
  },
])('cut off $name', ({ at, until }) => {
  expect(after(at)?.until ?? null).toBe(until);
});

const KEPT = { rounds: 1, openedAt: 1000, until: 1000 + HOUR };

it.each([
  { name: 'nothing was kept', kept: undefined, now: 5000, again: null },
  { name: 'an empty text', kept: '', now: 5000, again: null },
  { name: 'not JSON', kept: '{', now: 5000, again: null },
  { name: 'of another shape', kept: '{"until":"soon"}', now: 5000, again: null },
  { name: 'a pause under way: as it was', kept: keptCircuit(KEPT), now: 5000, again: KEPT },
  {
    name: 'a pause that is over: its rounds still count',
    kept: keptCircuit(KEPT),
    now: 2 * HOUR,
    again: KEPT,
  },
  {
    name: 'the clock was put back: the pause begins anew',
    kept: keptCircuit(KEPT),
    now: 400,
    again: { rounds: 1, openedAt: 400, until: 400 + HOUR },
  },
  {
    name: 'longer than any pause is: a day',
    kept: keptCircuit({ ...KEPT, until: 30 * DAY }),
    now: 5000,
    again: { ...KEPT, until: 1000 + DAY },
  },
])('taken up again, $name', ({ kept, now, again }) => {
  expect(circuitAgain(kept, now)).toEqual(again);
});

import { describe, expect, it } from 'vitest';
import { createSteadyClock } from '../../bot/steady-clock.js';
import { createMemoryLog } from '../fakes/log.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-03-02T12:00:00+08:00');

/** A machine whose two clocks are moved by hand. */
function machine() {
  let [wall, ticks] = [NOON, 1000];
  const log = createMemoryLog();
  const clock = createSteadyClock({ wall: () => wall, monotonic: () => ticks, log });
  return {
    clock,
    said: () => log.entries.map(({ message }) => message),
    pass: (ms: number): void => {
      wall += ms;
      ticks += ms;
    },
    set: (by: number): void => void (wall += by),
    wall: () => wall,
    /** Time by the old reckoning. */
    old: () => NOON + ticks - 1000,
  };
}

describe('a steady clock', () => {
  it('shows what the machine shows as long as nothing happens, corrections of a few minutes included', () => {
    const { clock, pass, set, wall, said } = machine();
    for (const correction of [0, 900, -900, 4 * MINUTE, -4 * MINUTE]) {
      pass(30_000);
      set(correction);
      expect(clock.now()).toBe(wall());
    }
    expect(said()).toEqual([]);
  });

  it.each([
    { name: 'a month ahead', leap: 30 * DAY },
    { name: 'a year back', leap: -365 * DAY },
    { name: 'an hour ahead', leap: HOUR },
  ])('set $name and put right again: time goes on as before, the operator is told once', ({ leap }) => {
    const { clock, pass, set, old, said } = machine();
    set(leap);
    for (let minute = 0; minute < 30; minute += 1) {
      pass(MINUTE);
      expect(clock.now()).toBe(old());
    }
    set(-leap);
    pass(MINUTE);
    expect(clock.now()).toBe(old());
    expect(said()).toEqual(['the clock leapt']);
  });

  it('stays on the old time for as long as the platform does', () => {
    const { clock, pass, set, old } = machine();
    set(30 * DAY);
    for (let turn = 0; turn < 50; turn += 1) {
      pass(30 * MINUTE);
      clock.heard(old() - MINUTE);
      expect(clock.now()).toBe(old());
    }
  });

  it('a machine that slept: the first message of now is believed, one of before is not', () => {
    const { clock, pass, set, wall, old, said } = machine();
    pass(MINUTE);
    clock.now();
    set(9 * HOUR);
    clock.heard(old() - 2 * MINUTE);
    expect(clock.now()).toBe(old());
    clock.heard(wall() - 3 * HOUR);
    expect(clock.now()).toBe(old());
    clock.heard(wall() - 2000);
    expect(clock.now()).toBe(wall());
    expect(said()).toEqual(['the clock leapt', 'the new time is right']);
  });

  it('a clock that was wrong from the start and is put right is believed after an hour of silence', () => {
    const { clock, pass, set, wall, old } = machine();
    set(-200 * DAY);
    pass(59 * MINUTE);
    expect(clock.now()).toBe(old());
    pass(60 * MINUTE);
    expect(clock.now()).toBe(wall());
  });
});

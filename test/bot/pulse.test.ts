import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPulse } from '../../bot/pulse.js';
import type { App } from '../../src/app/app.js';
import { FakeLog } from './wechaty/fake.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const nothing = (): Promise<void> => Promise.resolve();

/** An app with one thing due at a time; `run` is what doing it means. */
function stage(due: number, run: () => Promise<void> = nothing) {
  const ran: number[] = [];
  const state = { due };
  const app: Pick<App, 'nextDue' | 'runDue'> = {
    nextDue: () => state.due,
    async runDue() {
      ran.push(Date.now());
      await run();
      state.due = Infinity;
    },
  };
  const log = new FakeLog();
  return { pulse: createPulse(app, { now: () => Date.now() }, log), ran, state, log };
}

it('nothing due: the clock is looked at every half minute all the same', async () => {
  const { pulse, ran } = stage(Infinity);
  pulse.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran).toEqual([30_000, 60_000]);
  await pulse.stop();
});

it('wakes when it is due, not before', async () => {
  const { pulse, ran } = stage(700);
  pulse.touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ran).toEqual([700]);
  await pulse.stop();
});

it('held, nothing is done whatever is due; released, it is done at once', async () => {
  const { pulse, ran } = stage(0);
  pulse.hold();
  pulse.touch();
  await pulse.drain();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran).toEqual([]);
  pulse.release();
  await vi.advanceTimersByTimeAsync(0);
  expect(ran).toEqual([60_000]);
  await pulse.stop();
});

it('what fails is logged by its kind, and tried again a second later, not at once', async () => {
  const { pulse, ran, log } = stage(0, () => Promise.reject(new RangeError('words of somebody')));
  pulse.touch();
  await vi.advanceTimersByTimeAsync(2500);
  expect(ran).toEqual([0, 1000, 2000]);
  expect(log.seen[0]).toEqual({
    level: 'error',
    fields: { fault: 'RangeError' },
    message: 'due work failed',
  });
  await pulse.stop();
});

it('stopped, it wakes no more', async () => {
  const { pulse, ran } = stage(500);
  pulse.touch();
  await pulse.stop();
  pulse.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran).toEqual([]);
});

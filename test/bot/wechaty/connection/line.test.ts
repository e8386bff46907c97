import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLine } from '../../../../bot/wechaty/connection/line.js';
import { FakeLog } from '../fake.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const SECOND = 1000;

function laid() {
  const turns: boolean[] = [];
  const heard: (number | null)[] = [];
  const resumed: number[] = [];
  const tripped: number[] = [];
  const line = createLine({
    clock: { now: () => Date.now() },
    log: new FakeLog(),
    pauses: [60 * SECOND, 600 * SECOND],
    onTurn: () => void (turns.at(-1) === line.maySend() || turns.push(line.maySend())),
    onTrip: ({ until }) => tripped.push(until),
    onHearing: (since) => heard.push(since),
    onResumed: (since) => resumed.push(since),
  });
  return { line, turns, heard, resumed, tripped, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

it('nothing was told: nothing is heard, nothing may be sent', () => {
  const { line, turns, heard } = laid();
  expect([line.hears(), turns, heard]).toEqual([false, [], []]);
});

it('a gap lasts from the break to the login, whatever else is told meanwhile', async () => {
  const { line, heard, pass } = laid();
  line.tell({ kind: 'login' });
  await pass(SECOND);
  line.tell({ kind: 'lost', why: 'dropped' });
  await pass(SECOND);
  line.tell({ kind: 'lost', why: 'unreachable' });
  line.tell({ kind: 'no-login' });
  await pass(SECOND);
  line.tell({ kind: 'login' });
  expect(heard).toEqual([null, 2000]);
  expect(line.connection.losses()).toMatchObject({ gaps: 1, unheardMs: 2000 });
});

it('a line that fell silent was unheard since its last word, not since it was noticed', async () => {
  const { line, heard, pass } = laid();
  line.tell({ kind: 'login' });
  await pass(20 * SECOND);
  line.tell({ kind: 'lost', why: 'silent' }, 1500);
  line.tell({ kind: 'login' });
  expect(heard).toEqual([null, 1500]);
});

it('a logout is a gap as well', async () => {
  const { line, heard, pass } = laid();
  line.tell({ kind: 'login' });
  line.tell({ kind: 'logout' });
  await pass(SECOND);
  line.tell({ kind: 'login' });
  expect(heard).toEqual([null, 1000]);
});

it('cut off: nothing is sent until the pause is over, everything is heard; the second pause is longer', async () => {
  const { line, turns, heard, resumed, tripped, pass } = laid();
  line.tell({ kind: 'login' });
  line.cutOff();
  line.cutOff();
  expect([line.hears(), turns, line.connection.state()]).toEqual([
    true,
    [true, false],
    { kind: 'cut-off', until: 61_000 },
  ]);
  await pass(60 * SECOND);
  expect([turns, resumed]).toEqual([[true, false, true], [1000]]);
  line.cutOff();
  await pass(599 * SECOND);
  expect(turns.at(-1)).toBe(false);
  await pass(SECOND);
  expect([turns.at(-1), resumed, heard]).toEqual([true, [1000, 61_000], [null]]);
  expect(tripped).toEqual([61_000, 661_000]);
  line.close();
});

it('a pause that an earlier process was given goes on; the next cut-off counts it, and nothing is kept twice', async () => {
  const { line, turns, resumed, tripped, pass } = laid();
  line.tell({ kind: 'login' });
  line.takeUp({ rounds: 0, openedAt: 500, until: 31_000 });
  expect([line.hears(), turns, line.connection.state()]).toEqual([
    true,
    [true, false],
    { kind: 'cut-off', until: 31_000 },
  ]);
  await pass(30 * SECOND);
  expect([turns.at(-1), resumed, tripped]).toEqual([true, [500], []]);
  line.cutOff();
  expect(tripped).toEqual([631_000]);
  line.close();
});

it('a pause that was over before the start holds nothing up, and makes the next one longer', () => {
  const { line, turns, tripped } = laid();
  line.tell({ kind: 'login' });
  line.takeUp({ rounds: 0, openedAt: 0, until: 900 });
  expect(turns).toEqual([true]);
  line.cutOff();
  expect(tripped).toEqual([601_000]);
  line.close();
});

it('another account logs in that nobody has forbidden anything: it may send', () => {
  const { line, turns } = laid();
  line.tell({ kind: 'login' });
  line.cutOff();
  line.takeUp(null);
  expect(turns).toEqual([true, false, true]);
  line.close();
});

it('who waits for the loss of the line is called once it breaks, and not after having forgotten it', () => {
  const { line } = laid();
  const called: string[] = [];
  line.tell({ kind: 'login' });
  line.whenLost(() => called.push('waiting'));
  const forget = line.whenLost(() => called.push('forgot'));
  forget();
  line.cutOff();
  expect(called).toEqual([]);
  line.tell({ kind: 'lost', why: 'dropped' });
  expect(called).toEqual(['waiting']);
});

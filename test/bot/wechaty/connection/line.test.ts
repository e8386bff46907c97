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
  const line = createLine({
    clock: { now: () => Date.now() },
    log: new FakeLog(),
    pauses: [60 * SECOND, 600 * SECOND],
    onTurn: (maySend) => void (turns.at(-1) === maySend || turns.push(maySend)),
    onHearing: (since) => heard.push(since),
    onResumed: (since) => resumed.push(since),
  });
  return { line, turns, heard, resumed, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
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
  const { line, turns, heard, resumed, pass } = laid();
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

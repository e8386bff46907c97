import { expect, it } from 'vitest';
import {
  type ConnectionState,
  isSame,
  maySend,
  type Signal,
  STARTING,
  stateOf,
  step,
} from '../../../src/core/connection/state.js';

const after = (signals: readonly Signal[]) => signals.reduce(step, STARTING);

const LOGIN: Signal = { kind: 'login' };
const DROPPED: Signal = { kind: 'lost', why: 'dropped' };

it.each<{ name: string; signals: readonly Signal[]; want: ConnectionState }>([
  { name: 'no signal yet', signals: [], want: { kind: 'starting' } },
  { name: 'a login', signals: [LOGIN], want: { kind: 'connected' } },
  {
    name: 'a code to scan',
    signals: [{ kind: 'scan' }],
    want: { kind: 'waiting-for-login', why: 'scan' },
  },
  {
    name: 'a verify code after the scan',
    signals: [{ kind: 'scan' }, { kind: 'verify-code' }],
    want: { kind: 'waiting-for-login', why: 'verify-code' },
  },
  {
    name: 'the platform answers and asks for nothing',
    signals: [{ kind: 'no-login' }],
    want: { kind: 'waiting-for-login', why: 'silent' },
  },
  {
    name: 'no login in time, but there is a code to scan: that is what to do',
    signals: [{ kind: 'scan' }, { kind: 'no-login' }],
    want: { kind: 'waiting-for-login', why: 'scan' },
  },
  {
    name: 'the time for a login ran out just after it',
    signals: [LOGIN, { kind: 'no-login' }],
    want: { kind: 'connected' },
  },
  {
    name: 'logged out',
    signals: [LOGIN, { kind: 'logout' }],
    want: { kind: 'waiting-for-login', why: 'logged-out' },
  },
  {
    name: 'logged out, then a code to scan',
    signals: [LOGIN, { kind: 'logout' }, { kind: 'scan' }],
    want: { kind: 'waiting-for-login', why: 'scan' },
  },
  {
    name: 'a broken line that is told as a logout as well',
    signals: [LOGIN, DROPPED, { kind: 'logout' }],
    want: { kind: 'broken', why: 'dropped' },
  },
  {
    name: 'broken, then nobody there',
    signals: [LOGIN, DROPPED, { kind: 'lost', why: 'unreachable' }],
    want: { kind: 'broken', why: 'unreachable' },
  },
  { name: 'broken and mended', signals: [LOGIN, DROPPED, LOGIN], want: { kind: 'connected' } },
  { name: 'a wrong token', signals: [{ kind: 'refused' }], want: { kind: 'refused' } },
  { name: 'deaf', signals: [{ kind: 'deaf' }], want: { kind: 'deaf' } },
  {
    name: 'cut off',
    signals: [LOGIN, { kind: 'cut-off', until: 9 }],
    want: { kind: 'cut-off', until: 9 },
  },
  {
    name: 'cut off, then broken: the line comes first',
    signals: [LOGIN, { kind: 'cut-off', until: 9 }, DROPPED],
    want: { kind: 'broken', why: 'dropped' },
  },
  {
    name: 'cut off, broken and mended: still cut off',
    signals: [LOGIN, { kind: 'cut-off', until: 9 }, DROPPED, LOGIN],
    want: { kind: 'cut-off', until: 9 },
  },
  {
    name: 'the pause is over',
    signals: [LOGIN, { kind: 'cut-off', until: 9 }, { kind: 'resumed' }],
    want: { kind: 'connected' },
  },
  { name: 'stopped', signals: [LOGIN, { kind: 'stop' }], want: { kind: 'stopped' } },
  { name: 'stopped is for good', signals: [{ kind: 'stop' }, LOGIN, DROPPED], want: { kind: 'stopped' } },
])('$name: $want.kind', ({ signals, want }) => {
  expect(stateOf(after(signals))).toEqual(want);
});

it('only a login that is not cut off may send', () => {
  const sends = (signals: readonly Signal[]) => maySend(after(signals));
  expect(sends([])).toBe(false);
  expect(sends([LOGIN])).toBe(true);
  expect(sends([LOGIN, DROPPED])).toBe(false);
  expect(sends([LOGIN, { kind: 'cut-off', until: 9 }])).toBe(false);
});

it.each<{ name: string; a: ConnectionState; b: ConnectionState; want: boolean }>([
  { name: 'the same kind', a: { kind: 'deaf' }, b: { kind: 'deaf' }, want: true },
  {
    name: 'broken for another reason',
    a: { kind: 'broken', why: 'silent' },
    b: { kind: 'broken', why: 'dropped' },
    want: false,
  },
  {
    name: 'cut off for longer',
    a: { kind: 'cut-off', until: 1 },
    b: { kind: 'cut-off', until: 2 },
    want: false,
  },
])('new to say or not: $name', ({ a, b, want }) => {
  expect(isSame(a, b)).toBe(want);
});

import { afterEach, expect, it } from 'vitest';
import { watchLine } from '../../../../bot/wechaty/connection/watch-line.js';
import type { PuppetPlayground } from '../../../../bot/playground/puppet/puppet.js';
import type { Signal } from '../../../../src/core/connection/state.js';
import { startPuppet, stopPuppets } from '../fake.js';

afterEach(stopPuppets);

const NAMES = ['login', 'logout', 'scan', 'error', 'heartbeat', 'dong', 'message'] as const;
const listeners = (puppet: PuppetPlayground) => NAMES.map((name) => puppet.listenerCount(name));

async function watched() {
  const { puppet } = await startPuppet();
  puppet.on('error', () => undefined);
  const signals: Signal['kind'][] = [];
  let beats = 0;
  const watcher = {
    tell: (signal: Signal) => void signals.push(signal.kind),
    alive: () => void (beats += 1),
  };
  const before = listeners(puppet);
  const unwatch = watchLine(puppet, watcher);
  return { puppet, signals, beats: () => beats, before, unwatch };
}

it('nothing happens: one who is logged in already counts as a login', async () => {
  const { signals, beats } = await watched();
  expect([signals, beats()]).toEqual([['login'], 1]);
});

it('a broken line and a logout are told; a sign of life of a puppet that is still logged in mends the line', async () => {
  const { puppet, signals } = await watched();
  puppet.emit('heartbeat', { data: '' });
  puppet.emit('error', { data: 'no payload found for id x' });
  puppet.emit('error', { data: '14 UNAVAILABLE: Connection dropped' });
  puppet.emit('heartbeat', { data: '' });
  puppet.emit('heartbeat', { data: '' });
  puppet.emit('logout', { contactId: 'bot', data: '' });
  puppet.emit('login', { contactId: 'bot' });
  expect(signals).toEqual(['login', 'lost', 'login', 'logout', 'login']);
});

it.each([
  { name: 'waiting', status: 2, want: ['login', 'scan'] },
  { name: 'the code timed out', status: 5, want: ['login', 'scan'] },
  { name: 'scanned already', status: 3, want: ['login'] },
])('a code to scan is told while somebody has to: $name', async ({ status, want }) => {
  const { puppet, signals, beats } = await watched();
  puppet.emit('scan', { status, qrcode: 'code' });
  expect([signals, beats()]).toEqual([want, 2]);
});

it('messages, dongs and heartbeats are signs of life', async () => {
  const { puppet, beats } = await watched();
  puppet.emit('message', { messageId: 'none' });
  puppet.emit('dong', { data: '' });
  puppet.emit('heartbeat', { data: '' });
  expect(beats()).toBe(4);
});

it('after the end nothing is told any more, and no listener is left behind', async () => {
  const { puppet, signals, before, unwatch } = await watched();
  unwatch();
  puppet.emit('logout', { contactId: 'bot', data: '' });
  expect(signals).toEqual(['login']);
  expect(listeners(puppet)).toEqual(before);
});

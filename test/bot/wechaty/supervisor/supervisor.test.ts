import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchLine } from '../../../../bot/wechaty/connection/watch-line.js';
import { createSupervisor } from '../../../../bot/wechaty/supervisor/supervisor.js';
import type { Signal } from '../../../../src/core/connection/state.js';
import { builder, type Fate } from './fake-wechaty.js';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Told = Signal & { readonly heardAt?: number | null | undefined };

async function supervised(fates: readonly Fate[], knock?: () => Promise<boolean>) {
  const { built, build } = builder(fates);
  const told: Told[] = [];
  let attached = 0;
  const supervisor = createSupervisor({
    clock: { now: () => Date.now() },
    build,
    knock,
    attach(bot, watcher) {
      attached += 1;
      bot.on('puppet' as 'start', () => undefined);
      watchLine(bot.puppet, watcher);
    },
    tell: (signal, heardAt) => void told.push(heardAt === undefined ? signal : { ...signal, heardAt }),
  });
  await supervisor.start();
  const kinds = () => told.map((one) => ('why' in one ? `${one.kind}:${one.why}` : one.kind));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const current = () => built.at(-1)!;
  return { supervisor, built, told, kinds, pass, current, attached: () => attached };
}

const WORKS: Fate = { kind: 'works' };

it('nothing goes wrong: one bot, one login, asked for a sign of life when it is silent', async () => {
  const { supervisor, built, kinds, pass, current } = await supervised([WORKS]);
  await pass(10 * MINUTE);
  expect([built.length, kinds()]).toEqual([1, ['login']]);
  expect(current().puppet.dings).toBeGreaterThan(20);
  await supervisor.stop();
});

it.each<{ name: string; fate: Fate; want: string; within: number }>([
  {
    name: 'nobody at the address',
    fate: { kind: 'inactive', words: ['14 UNAVAILABLE: No connection established. ECONNREFUSED'] },
    want: 'lost:unreachable',
    within: 0,
  },
  {
    name: 'a wrong token, among other errors of the same start',
    fate: {
      kind: 'inactive',
      words: ['14 UNAVAILABLE: Connection dropped', '16 UNAUTHENTICATED: Invalid Wechaty TOKEN'],
    },
    want: 'refused',
    within: 0,
  },
  {
    name: 'TLS on one side',
    fate: { kind: 'inactive', words: ['14 UNAVAILABLE: write EPROTO wrong version number'] },
    want: 'lost:insecure',
    within: 0,
  },
  {
    name: 'an error that nobody knows',
    fate: { kind: 'inactive', words: ['something else'] },
    want: 'lost:failed',
    within: 0,
  },
  { name: 'no error at all', fate: { kind: 'inactive', words: [] }, want: 'lost:silent', within: 0 },
  { name: 'started, and not a word', fate: { kind: 'deaf' }, want: 'deaf', within: 5000 },
])('a start that leads nowhere is named, and the next one is soon: $name', async ({ fate, want, within }) => {
  const { supervisor, built, kinds, pass } = await supervised([fate, WORKS]);
  await pass(within);
  expect(kinds()).toEqual([want]);
  await pass(1000);
  expect([built.length, kinds()]).toEqual([2, [want, 'login']]);
  await supervisor.stop();
});

it('a start that hangs is named and left to itself; it goes on when the gateway does', async () => {
  const { supervisor, built, kinds, pass, current } = await supervised([{ kind: 'hangs' }]);
  await pass(15 * MINUTE);
  expect([built.length, kinds()]).toEqual([1, ['lost:silent']]);
  current().goOn();
  await pass(1000);
  expect([built.length, kinds()]).toEqual([1, ['lost:silent', 'login']]);
  await supervisor.stop();
});

it('a start that hangs for longer than any connection is given up', async () => {
  const { supervisor, built, kinds, pass } = await supervised([{ kind: 'hangs' }, WORKS]);
  await pass(20 * MINUTE + 1000);
  expect([built.length, kinds()]).toEqual([2, ['lost:silent', 'lost:silent', 'login']]);
  await supervisor.stop();
});

it('the platform answers and nobody logs in: told, and waited for; nothing is built anew', async () => {
  const { supervisor, built, kinds, pass, current } = await supervised([{ kind: 'nobody' }]);
  await pass(10 * MINUTE);
  expect([built.length, kinds()]).toEqual([1, ['no-login']]);
  current().puppet.login();
  expect(kinds()).toEqual(['no-login', 'login']);
  await supervisor.stop();
});

it('a line that breaks is built anew at once, after a logout only the login is waited for', async () => {
  const { supervisor, built, kinds, pass, current } = await supervised([WORKS]);
  await pass(MINUTE);
  current().puppet.logout();
  await pass(MINUTE);
  expect(built).toHaveLength(1);
  current().puppet.login();
  current().puppet.emit('error', { data: '14 UNAVAILABLE: Connection dropped' });
  await pass(300);
  expect([built.length, kinds()]).toEqual([2, ['login', 'logout', 'login', 'lost:dropped', 'login']]);
  await supervisor.stop();
});

it.each([
  {
    name: 'its calls are answered, it never gave a dong: nothing follows',
    dongs: false,
    call: true,
    builds: 1,
  },
  { name: 'its calls are answered, but it gave dongs before', dongs: true, call: true, builds: 2 },
  { name: 'nothing is answered any more', dongs: false, call: false, builds: 2 },
])('a platform falls silent: $name', async ({ dongs, call, builds }) => {
  const { supervisor, built, told, pass, current } = await supervised([dongs ? WORKS : { kind: 'mute' }]);
  const { puppet } = current();
  await pass(5000);
  puppet.dongs = false;
  puppet.call = () => (call ? Promise.resolve({}) : new Promise(() => undefined));
  await pass(25_000);
  expect(built).toHaveLength(builds);
  if (builds === 2) {
    const lost = told.find(({ kind }) => kind === 'lost');
    expect(lost).toMatchObject({ why: 'silent' });
    // Nothing counts as heard after the last sign of life.
    expect(lost?.heardAt).toBeLessThan(5001);
  }
  await supervisor.stop();
});

it('a cause that stays: the waits grow up to five seconds, and each bot before is let go of', async () => {
  const gone: Fate = { kind: 'inactive', words: ['ECONNREFUSED'] };
  const { supervisor, built, pass, attached } = await supervised([gone]);
  await pass(10 * MINUTE);
  expect(built.length).toBeGreaterThan(115);
  expect(built.length).toBeLessThan(130);
  expect(attached()).toBe(built.length);
  for (const bot of built.slice(0, -1)) {
    expect([bot.stops, bot.eventNames(), bot.listenerCount('error')]).toEqual([1, ['error'], 1]);
    expect([bot.puppet.eventNames(), bot.puppet.listenerCount('error')]).toEqual([['error'], 1]);
  }
  await supervisor.stop();
});

it('nobody at the address: it is only knocked at it, until somebody is there', async () => {
  let isThere = false;
  const gone: Fate = { kind: 'inactive', words: ['ECONNREFUSED'] };
  const { supervisor, built, kinds, pass } = await supervised([gone, WORKS], () => Promise.resolve(isThere));
  await pass(10 * MINUTE);
  expect(built).toHaveLength(1);
  isThere = true;
  await pass(600);
  expect([built.length, kinds()]).toEqual([2, ['lost:unreachable', 'login']]);
  await supervisor.stop();
});

it('a line that breaks because nobody is there any more: no start is tried before somebody is', async () => {
  let isThere = false;
  const { supervisor, built, kinds, pass, current } = await supervised([WORKS], () =>
    Promise.resolve(isThere),
  );
  current().puppet.emit('error', { data: '14 UNAVAILABLE: Connection dropped' });
  await pass(MINUTE);
  expect([built.length, kinds()]).toEqual([1, ['login', 'lost:dropped', 'lost:unreachable']]);
  isThere = true;
  await pass(600);
  expect([built.length, kinds().at(-1)]).toEqual([2, 'login']);
  await supervisor.stop();
});

it('a first bot that cannot be made at all is told to whoever starts it; a later one is tried again', async () => {
  await expect(supervised([{ kind: 'unmade' }])).rejects.toThrow('not installed');
  const gone: Fate = { kind: 'inactive', words: ['ECONNREFUSED'] };
  const { supervisor, kinds, pass } = await supervised([gone, { kind: 'unmade' }, WORKS]);
  await pass(5000);
  expect(kinds()).toEqual(['lost:unreachable', 'lost:failed', 'login']);
  await supervisor.stop();
});

it.each([
  { name: 'while it works', fates: [WORKS] },
  {
    name: 'while it waits for the next try',
    fates: [{ kind: 'inactive', words: ['ECONNREFUSED'] } as const],
  },
])('stopped $name: nothing is built any more', async ({ fates }) => {
  const { supervisor, built, pass, kinds } = await supervised(fates);
  await pass(1000);
  const before = built.length;
  await supervisor.stop();
  await pass(10 * MINUTE);
  expect(built).toHaveLength(before);
  expect(kinds().at(-1)).toBe('stop');
  expect(built.at(-1)?.stops).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../bot/wechaty/queue.js';
import type { Inbound } from '../../../src/core/model/event.js';
import { FakeLog, HeardEvents } from './fake.js';

const event = (groupId: string): Inbound => ({ kind: 'topic', at: 0, groupId, name: '', byId: null });

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const names = (heard: HeardEvents) => heard.of('topic').map(({ groupId }) => groupId);

it('what turns out to be nothing is not handed on', async () => {
  const heard = new HeardEvents();
  const queue = createQueue({ log: new FakeLog(), hear: heard.hear });
  queue.push(() => Promise.resolve(null));
  queue.push(() => Promise.resolve(event('a')));
  await heard.until(() => true);
  expect(names(heard)).toEqual(['a']);
});

it('the order is that of the announcements, whatever comes first', async () => {
  const heard = new HeardEvents();
  const queue = createQueue({ log: new FakeLog(), hear: heard.hear });
  const slow = deferred<Inbound>();
  queue.push(() => slow.promise);
  queue.push(() => Promise.resolve(event('b')));
  queue.push(() => Promise.resolve(event('c')));
  slow.resolve(event('a'));
  await heard.times(3, () => true);
  expect(names(heard)).toEqual(['a', 'b', 'c']);
});

it('one that fails or never comes is logged and does not hold up the next', async () => {
  const heard = new HeardEvents();
  const log = new FakeLog();
  const queue = createQueue({ log, hear: heard.hear, patienceMs: 1 });
  queue.push(() => Promise.reject(new TypeError('insecure_token')));
  queue.push(() => new Promise(() => undefined));
  queue.push(() => Promise.resolve(event('c')));
  await heard.until(() => true);
  expect(log.seen).toEqual([
    { level: 'error', fields: { fault: 'TypeError' }, message: 'event lost' },
    { level: 'error', fields: { fault: 'LateError' }, message: 'event lost' },
  ]);
});

it('a listener that fails is logged; the process and the next event go on', async () => {
  const log = new FakeLog();
  const heard = new HeardEvents();
  const hear = async (one: Inbound) => {
    if (names(heard).length === 0 && log.seen.length === 0) throw new RangeError('full');
    return heard.hear(one);
  };
  const queue = createQueue({ log, hear });
  queue.push(() => Promise.resolve(event('a')));
  await log.until(({ fields }) => fields['fault'] === 'RangeError');
  queue.push(() => Promise.resolve(event('b')));
  await heard.until(() => true);
  expect(names(heard)).toEqual(['b']);
});

describe('a burst', () => {
  const limits = { asked: 2, handling: 3, waiting: 4 };

  it('so many payloads are asked for at once, and the next when one is there', async () => {
    const heard = new HeardEvents();
    const queue = createQueue({ log: new FakeLog(), hear: heard.hear, limits });
    const loads = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...deferred<Inbound>() }));
    const asked: string[] = [];
    for (const { name, promise } of loads)
      queue.push(() => {
        asked.push(name);
        return promise;
      });
    expect(asked).toEqual(['a', 'b']);
    loads[0]?.resolve(event('a'));
    await heard.times(1, () => true);
    await Promise.resolve();
    expect(asked).toEqual(['a', 'b', 'c']);
    for (const { name, resolve } of loads) resolve(event(name));
    await heard.times(4, () => true);
    expect(names(heard)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('while too much is being handled nothing is asked for; then it goes on', async () => {
    const done = deferred<void>();
    const begun: string[] = [];
    const all = deferred<void>();
    const hear = (one: Inbound): Promise<void> => {
      if (one.kind === 'topic') begun.push(one.groupId);
      if (begun.length === 6) all.resolve();
      return done.promise;
    };
    const queue = createQueue({ log: new FakeLog(), hear, limits: { ...limits, asked: 1, waiting: 10 } });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) queue.push(() => Promise.resolve(event(name)));
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(begun).toEqual(['a', 'b', 'c']);
    done.resolve();
    await all.promise;
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('past the limit the newest are lost, each counted; what waits is not touched', async () => {
    const heard = new HeardEvents();
    const slow = deferred<Inbound>();
    let lost = 0;
    const queue = createQueue({
      log: new FakeLog(),
      hear: heard.hear,
      limits: { ...limits, asked: 1 },
      onLost: () => {
        lost += 1;
      },
    });
    queue.push(() => slow.promise);
    for (let index = 0; index < 7; index += 1) queue.push(() => Promise.resolve(event(`g${index}`)));
    expect(lost).toBe(3);
    slow.resolve(event('first'));
    await heard.times(5, () => true);
    expect(names(heard)).toEqual(['first', 'g0', 'g1', 'g2', 'g3']);
  });

  it('more than a thousand that wait are all handed on, in order', async () => {
    const handed: string[] = [];
    const last = deferred<void>();
    const hear = (one: Inbound): Promise<void> => {
      if (one.kind === 'topic') handed.push(one.groupId);
      if (handed.length === 5000) last.resolve();
      return Promise.resolve();
    };
    const queue = createQueue({ log: new FakeLog(), hear });
    for (let index = 0; index < 5000; index += 1) queue.push(() => Promise.resolve(event(String(index))));
    await last.promise;
    expect(handed).toEqual(Array.from({ length: 5000 }, (_, index) => String(index)));
  });
});

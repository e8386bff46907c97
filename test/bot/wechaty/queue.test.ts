import { expect, it } from 'vitest';
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
  queue.push(Promise.resolve(null));
  queue.push(Promise.resolve(event('a')));
  await heard.until(() => true);
  expect(names(heard)).toEqual(['a']);
});

it('the order is that of the announcements, whatever comes first', async () => {
  const heard = new HeardEvents();
  const queue = createQueue({ log: new FakeLog(), hear: heard.hear });
  const slow = deferred<Inbound>();
  queue.push(slow.promise);
  queue.push(Promise.resolve(event('b')));
  queue.push(Promise.resolve(event('c')));
  slow.resolve(event('a'));
  await heard.times(3, () => true);
  expect(names(heard)).toEqual(['a', 'b', 'c']);
});

it('one that fails or never comes is logged and does not hold up the next', async () => {
  const heard = new HeardEvents();
  const log = new FakeLog();
  const queue = createQueue({ log, hear: heard.hear, patienceMs: 1 });
  queue.push(Promise.reject(new TypeError('insecure_token')));
  queue.push(new Promise(() => undefined));
  queue.push(Promise.resolve(event('c')));
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
  queue.push(Promise.resolve(event('a')));
  await log.until(({ fields }) => fields['fault'] === 'RangeError');
  queue.push(Promise.resolve(event('b')));
  await heard.until(() => true);
  expect(names(heard)).toEqual(['b']);
});

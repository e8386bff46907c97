import { expect, it } from 'vitest';
import { createConnection } from '../../../../bot/wechaty/connection/connection.js';
import { FakeLog } from '../fake.js';

function kept() {
  const clock = { ms: 100 };
  const log = new FakeLog();
  return { clock, log, connection: createConnection({ clock: { now: () => clock.ms }, log }) };
}

it('before any signal: starting, since it was made, nothing lost, nothing logged', () => {
  const { connection, log } = kept();
  expect(connection.state()).toEqual({ kind: 'starting' });
  expect(connection.since()).toBe(100);
  expect(connection.losses()).toEqual({ gaps: 0, unheardMs: 0, events: 0 });
  expect(log.seen).toEqual([]);
});

it('each change is logged once, with what to do; the time is that of the change', () => {
  const { connection, log, clock } = kept();
  for (const ms of [200, 300, 400]) {
    clock.ms = ms;
    connection.tell({ kind: 'deaf' });
  }
  expect(connection.since()).toBe(200);
  expect(log.seen).toEqual([
    {
      level: 'warn',
      fields: { connection: 'deaf', advice: expect.stringContaining('同一个令牌') },
      message: 'connection',
    },
  ]);
});

it('a cut-off while the line is broken changes nothing to see until it is mended', () => {
  const { connection, log } = kept();
  connection.tell({ kind: 'lost', why: 'dropped' });
  connection.tell({ kind: 'cut-off', until: 60_100 });
  expect(log.seen).toHaveLength(1);
  connection.tell({ kind: 'login' });
  expect(log.seen.at(-1)?.fields).toMatchObject({
    connection: 'cut-off',
    advice: expect.stringContaining('先停1分钟'),
  });
});

it('events that could not be had are counted', () => {
  const { connection } = kept();
  connection.lostEvent();
  connection.lostEvent();
  expect(connection.losses().events).toBe(2);
});

import { describe, expect, it } from 'vitest';
import { readiness } from '../../../bot/operating/readiness.js';

const session = (store: { job: () => Promise<null> }, isRecording = true) => ({
  store,
  app: { isRecording: () => isRecording },
});
const fine = session({ job: () => Promise.resolve(null) });
const resting = session({ job: () => Promise.resolve(null) }, false);
const broken = session({ job: () => Promise.reject(new Error('the disk failed')) });
const stuck = session({ job: () => new Promise<null>(() => undefined) });

describe('ready: messages are heard and can be written', () => {
  it.each([
    {
      name: 'nothing is there',
      connection: 'starting',
      store: null,
      want: { ready: false, store: 'not-open' },
    },
    {
      name: 'connected, the store answers',
      connection: 'connected',
      store: fine,
      want: { ready: true, store: 'ok' },
    },
    {
      name: 'sending is cut off: heard all the same',
      connection: 'cut-off',
      store: fine,
      want: { ready: true },
    },
    { name: 'waiting for a login', connection: 'waiting-for-login', store: fine, want: { ready: false } },
    {
      name: 'the store fails',
      connection: 'connected',
      store: broken,
      want: { ready: false, store: 'failed' },
    },
    {
      name: 'the store can be read and not be written to',
      connection: 'connected',
      store: resting,
      want: { ready: false, store: 'standstill' },
    },
    {
      name: 'the store does not answer',
      connection: 'connected',
      store: stuck,
      want: { ready: false, store: 'slow' },
    },
  ] as const)('$name', async ({ connection, store, want }) => {
    expect(await readiness(connection, store, 0)).toMatchObject({ connection, ...want });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WechatyBuilder } from 'wechaty';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Qunshao } from '../../../bot/plugin.js';
import { createWatch, type Watch } from '../../../bot/operating/watch.js';
import { PuppetPlayground } from '../../../bot/playground/puppet/puppet.js';
import type { Session } from '../../../bot/session.js';
import { createConnection } from '../../../bot/wechaty/connection/connection.js';
import { loadConfig } from '../../../src/config/load.js';
import { createMemoryLog } from '../../fakes/log.js';
import { freePort } from '../../harness/free-port.js';
import { portOf } from '../../harness/port.js';
import { alumniWorld, ROOM } from '../../playground/alumni.js';

const NOW = Date.UTC(2026, 0, 5, 4);
const clock = { now: () => NOW };
const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';

const folder = mkdtempSync(join(tmpdir(), 'qunshao-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function get(address: string, path: string, method = 'GET'): Promise<Reply> {
  const response = await fetch(`http://${address}${path}`, { method });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

/** The value of one line of the exposition. */
function valueOf(text: string, series: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

const listen = { host: '127.0.0.1', port: 0 };
const operating = { listen, beyondLoopback: false };

describe('before anything is connected', () => {
  let watch: Watch;
  let address = '';
  const log = createMemoryLog();
  const connection = createConnection({ clock, log });

  beforeEach(async () => {
    const made = createWatch({ operating, clock, log, connection });
    if (made === null) throw new Error('no watch');
    watch = made;
    address = (await watch.address) ?? '';
  });
  afterEach(() => watch.stop());

  it('is not there unless asked for', () => {
    const none = { listen: null, beyondLoopback: false };
    expect(createWatch({ operating: none, clock, log, connection })).toBeNull();
  });

  it.each([
    { path: '/healthz', status: 200, type: 'application/json', text: '{"alive":true}\n' },
    {
      path: '/readyz',
      status: 503,
      type: 'application/json',
      text: '{"ready":false,"connection":"starting","store":"not-open"}\n',
    },
    { path: '/', status: 404, type: 'text/plain; charset=utf-8', text: '/healthz\n/readyz\n/metrics\n' },
    {
      path: '/constructor',
      status: 404,
      type: 'text/plain; charset=utf-8',
      text: '/healthz\n/readyz\n/metrics\n',
    },
    { path: '/healthz?x=1', status: 200, type: 'application/json', text: '{"alive":true}\n' },
  ])('$path: $status', async ({ path, ...want }) => {
    expect(await get(address, path)).toEqual(want);
  });

  it('changes nothing: GET and HEAD alone', async () => {
    expect((await get(address, '/metrics', 'POST')).status).toBe(405);
    expect(await get(address, '/healthz', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('shows the state, and what is logged', async () => {
    watch.log.error({ id: 'wxid_secret' }, 'event not handled');
    watch.log.warn({}, 'event not handled');
    const { text, type } = await get(address, '/metrics');
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(valueOf(text, 'qunshao_connection{state="starting"}')).toBe(1);
    expect(valueOf(text, 'qunshao_connection{state="connected"}')).toBe(0);
    expect(valueOf(text, 'qunshao_session_open')).toBe(0);
    expect(valueOf(text, 'qunshao_log_lines_total{level="error",message="event not handled"}')).toBe(1);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('wxid_secret');
  });

  it('counts a bounded number of messages of the log', async () => {
    for (let n = 0; n < 300; n += 1) watch.log.warn({}, `varies ${n}`);
    const { text } = await get(address, '/metrics');
    expect(text.match(/^qunshao_log_lines_total/gmu)?.length).toBeLessThan(110);
    expect(valueOf(text, 'qunshao_log_lines_total{level="warn",message="other"}')).toBe(200);
  });
});

it('an address that is taken: told once, and nothing else happens', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  const log = createMemoryLog();
  const at = { listen: { host: '127.0.0.1', port: portOf(taken) }, beyondLoopback: false };
  const watch = createWatch({ operating: at, clock, log, connection: createConnection({ clock, log }) });
  expect(await watch?.address).toBeNull();
  expect(log.entries.map(({ level, message }) => [level, message])).toEqual([
    ['error', 'metrics not served'],
  ]);
  await watch?.stop();
  taken.close();
});

describe('at work', () => {
  it('a scene over the real Wechaty: what happened stands there, nobody does', async () => {
    const port = await freePort();
    const config = join(folder, 'qunshao.yaml');
    writeFileSync(
      config,
      `groups:\n  - id: '${ROOM}'\n    mode: enforce\noperating:\n  listen: 127.0.0.1:${port}\ndatabase: ${join(folder, 'q.db')}\n`,
    );
    const world = alumniWorld({ ms: NOW });
    const bot = WechatyBuilder.build({ puppet: new PuppetPlayground(world) });
    const at = `127.0.0.1:${port}`;
    let stopped: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    let uninstall: () => void = () => undefined;
    const session = await new Promise<Session>((resolve, reject) => {
      const loaded = loadConfig({ path: config, env: {}, directory: folder });
      const log = createMemoryLog();
      const hooks = { onReady: resolve, onFailure: reject, onStopped: () => stopped() };
      uninstall = bot.use(Qunshao({ loaded, log, clock, ...hooks }));
    });
    expect(JSON.parse((await get(at, '/readyz')).text)).toMatchObject({ ready: false, store: 'ok' });
    const introduced = new Promise<void>((resolve) => {
      world.feed.subscribe((line) => line.fromId === 'bot' && resolve());
    });
    await bot.start();
    world.say('alice', ROOM, '早');
    await introduced;
    const heard = new Promise<void>((resolve) => {
      world.feed.subscribe((line) => line.fromId === 'bot' && resolve());
    });
    world.say('bob', ROOM, AD);
    await heard;
    await session.idle();

    expect(await get(at, '/readyz')).toMatchObject({
      status: 200,
      text: '{"ready":true,"connection":"connected","store":"ok"}\n',
    });
    const { text } = await get(at, '/metrics');
    expect(valueOf(text, 'qunshao_events_total{kind="message"}')).toBe(2);
    expect(valueOf(text, 'qunshao_messages')).toBe(2);
    expect(valueOf(text, 'qunshao_message_lag_seconds_count')).toBe(2);
    expect(valueOf(text, 'qunshao_decisions_total{verdict="violation",category="advertising"}')).toBe(1);
    expect(valueOf(text, 'qunshao_actions_total{kind="warn",stage="live",outcome="done"}')).toBe(1);
    expect(valueOf(text, 'qunshao_store_seconds_count{operation="transaction"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'qunshao_connection{state="connected"}')).toBe(1);
    expect(valueOf(text, 'qunshao_events_under_way')).toBe(0);
    for (const secret of [ROOM, 'alice', 'bob', 'Bob', '面膜', 'meimei', '校友群'])
      expect(text).not.toContain(secret);

    uninstall();
    await end;
    await expect(get(at, '/healthz')).rejects.toThrow('fetch failed');
    await bot.stop();
  });
});

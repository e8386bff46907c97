import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { log } from 'wechaty-puppet';
import { PuppetServer } from 'wechaty-puppet-service';
import { gatewayRows } from '../../../../bot/cli/doctor/gateway.js';
import {
  addressOf,
  clearRow,
  isService,
  puppetOf,
  puppetRow,
  tokenRow,
} from '../../../../bot/cli/doctor/platform.js';
import { runningState } from '../../../../bot/cli/doctor/running.js';
import { watchingRow } from '../../../../bot/cli/doctor/watching.js';
import { webhookRow } from '../../../../bot/cli/doctor/webhook.js';
import { PuppetPlayground } from '../../../../bot/playground/puppet/puppet.js';
import { knock } from '../../../../bot/wechaty/connection/knock.js';
import { freePort } from '../../../harness/free-port.js';
import { portOf } from '../../../harness/port.js';
import { alumniWorld } from '../../../playground/alumni.js';

// What clients remember goes to a home of its own.
const home = mkdtempSync(join(tmpdir(), 'qunshao-home-'));
process.env['HOME'] = home;
log.level('silent');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function httpServer(status: number, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { port: portOf(server), asked };
}

describe('the robot of the organisation', () => {
  it('nobody there', async () => {
    expect((await webhookRow(`http://127.0.0.1:${await freePort()}/x?key=geheim`)).row.state).toBe('bad');
  });

  it('answers, and says what time it is; the key is not sent', async () => {
    const { port, asked } = await httpServer(405, { date: 'Thu, 01 Jan 2026 00:00:00 GMT' });
    const { row, at } = await webhookRow(`http://127.0.0.1:${port}/cgi-bin/webhook/send?key=geheim`);
    expect(row.state).toBe('good');
    expect(row.text).not.toContain('geheim');
    expect(at).toBe(Date.UTC(2026, 0, 1));
    expect(asked).toEqual(['HEAD /cgi-bin/webhook/send']);
  });

  it('is out of order', async () => {
    const { port } = await httpServer(502);
    expect((await webhookRow(`http://127.0.0.1:${port}/`)).row.state).toBe('bad');
  });
});

describe('the address for health and metrics', () => {
  const at = (port: number, beyondLoopback = false) => ({
    listen: { host: '127.0.0.1', port },
    beyondLoopback,
  });

  it.each([
    { name: 'none', make: async () => ({ listen: null, beyondLoopback: false }), state: 'good' },
    { name: 'free', make: async () => at(await freePort()), state: 'good' },
    { name: 'taken', make: async () => at((await httpServer(200)).port), state: 'care' },
    { name: 'for other machines', make: async () => at(await freePort(), true), state: 'care' },
  ])('$name: $state', async ({ make, state }) => {
    expect((await watchingRow(await make())).state).toBe(state);
  });

  it('a bot that runs is asked; what is none is not taken for one', async () => {
    expect(await runningState(at(await freePort()))).toBeNull();
    expect(await runningState(at((await httpServer(200)).port))).toBeNull();
    let told = '{"ready":false,"connection":"deaf"}';
    const server = createServer((_request, response) => response.writeHead(503).end(told));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    expect(await runningState(at(portOf(server)))).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('deaf'),
    });
    told = '{"ready":false,"connection":"connected","store":"standstill"}';
    expect(await runningState(at(portOf(server)))).toMatchObject({
      area: '数据库',
      text: expect.stringContaining('只看不管'),
    });
  });
});

describe('what the environment says', () => {
  const noPackage: readonly string[] = [];
  it.each([
    { name: 'nothing: the playground', env: {}, want: null },
    { name: 'a token alone', env: { WECHATY_PUPPET_SERVICE_TOKEN: 'x' }, want: 'wechaty-puppet-service' },
    { name: 'a puppet', env: { WECHATY_PUPPET: 'wechaty-puppet-x' }, want: 'wechaty-puppet-x' },
  ])('$name', ({ env, want }) => expect(puppetOf(env)).toBe(want));

  it.each([
    { name: 'none', puppet: null, has: noPackage, state: 'good' },
    { name: 'not installed', puppet: 'wechaty-puppet-x', has: noPackage, state: 'bad' },
    { name: 'installed', puppet: 'wechaty-puppet-x', has: ['wechaty-puppet-x'], state: 'good' },
    {
      name: 'the fork without its puppet',
      puppet: 'wechaty-puppet-service',
      has: ['@juzi/wechaty', 'wechaty-puppet-service'],
      state: 'bad',
    },
  ])('puppet: $name', ({ puppet, has, state }) => {
    expect(puppetRow(puppet, (name) => has.includes(name)).state).toBe(state);
  });

  it('the packages that come with the program are found', () => {
    expect(puppetRow('wechaty-puppet-service').state).toBe('good');
    expect(isService('wechaty-puppet-service')).toBe(true);
    expect(isService('wechaty-puppet-x')).toBe(false);
  });

  it.each([
    { name: 'none', token: '', state: 'bad' },
    { name: 'a UUID without its prefix', token: '63d6b063-01e5-48b9-86ed-9fa2c05a6930', state: 'bad' },
    { name: 'copied with its quotes', token: '“puppet_workpro_0123456789abcdef”', state: 'bad' },
    { name: 'cut off', token: 'puppet_wor', state: 'bad' },
    { name: 'a service’s', token: 'puppet_workpro_0123456789abcdef', state: 'good' },
    { name: 'one’s own', token: 'insecure_63d6b063-01e5-48b9-86ed-9fa2c05a6930', state: 'good' },
  ])('token: $name', ({ token, state }) => {
    const row = tokenRow({ WECHATY_PUPPET_SERVICE_TOKEN: token });
    expect(row.state).toBe(state);
    if (token !== '') expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each([
    { text: '', want: null },
    { text: '127.0.0.1:8788', want: { host: '127.0.0.1', port: 8788 } },
    { text: '[::1]:8788', want: { host: '::1', port: 8788 } },
    { text: 'gateway.example:443', want: { host: 'gateway.example', port: 443 } },
    { text: 'http://127.0.0.1:8788', want: null },
    { text: '127.0.0.1', want: null },
    { text: '127.0.0.1:0', want: null },
  ])('address “$text”', ({ text, want }) => expect(addressOf(text)).toEqual(want));

  const off = { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' };
  it.each([
    { host: '127.0.0.1', env: off, told: false },
    { host: '10.1.2.3', env: off, told: false },
    { host: '203.0.113.7', env: off, told: true },
    { host: 'gateway.example', env: off, told: true },
    { host: 'gateway.example', env: {}, told: false },
  ])('in the clear to $host: $told', ({ host, env, told }) => {
    expect(clearRow({ host, port: 1 }, env) !== null).toBe(told);
  });
});

const TOKEN = 'insecure_63d6b063-01e5-48b9-86ed-9fa2c05a6930';

async function gateway({ tls = 'off', login = true }: { tls?: 'on' | 'off'; login?: boolean } = {}) {
  const endpoint = `127.0.0.1:${await freePort()}`;
  const puppet = new PuppetPlayground(alumniWorld({ ms: Date.UTC(2026, 0, 5, 4) }));
  if (login) {
    const ready = new Promise((resolve) => puppet.once('ready', resolve));
    await puppet.start();
    await ready;
  }
  const server = new PuppetServer({
    endpoint,
    token: TOKEN,
    puppet,
    ...(tls === 'off' ? { tls: { disable: true } } : {}),
  });
  await server.start();
  closing.push(() => server.stop());
  if (login) closing.push(() => puppet.stop());
  return { endpoint, puppet };
}

const env = (endpoint: string, tls: 'on' | 'off', token = TOKEN) => ({
  WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
  WECHATY_PUPPET_SERVICE_TOKEN: token,
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: tls === 'off' ? 'true' : undefined,
});

const states = async (settings: Record<string, string | undefined>, limitMs = 4000): Promise<string> =>
  (await gatewayRows(settings, limitMs))
    .map(({ state, area, text }) => `${state} ${area}:${text}`)
    .join('\n');

describe('a real gateway', () => {
  it('an address that is none, and one where nobody is', async () => {
    expect(await states(env('http://x', 'off'))).toMatch(/^bad 网关:.*读不懂$/u);
    expect(await states(env(`127.0.0.1:${await freePort()}`, 'off'))).toMatch(/^bad 网关:.*连不上$/u);
  });

  it.each(['off', 'on'] as const)(
    'logged in, TLS %s; nothing is started or stopped by knocking',
    async (tls) => {
      const { endpoint, puppet } = await gateway({ tls });
      const calls = puppet.calls.entries.length;
      expect(await states(env(endpoint, tls))).toMatch(
        /^good 网关:.*\ngood 登录:网关认这个令牌,账号已登录$/u,
      );
      expect(await states(env(endpoint, tls))).toMatch(/账号已登录$/u);
      expect(puppet.isLoggedIn).toBe(true);
      expect(puppet.calls.entries.length).toBe(calls);
    },
  );

  it('nobody logged in', async () => {
    const { endpoint } = await gateway({ login: false });
    expect(await states(env(endpoint, 'off'), 1000)).toMatch(/\ncare 登录:网关认这个令牌,账号还没有登录$/u);
  });

  it.each([
    { ours: 'on', theirs: 'off', want: /^bad 加密:网关不用 TLS,这边却用$/u },
    { ours: 'off', theirs: 'on', want: /^bad 加密:网关用 TLS,这边关掉了$/u },
  ] as const)('TLS here $ours, there $theirs', async ({ ours, theirs, want }) => {
    const { endpoint } = await gateway({ tls: theirs });
    expect(await states(env(endpoint, ours))).toMatch(want);
  });

  it('a token that it does not know', async () => {
    const { endpoint } = await gateway();
    const text = await states(env(endpoint, 'off', 'insecure_00000000-0000-4000-8000-000000000000'));
    expect(text).toMatch(/\nbad 登录:网关不认这个令牌$/u);
  });

  it('another client on the token: told, and not disturbed', async () => {
    const { endpoint } = await gateway();
    const door = { endpoint, authority: '', token: TOKEN, tls: 'off', ca: null } as const;
    const { grpc, puppet } = await import('wechaty-grpc');
    const other = new puppet.PuppetClient(endpoint, grpc.credentials.createInsecure(), {
      'grpc.default_authority': TOKEN,
    });
    const stream = other.event(new puppet.EventRequest());
    stream.on('error', () => undefined);
    await new Promise((resolve) => stream.once('data', resolve));
    expect(['taken', 'silent']).toContain(await knock({ ...door, limitMs: 1000 }));
    let ended = false;
    stream.once('end', () => (ended = true));
    expect(await states(env(endpoint, 'off'), 1000)).toMatch(/\nbad 登录:.*令牌正在别处使用$/u);
    expect(ended).toBe(false);
    stream.cancel();
    other.close();
  });

  it('no address: the service that knows it has to be there', async () => {
    const settings = { WECHATY_PUPPET_SERVICE_AUTHORITY: `127.0.0.1:${await freePort()}` };
    expect(await states(settings)).toMatch(/^bad 网关:没有写 .*连不上$/u);
  });

  it('somebody who takes the call and never speaks', async () => {
    const sockets: Socket[] = [];
    const mute = createTcp((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => {
      mute.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => mute.close(resolve));
    });
    const door = {
      endpoint: `127.0.0.1:${portOf(mute)}`,
      authority: '',
      token: TOKEN,
      tls: 'off',
      ca: null,
    } as const;
    expect(['silent', 'unreachable']).toContain(await knock({ ...door, limitMs: 500 }));
  });
});

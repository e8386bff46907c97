import { afterAll, beforeAll, expect, it, onTestFailed, vi } from 'vitest';
import { launchBot, reopenGateway, startHome, type Home } from './harness/bot.js';
import { startClient } from './harness/client.js';
import { startGateway } from './harness/gateway.js';
import { IMPATIENT, namedBy, names } from './harness/line.js';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let home: Home;

beforeAll(async () => {
  home = await startHome('groups: []');
});

afterAll(async () => {
  await home?.gateway.stop();
});

it('started before its gateway, then told the wrong token: each is named once, and over when it is right', async () => {
  const { address } = home.gateway;
  await home.gateway.kill();
  const bot = launchBot(home, IMPATIENT);
  onTestFailed(() => console.error(bot.output.seen.join('\n')));
  try {
    await names(bot, 'broken:unreachable', 0);
    const other = 'insecure_0f0e0d0c-0000-4000-8000-00000000dead';
    const stranger = await startGateway({ ...address, token: other });
    await names(bot, 'refused', 0);
    await stranger.kill();
    await reopenGateway(home);
    await names(bot, 'connected', 0);
    expect(new Set(namedBy(bot))).toEqual(new Set(['broken:unreachable', 'refused', 'connected']));
    expect(bot.output.seen.join('\n')).not.toContain(address.token);
    expect(await bot.stop('SIGTERM')).toBe(0);
  } finally {
    await bot.stop();
  }
});

it('another client holds the token: named, and over when that one is gone', async () => {
  const rival = await startClient(home.gateway);
  const bot = launchBot(home, IMPATIENT);
  onTestFailed(() => console.error(bot.output.seen.join('\n')));
  try {
    await names(bot, 'deaf', 0);
    await rival.bot.stop();
    await names(bot, 'connected', 0);
    expect(namedBy(bot)).toEqual(['deaf', 'connected']);
  } finally {
    await bot.stop();
  }
});

it('one side speaks TLS, the other does not: named', async () => {
  const tls = { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: '' };
  const bot = launchBot(home, { ...IMPATIENT, ...tls });
  try {
    await names(bot, 'broken:insecure', 0);
    expect(bot.isRunning).toBe(true);
  } finally {
    await bot.stop();
  }
});

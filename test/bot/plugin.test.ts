import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WechatyBuilder } from 'wechaty';
import { afterAll, expect, it } from 'vitest';
import { Qunshao } from '../../bot/plugin.js';
import { PuppetPlayground } from '../../bot/playground/puppet/puppet.js';
import { loadConfig } from '../../src/config/load.js';
import { ConfigError } from '../../src/config/error.js';
import { alumniWorld, ROOM } from '../playground/alumni.js';
import { FakeLog } from './wechaty/fake.js';

const folder = mkdtempSync(join(tmpdir(), 'qunshao-plugin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Monday morning in Shanghai. */
const NOW = Date.UTC(2026, 0, 5, 4);

function loadedWith(database: string) {
  return loadConfig({ env: { QUNSHAO_DATABASE: database }, directory: folder });
}

async function install(database: string) {
  const log = new FakeLog();
  const failed: unknown[] = [];
  const world = alumniWorld({ ms: NOW });
  const bot = WechatyBuilder.build({ puppet: new PuppetPlayground(world) });
  let stopped: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const settled = new Promise<'ready' | 'failed'>((resolve) => {
    const plugin = Qunshao({
      loaded: loadedWith(database),
      log,
      clock: { now: () => NOW },
      onReady: () => resolve('ready'),
      onFailure: (error) => resolve(failed.push(error) > 0 ? 'failed' : 'ready'),
      onStopped: stopped,
    });
    uninstall = bot.use(plugin);
  });
  await bot.start();
  return { log, world, bot, failed, end, settled };
}

let uninstall: () => void = () => undefined;

it('a configuration that is not there is told before the bot starts', () => {
  expect(() => Qunshao({ config: join(folder, 'none.yaml') })).toThrow(ConfigError);
});

it('is a Wechaty plugin: hears once installed, is deaf and closed once uninstalled', async () => {
  const { world, bot, end, settled } = await install(join(folder, 'qunshao.db'));
  expect(await settled).toBe('ready');
  const introduced = new Promise<void>((resolve) => {
    world.feed.subscribe((line) => line.fromId === 'bot' && resolve());
  });
  world.say('alice', ROOM, '早');
  await introduced;
  uninstall();
  await end;
  const spoken = world.feed.entries.length;
  world.say('alice', ROOM, '/帮助');
  bot.puppet.emit('error', new Error('14 UNAVAILABLE'));
  await new Promise(setImmediate);
  expect(world.feed.entries).toHaveLength(spoken + 1);
  await bot.stop();
});

it('a store that cannot be opened is told once; what is heard meanwhile ends nothing', async () => {
  const { world, bot, log, failed, settled } = await install(folder);
  expect(await settled).toBe('failed');
  world.say('alice', ROOM, '早');
  await log.until(({ message }) => message === 'event lost');
  expect(failed).toHaveLength(1);
  uninstall();
  await bot.stop();
});

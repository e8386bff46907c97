import { EventEmitter } from 'node:events';
import { WechatyBuilder, type Wechaty } from 'wechaty';
import { expect, it } from 'vitest';
import { PuppetPlayground } from '../../../../bot/playground/puppet/puppet.js';
import { createHost } from '../../../../bot/host.js';
import { createSupervisor } from '../../../../bot/wechaty/supervisor/supervisor.js';
import { loadConfig } from '../../../../src/config/load.js';
import { alumniWorld, ROOM } from '../../../playground/alumni.js';
import { FakeLog, NOW } from '../fake.js';

const REBUILDS = 200;

/** How many listeners an emitter has, by event. */
function listeners(emitter: unknown): Readonly<Record<string, number>> {
  if (!(emitter instanceof EventEmitter)) return {};
  return Object.fromEntries(emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name)]));
}

it(`over ${REBUILDS} rebuilds one session goes on, and nothing is left of the bots before`, async () => {
  const clock = { now: () => NOW };
  const log = new FakeLog();
  const world = alumniWorld({ ms: NOW });
  const loaded = loadConfig({ env: { QUNSHAO_DATABASE: ':memory:' }, directory: '/nowhere' });
  let opened = 0;
  const host = createHost({ loaded, log, clock, onReady: () => (opened += 1) });
  const built: { readonly bot: Wechaty; readonly puppet: PuppetPlayground }[] = [];
  const build = (): Wechaty => {
    const puppet = new PuppetPlayground(world);
    const bot = WechatyBuilder.build({ puppet });
    built.push({ bot, puppet });
    return bot;
  };
  const supervisor = createSupervisor({
    clock,
    build,
    attach: (bot, watcher) => host.attach(bot, watcher),
    tell: host.tell,
    patience: { retryMs: 0, steadyMs: 0 },
  });
  const logins = (count: number) =>
    log.times(
      count,
      ({ message, fields }) => message === 'connection' && fields['connection'] === 'connected',
    );
  await supervisor.start();
  await logins(1);
  const ofProcess = listeners(process);
  const ofFirst = listeners(built[0]?.puppet);
  const ofFirstBot = listeners(built[0]?.bot);
  for (let round = 1; round <= REBUILDS; round += 1) {
    built.at(-1)?.puppet.emit('error', { data: '14 UNAVAILABLE: Connection dropped' });
    await logins(round + 1);
  }
  expect(built).toHaveLength(REBUILDS + 1);
  expect(listeners(process)).toEqual(ofProcess);
  expect(listeners(built.at(-1)?.puppet)).toEqual(ofFirst);
  expect(listeners(built.at(-1)?.bot)).toEqual(ofFirstBot);
  // What is left keeps a late error from ending the process: one of the supervisor's, one of the host's.
  for (const { bot, puppet } of built.slice(0, -1)) {
    expect([listeners(bot), listeners(puppet)]).toEqual([{ error: 2 }, { error: 1 }]);
  }
  const introduced = new Promise<void>((resolve) => {
    world.feed.subscribe((line) => line.fromId === 'bot' && resolve());
  });
  world.say('alice', ROOM, '早');
  await introduced;
  expect(opened).toBe(1);
  await host.close();
  await supervisor.stop();
});

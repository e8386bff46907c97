/**
 * One account of the bot in a process of its own: the real session, use-cases and store on a database that it shares, over a simulated
 * chat. What it does goes to a journal outside of the process that all accounts write to. Takes its orders and events as lines.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startSession } from '../../../dist/bot/session.js';
import { parseConfig } from '../../../dist/src/config/parse.js';
import { applyEvent } from '../../../dist/src/simulate/apply.js';
import { parseEvent } from '../../../dist/src/simulate/parse.js';
import { createSimulatedPlatform } from '../../../dist/src/simulate/platform.js';
import { createWorld } from '../../../dist/src/simulate/world.js';
import { chaosEngine } from '../child/engine.mjs';

const AT_ONCE = {
  sameTargetMs: 0,
  otherTargetMs: 0,
  jitterMs: 0,
  perMinute: 100_000,
  perGroupMinute: 100_000,
};

let ahead = 0;
const clock = { now: () => Date.now() + ahead };
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const tell = (level) => (fields, message) => say({ log: level, message, ...fields });

/** The platform's truth is the journal: who was removed by any account is gone. */
function platformOf({ world, journal, account }) {
  const file = openSync(journal, 'a');
  process.once('exit', () => closeSync(file));
  const write = (line) =>
    writeSync(file, `${JSON.stringify({ ...line, real: Date.now(), account, pid: process.pid })}\n`);
  const simulated = createSimulatedPlatform({ world, clock, timezone: () => 'Asia/Shanghai', write });
  const isGone = (groupId, memberId) =>
    readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"type":"remove"'))
      .map((line) => JSON.parse(line))
      .some(({ group, to }) => group === groupId && to === memberId);
  return {
    ...simulated,
    remove: (groupId, memberId, about) =>
      isGone(groupId, memberId)
        ? Promise.resolve({ kind: 'done' })
        : simulated.remove(groupId, memberId, about),
    async group(groupId) {
      const group = await simulated.group(groupId);
      return group === null ? null : { ...group, botId: account };
    },
  };
}

async function live({ database, config, journal, account, groups, tempo, ms }) {
  ahead = ms;
  const world = createWorld();
  for (const event of groups) applyEvent(world, parsed(event).event, clock.now());
  const { config: settings, ...rest } = parseConfig(`${config}\ndatabase: '${database}'\n`, 'cluster');
  let loggedIn = true;
  const session = await startSession({
    loaded: { kind: 'ok', config: settings, ...rest, file: null, env: {} },
    platform: platformOf({ world, journal, account }),
    clock,
    log: { info: tell('info'), warn: tell('warn'), error: tell('error') },
    pace: AT_ONCE,
    engine: chaosEngine(settings.organisation),
    account: () => (loggedIn ? account : null),
    tempo,
  });
  say({ ready: account });
  return {
    hear(event) {
      const inbound = applyEvent(world, parsed(event).event, clock.now());
      if (inbound !== null) void session.hear(inbound).then(() => say({ handled: event.id ?? '' }));
    },
    login: (on) => {
      loggedIn = on;
    },
    stop: () => session.stop(),
  };
}

function parsed(event) {
  const result = parseEvent({ ...event, at: new Date(clock.now()).toISOString() });
  if (result.kind === 'wrong') throw new Error(result.reason);
  return result;
}

let running = null;
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  switch (order.do) {
    case 'live':
      // Without the database it ends, as the program does; whoever looks after it starts it anew.
      running = await live(order).catch(() => process.exit(1));
      break;
    case 'hear':
      running.hear(order.event);
      break;
    case 'leap':
      ahead += order.ms;
      break;
    case 'login':
      running.login(order.on);
      break;
    case 'stop':
      await running.stop();
      say({ stopped: true });
      process.exit(0);
  }
}

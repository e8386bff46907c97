/**
 * The bot in a process that is going to be killed: the real session, use-cases and store over a simulated chat whose history
 * is kept in a journal outside of the process. Gets ready, says `warm`, and waits for one line that says what to do.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startSession } from '../../../dist/bot/session.js';
import { parseConfig } from '../../../dist/src/config/parse.js';
import { applyEvent } from '../../../dist/src/simulate/apply.js';
import { createVirtualClock } from '../../../dist/src/simulate/clock.js';
import { createSimulatedPlatform } from '../../../dist/src/simulate/platform.js';
import { createWorld } from '../../../dist/src/simulate/world.js';
import { openStore } from '../../../dist/src/store/open.js';
import { chaosEngine } from './engine.mjs';
import { createFuse, fusedPlatform, fusedStore } from './fuse.mjs';
import { openJournal } from './journal.mjs';

const LEASE = 61_000;
const AT_ONCE = {
  sameTargetMs: 0,
  otherTargetMs: 0,
  jitterMs: 0,
  perMinute: 100_000,
  perGroupMinute: 100_000,
};
const SILENT = { info: () => undefined, warn: () => undefined, error: fault };

function fault(fields, message) {
  process.stderr.write(`${JSON.stringify({ ...fields, message })}\n`);
}

const engine = chaosEngine(parseConfig('', 'chaos').config.organisation);
process.stdout.write('warm\n');
const [orders] = await once(createInterface({ input: process.stdin }), 'line');
await live(JSON.parse(orders));

async function live({ config, database, journal: path, scene, redeliver, window, kill }) {
  const journal = openJournal(path);
  const { past } = journal;
  const clock = createVirtualClock(nextInstant(past, scene));
  const world = worldAfter(past, scene);
  const fuse = createFuse(kill, journal);
  const write = (line) => journal.write({ kind: 'effect', now: clock.now(), line });
  const platform = createSimulatedPlatform({ world, clock, timezone: () => 'Asia/Shanghai', write });
  const parsed = parseConfig(`${config}\ndatabase: '${database}'\n`, 'chaos');
  const session = await startSession({
    loaded: { kind: 'ok', ...parsed, file: null, env: {} },
    platform: fusedPlatform(platform, fuse, journal),
    clock,
    log: SILENT,
    pace: AT_ONCE,
    engine,
    open: async (url) => fusedStore(await openStore(url), fuse),
  });
  journal.write({ kind: 'started', now: clock.now() });
  const bot = { session, world, clock, journal, scene };
  for (const old of owed(past, scene, redeliver)) await deliver(bot, old);
  await play(bot, 1 + lastHeard(past), window);
  await settle(bot);
  journal.write({ kind: 'finished', now: clock.now() });
  await session.stop();
  process.exit(0);
}

/** The world's clock runs on while the bot is down. */
function nextInstant(past, scene) {
  return past.reduce((latest, { now }) => Math.max(latest, now ?? 0), scene[0].instant) + 1000;
}

/** What happened in the chat, the bot's own doing included, in the order in which it did. */
function worldAfter(past, scene) {
  const world = createWorld();
  for (const { kind, index, again, line: said } of past) {
    if (kind === 'heard' && !again) applyEvent(world, scene[index], scene[index].instant);
    if (kind === 'effect' && said.type === 'remove') world.leave(said.group, said.to);
  }
  return world;
}

function lastHeard(past) {
  return past.reduce(
    (last, { kind, index }) => (kind === 'heard' || kind === 'skipped' ? Math.max(last, index) : last),
    -1,
  );
}

/**
 * What the platform delivers again: groups, always, as at every login; messages that were not acknowledged, where this
 * platform does so, and now and then one that was.
 */
function owed(past, scene, redeliver) {
  const handled = new Set(past.filter(({ kind }) => kind === 'handled').map(({ index }) => index));
  const isAgain = ({ index }) =>
    scene[index].type === 'group' ||
    (redeliver &&
      ['message', 'direct'].includes(scene[index].type) &&
      (!handled.has(index) || index % 9 === 0));
  const last = new Map(past.filter(({ kind }) => kind === 'heard').map((heard) => [heard.index, heard]));
  return [...last.values()].filter(isAgain).map(({ index, text }) => ({ index, text, again: true }));
}

async function play(bot, from, window) {
  const underWay = [];
  for (let index = from; index < bot.scene.length; index += 1) {
    underWay.push(deliver(bot, { index, text: null, again: false }));
    if (underWay.length >= window) await underWay.shift();
    if (bot.scene[index].type === 'clock') await bot.session.idle();
  }
  await Promise.all(underWay);
  await bot.session.idle();
}

async function deliver({ session, world, clock, journal, scene }, { index, text: before, again }) {
  const written = scene[index];
  clock.set(written.instant);
  const isAbsent = written.type === 'message' && world.member(written.group, written.from) === null;
  if (isAbsent) return journal.write({ kind: 'skipped', index, now: clock.now() });
  const text = before ?? (await filledIn(session.store, written));
  journal.write({ kind: 'heard', index, text, again, now: clock.now() });
  const event = text === null ? written : { ...written, text };
  // Of a group that is named again, the members are who they are now.
  const now = again && event.type === 'group' ? { ...event, members: undefined } : event;
  const inbound = applyEvent(world, now, clock.now());
  if (inbound !== null) await session.hear(inbound);
  journal.write({ kind: 'handled', index, now: clock.now() });
}

/** `{open}` and `{last}` in a command are a case that waits, and the newest. */
async function filledIn(store, { group, about, text = null }) {
  if (text === null || !text.includes('{')) return text;
  const id = about ?? group;
  const open = (await store.openCases(id)).at(0);
  const last = (await store.casesBetween(id, 0, Infinity)).at(-1);
  return text.replace('{open}', open?.id ?? last?.id ?? 1).replace('{last}', last?.id ?? 1);
}

/** Lets time pass until nothing waits any more. */
async function settle({ session, clock, journal }) {
  for (let round = 0; round < 40; round += 1) {
    clock.set(clock.now() + LEASE);
    await session.idle();
    const open = await session.store.unsettled();
    if (open.length === 0) return;
    clock.set(Math.min(...open.map(({ planned }) => planned.dueAt)));
  }
  journal.write({ kind: 'stuck', now: clock.now() });
}

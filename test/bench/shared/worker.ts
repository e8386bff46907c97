import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseConfig } from '../../../src/config/parse.js';
import type { Inbound } from '../../../src/core/model/event.js';
import { createSimulatedPlatform } from '../../../src/simulate/platform.js';
import { createWorld } from '../../../src/simulate/world.js';
import { startSession, type Session } from '../../../bot/session.js';
import { advertisement, createDice, ordinary } from '../chat.js';

/** What the process is told in its one line of input. */
export interface Orders {
  readonly database: string;
  readonly account: string;
  readonly groups: readonly string[];
  readonly messages: number;
  /** How many messages of a thousand break the rules. */
  readonly perMille: number;
}

export interface Figures {
  readonly messages: number;
  readonly ms: number;
  readonly takeUpMs: number;
  readonly heapMB: number;
}

const AT_ONCE = {
  sameTargetMs: 0,
  otherTargetMs: 0,
  jitterMs: 0,
  perMinute: 10_000_000,
  perGroupMinute: 10_000_000,
};
const MORNING = 2.5 * 3_600_000;
const DAY = 86_400_000;
/** As many events as a burst leaves open at once. */
const OPEN = 500;
const MEMBERS = 500;

const silent = { info: () => undefined, warn: () => undefined, error: fault };

function fault(fields: object, what: string): void {
  process.stderr.write(`${JSON.stringify({ ...fields, what })}\n`);
}

async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  const orders = JSON.parse(String((await once(lines, 'line'))[0])) as Orders;
  const session = await begin(orders);
  const began = performance.now();
  await meet(session, orders);
  const takeUpMs = performance.now() - began;
  process.stdout.write('ready\n');
  await once(lines, 'line');
  const ms = await feed(session, orders);
  globalThis.gc?.();
  const heapMB = process.memoryUsage().heapUsed / 1024 / 1024;
  const figures: Figures = { messages: orders.messages, ms, takeUpMs, heapMB };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  await session.stop();
  process.exit(0);
}

/** It is 10:30 in Shanghai when it begins: what is said is said at once. */
const ahead = (MORNING - (Date.now() % DAY) + DAY) % DAY;
const clock = { now: () => Date.now() + ahead };

function begin({ database, account, groups }: Orders): Promise<Session> {
  const world = createWorld();
  for (const id of groups) {
    const group = { id, name: `${id}群`, ownerId: `${id}-owner`, adminIds: [], botId: account };
    world.put({ ...group, botRole: 'admin' }, [{ id: `${id}-owner`, name: '群主', card: '' }]);
  }
  const platform = createSimulatedPlatform({
    world,
    clock,
    timezone: () => 'Asia/Shanghai',
    write: () => undefined,
  });
  const parsed = parseConfig(`groups:\n  - { name: '*', preset: plain }\ndatabase: '${database}'\n`, 'bench');
  return startSession({
    loaded: { ...parsed, kind: 'ok', file: null, env: {} },
    platform,
    clock,
    log: silent,
    pace: AT_ONCE,
    account: () => account,
  });
}

/** Every group is heard once, so that it is known and led. */
async function meet(session: Session, { groups }: Orders): Promise<void> {
  await Promise.all(groups.map((groupId) => session.hear(message(groupId, `${groupId} hello`, '大家好'))));
  await session.idle();
}

async function feed(session: Session, { groups, messages, perMille, account }: Orders): Promise<number> {
  const dice = createDice(20260302 + account.length);
  const began = performance.now();
  let open: Promise<void>[] = [];
  for (let index = 0; index < messages; index += 1) {
    const text = dice(1000) < perMille ? advertisement(dice) : ordinary(dice);
    const groupId = groups[index % groups.length] ?? '';
    open.push(session.hear(message(groupId, `${account} ${index}`, text, `u${dice(MEMBERS)}`)));
    if (open.length < OPEN) continue;
    await Promise.all(open);
    open = [];
  }
  await Promise.all(open);
  await session.idle();
  return performance.now() - began;
}

function message(groupId: string, id: string, text: string, senderId = 'u0'): Inbound {
  const at = clock.now();
  const rest = { title: null, url: null, file: null, mentions: [], quote: null };
  return { kind: 'message', at, message: { id, groupId, senderId, at, kind: 'text', text, ...rest } };
}

await main();

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FeedLine } from '../../bot/playground/puppet/feed.js';
import { startBot, startHome, type Home } from './harness/bot.js';
import { AD } from './harness/group.js';
import { nameOf } from '../soak/town.js';
import type { Program } from './harness/program.js';
import { casesOf } from './harness/records.js';

// How much: `BURST_MESSAGES=10000 BURST_GROUPS=300 npx vitest run test/e2e/burst.test.ts` prints the figures of docs/reliability.md.
const MESSAGES = Number(process.env['BURST_MESSAGES'] ?? 900);
const GROUPS = Number(process.env['BURST_GROUPS'] ?? 30);
/** So many that nobody says more than a line or two. */
const MEMBERS = 20;
/** Who offends in each group before the burst. */
const FIRST = MEMBERS - 1;
/** Every so many messages of a group one breaks the rules. */
const OFFENCE_EVERY = Number(process.env['BURST_OFFENCE_EVERY'] ?? 11);
const ORDINARY = [
  '明天下雨,大家记得带伞',
  '谢谢老班长,照片收到了',
  '到北京了,堵车堵了一个小时',
  '孩子今年上小学,忙得很',
  '食堂的热干面还是当年的味道',
  '周末一起爬山的人在这里说一声',
  '图书馆门口的梧桐树还在',
];

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

// Nobody is spoken to: what a burst costs is reading, judging and recording.
const CONFIG = `
groups:
  - { name: '*', mode: observe }
`;

let home: Home;
let bot: Program;

const room = (group: number) => `town${group}@chatroom`;
const person = (group: number, index: number) => `town${group}-p${index}`;

beforeAll(async () => {
  home = await startHome(CONFIG);
  for (let group = 0; group < GROUPS; group += 1) await seed(group);
  bot = await startBot(home);
  for (let group = 0; group < GROUPS; group += 1) say(group, 0, '大家好');
  const introduced = (line: FeedLine): boolean =>
    line.fromId === 'bot' && line.text.includes('我是本群的管理助手');
  await count(introduced, GROUPS);
  // The first sight of a group is work of its own; it is over when what is said after it is judged.
  for (let group = 0; group < GROUPS; group += 1) say(group, FIRST, AD);
  await settle(GROUPS);
});

afterAll(async () => {
  await bot?.stop('SIGTERM');
  await home?.gateway.stop();
});

/** Resolves when so many lines of the feed satisfy the claim; looks at each line once. */
function count(claim: (line: FeedLine) => boolean, wanted: number): Promise<void> {
  let found = 0;
  let looked = 0;
  return home.gateway.feed
    .until(() => {
      const { seen } = home.gateway.feed;
      for (; looked < seen.length; looked += 1) {
        const line = seen[looked];
        if (line !== undefined && claim(line)) found += 1;
      }
      return found >= wanted;
    })
    .then(() => undefined);
}

async function seed(group: number): Promise<void> {
  const { gateway } = home;
  for (let index = 0; index < MEMBERS; index += 1) {
    await gateway.order({
      cmd: 'addContact',
      person: { id: person(group, index), name: nameOf(index) },
    });
  }
  const seats = Array.from({ length: MEMBERS }, (_, index) => ({
    id: person(group, index),
    card: `${nameOf(index)}-北京-化学97级`,
  }));
  const members = ['bot', ...seats];
  const owned = {
    id: room(group),
    topic: `校友群${group}`,
    ownerId: person(group, 0),
    adminIds: ['bot'],
    members,
  };
  await gateway.order({ cmd: 'addRoom', room: owned });
}

function say(group: number, index: number, text: string): void {
  home.gateway.write(
    JSON.stringify({
      cmd: 'say',
      from: person(group, index),
      room: room(group),
      text,
      id: `burst-${serial}`,
    }),
  );
  serial += 1;
}

let serial = 0;

/** The gateway has answered the order of this number. */
async function carried(orders: number): Promise<void> {
  const id = `burst-${orders - 1}`;
  await home.gateway.lines.until((line) => line.event === undefined && String(line.id) === id);
}

/** Of the kernel's clock in /proc; the same on every Linux that is not ancient. */
const TICKS_PER_SECOND = 100;

/** So many are written at a time; the next when the gateway has carried them: its one thread also answers what the bot asks. */
const AT_ONCE = 100;

/** Who offends in each group, in the order in which they do. */
async function burst(): Promise<ReadonlyMap<number, readonly string[]>> {
  const offenders = new Map<number, string[]>();
  for (let group = 0; group < GROUPS; group += 1) offenders.set(group, [person(group, FIRST)]);
  for (let index = 0; index < MESSAGES; index += 1) {
    const group = index % GROUPS;
    const turn = Math.floor(index / GROUPS);
    const who = 1 + (turn % (MEMBERS - 2));
    const isOffence = turn % OFFENCE_EVERY === group % OFFENCE_EVERY;
    if (isOffence) offenders.set(group, [...(offenders.get(group) ?? []), person(group, who)]);
    say(group, who, isOffence ? `${AD} ${group}-${turn}` : (ORDINARY[turn % ORDINARY.length] ?? ''));
    if (index === Math.floor(MESSAGES / 2)) ask();
    if (index % AT_ONCE === AT_ONCE - 1) await carried(serial);
  }
  return offenders;
}

/** The owner of the first group asks in the middle of it all. */
function ask(): void {
  const command = { cmd: 'direct', from: person(0, 0), text: '/状态', id: 'burst-command' };
  home.gateway.write(JSON.stringify(command));
}

const asked = (line: FeedLine): boolean => line.roomId === null && line.text === '/状态';
const answered = (line: FeedLine): boolean =>
  line.fromId === 'bot' &&
  line.roomId === null &&
  line.seenBy.includes(person(0, 0)) &&
  line.text.includes('观察,只记录不处理');

it('a burst over many groups: each group in its order, nothing lost, the owner is answered meanwhile', async () => {
  const started = performance.now();
  const startedCpu = cpuSeconds(bot);
  const answering = timeOfAnswer();
  const offenders = await burst();
  const total = [...offenders.values()].reduce((sum, list) => sum + list.length, 0);
  const { answeredMs, before } = await answering;
  // Somebody writes last; that the bot answers means that it has read all that came before.
  await settle(total);
  const seconds = (performance.now() - started) / 1000;
  for (const [group, wanted] of offenders) {
    expect(casesOf(home, room(group)).map(({ member }) => member)).toEqual(wanted);
  }
  process.stdout.write(
    `${JSON.stringify({ messages: MESSAGES, groups: GROUPS, cases: total, answeredMs, casesBeforeAnswer: before, messagesPerSecond: Math.round(MESSAGES / seconds), cpuSeconds: cpuSeconds(bot) - startedCpu, peakMB: peakMB(bot) })}\n`,
  );
});

async function timeOfAnswer() {
  const { feed } = home.gateway;
  const before = feed.seen.length;
  const since = (claim: (line: FeedLine) => boolean) => () => feed.seen.slice(before).some(claim);
  await feed.until(since(asked));
  const heardAt = performance.now();
  await feed.until(since(answered));
  return { answeredMs: Math.round(performance.now() - heardAt), before: recorded() };
}

function recorded(): number {
  let sum = 0;
  for (let group = 0; group < GROUPS; group += 1) sum += casesOf(home, room(group)).length;
  return sum;
}

/** All is recorded: the bot is asked again and again, which it answers when it comes to it. */
async function settle(total: number): Promise<void> {
  for (let turn = 0; recorded() < total; turn += 1) {
    if (turn > 600) throw new Error(`${total - recorded()} cases are missing`);
    const before = home.gateway.feed.seen.filter(answered).length;
    ask();
    await home.gateway.feed.until(() => home.gateway.feed.seen.filter(answered).length > before);
  }
}

/** The most memory that the process ever held, as the kernel counts it. */
function peakMB({ pid }: Program): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}

/** What the process has had of the processors so far, its own and the kernel's for it; a busy machine does not change it much. */
function cpuSeconds({ pid }: Program): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND;
}

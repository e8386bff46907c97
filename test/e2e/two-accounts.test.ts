import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFailed, vi } from 'vitest';
import type { FeedLine } from '../../bot/playground/puppet/feed.js';
import { TEMPO } from '../../src/cluster/tempo.js';
import { freshPostgres } from '../harness/database.js';
import { startBot, startSharedHome, type Home } from './harness/bot.js';
import { startGateway, type Order } from './harness/gateway.js';
import { AD } from './harness/group.js';
import { IMPATIENT, names } from './harness/line.js';
import type { Program } from './harness/program.js';

/** Four processes of their own and a PostgreSQL, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce }
`;
const ROOM = 'both@chatroom';
const PEOPLE = ['owner', 'ann', 'ben', 'dan'];
const ACCOUNTS = ['bot-a', 'bot-b'];
const NOTICE =
  '【通知】各位校友:校友返校日定于2026年12月20日上午九点在体育馆举行,请各班于12月1日前报名。校友会秘书处';

const PUBLISHED = '【活动通知】各位校友:周六上午登山,请报名。';

/** What one account sees of the group: its gateway, and the bot that is logged in there. */
interface Seat {
  readonly account: string;
  readonly home: Home;
  readonly bot: Program;
}

let seats: readonly Seat[] = [];

beforeAll(async () => {
  const database = await freshPostgres();
  seats = [await seated('bot-a', database), await seated('bot-b', database)];
});

afterAll(async () => {
  for (const { bot, home } of seats) {
    await bot.stop();
    await home.gateway.stop();
  }
});

async function seated(account: string, database: string): Promise<Seat> {
  const gateway = await startGateway(undefined, account);
  const home = await startSharedHome(CONFIG, gateway, database);
  const others = [...PEOPLE, ...ACCOUNTS.filter((one) => one !== account)];
  for (const id of others)
    await gateway.order({ cmd: 'addContact', person: { id, name: id, isFriend: true } });
  const members = [...ACCOUNTS, ...PEOPLE.slice(1)];
  await gateway.order({
    cmd: 'addRoom',
    room: { id: ROOM, topic: '两号群', ownerId: 'owner', adminIds: ACCOUNTS, members },
  });
  return { account, home, bot: await startBot(home, IMPATIENT) };
}

/** Each account hears it from its own platform, under an id of its own. */
async function everywhere(order: Order): Promise<void> {
  for (const { home } of seats) await home.gateway.order(order);
}

const say = (from: string, text: string): Promise<void> => everywhere({ cmd: 'say', from, room: ROOM, text });

const isBots = ({ fromId, kind }: FeedLine): boolean => ACCOUNTS.includes(fromId ?? '') && kind === 'message';

/** What a bot of ours has said in the group, whichever account. */
const said = (): readonly string[] =>
  seats.flatMap(({ account, home }) =>
    home.gateway.feed.seen
      .filter((line) => isBots(line) && line.roomId === ROOM)
      .map(({ text }) => `${account}: ${text}`),
  );

/** The account that says it in the group. */
async function sayer(words: string, after = 0): Promise<string> {
  await expect.poll(() => said().slice(after).join('\n'), { timeout: 60_000 }).toContain(words);
  return (
    said()
      .find((line, at) => at >= after && line.includes(words))
      ?.split(':')[0] ?? ''
  );
}

/** The accounts that have said it, once for each time. */
const times = (words: string): readonly string[] =>
  said()
    .filter((line) => line.includes(words))
    .map((line) => line.split(':')[0] ?? '');

function seatOf(account: string): Seat {
  const seat = seats.find((one) => one.account === account);
  if (seat === undefined) throw new Error(`no seat of ${account}`);
  return seat;
}

async function told({ home }: Seat, person: string, words: string): Promise<void> {
  await home.gateway.feed.until(
    (line) =>
      isBots(line) && line.roomId === null && line.seenBy.includes(person) && line.text.includes(words),
  );
}

/** How often it has taken up groups: what the organisation's own jobs need is led by either of the two. */
const takeovers = ({ bot }: Seat): number =>
  bot.output.seen.filter((line) => line.includes('groups taken up')).length;

/** What one has learned the other knows with its next look. */
const everybodyHasLooked = () => pause(1.5 * TEMPO.lookMs);

it('two accounts of the bot in one group: one speaks; what the other is told counts; logged out, it is replaced', async () => {
  onTestFailed(() => console.error(said(), ...seats.map(({ bot }) => bot.output.seen.join('\n'))));
  await say('dan', '大家好');
  const leader = seatOf(await sayer('我是本群的管理助手'));
  const other = seatOf(ACCOUNTS.find((one) => one !== leader.account) ?? '');
  await say('ann', AD);
  expect(await sayer('第1次提醒')).toBe(leader.account);

  // A notice by somebody who may not; the other account is told that he may; then he may.
  await say('dan', NOTICE);
  expect(await sayer('尚未经')).toBe(leader.account);
  await everybodyHasLooked();
  await other.home.gateway.order({ cmd: 'direct', from: 'owner', text: '/授权 dan' });
  await told(other, 'owner', '已授权');
  // A notice published through the other account is one to the leader too.
  const text = `/投稿 ${PUBLISHED} 来源:秘书处 有效期:长期`;
  await other.home.gateway.order({ cmd: 'direct', from: 'owner', text });
  expect(await sayer('登山')).toBe(leader.account);
  await everybodyHasLooked();
  await leader.home.gateway.order({ cmd: 'direct', from: 'ben', text: `/核验 ${PUBLISHED}` });
  await told(leader, 'ben', 'T-2026-');
  const before = said().length;
  await say('ben', PUBLISHED);
  await say('dan', NOTICE.replace('体育馆', '图书馆'));
  await say('ben', AD);
  expect(await sayer('@ben', before)).toBe(leader.account);
  expect(said().slice(before).join()).not.toContain('尚未经');

  // The leader's account is logged out: the other takes over, and knows of the strike.
  const takenBefore = takeovers(other);
  await leader.home.gateway.order({ cmd: 'account', turn: 'out' });
  await names(leader.bot, 'waiting-for-login:logged-out', 0);
  await other.bot.output.until(() => takeovers(other) > takenBefore);
  await say('ann', AD);
  expect(await sayer('第2次提醒')).toBe(other.account);
  await leader.home.gateway.order({ cmd: 'account', turn: 'in' });
  await names(leader.bot, 'connected', 2);
  await say('ben', AD);
  await expect.poll(() => times('第2次提醒'), { timeout: 60_000 }).toEqual([other.account, other.account]);
  expect(times('第1次提醒').filter((account) => account !== leader.account)).toEqual([]);
  expect(times('管理助手')).toEqual([leader.account]);
});

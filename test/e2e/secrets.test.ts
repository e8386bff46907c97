import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFailed, vi } from 'vitest';
import { startBot, startHome, type Home } from './harness/bot.js';
import { AD } from './harness/group.js';
import { startProgram, type Program } from './harness/program.js';

/** Several processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 40_000, hookTimeout: 60_000 });

const CLI = fileURLToPath(new URL('../../dist/bot/cli.js', import.meta.url));
const ROOM = 'secrets@chatroom';

/** Everything of people and of the operator's that must stand in no log. */
const NAMES = { owner: '欧阳老班长', ann: '林黛玉儿', ben: '贾宝玉儿', guest: '史湘云儿' };
const CARDS = { ann: '林黛玉-北京-红学2010', ben: '贾宝玉-上海-诗学2011', changed: '林潇湘-苏州-葬花2012' };
const TOPIC = '大观园校友分会群';
const NEW_TOPIC = '怡红院校友分会群';
const WORDS = '潇湘馆的竹子';
const PHONE = '13912345678';
const IDENTITY = '42010619900101123X';
const PASSWORD = 'p4ssw0rd-of-the-operator';
const KEY = 'k3y-of-the-robot';

const CONFIG = `
organisation:
  admins: [staff]
groups:
  - { name: '*', mode: enforce, removal: auto, card: { template: '{name}-{city}-{major}{year}' } }
`;

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  const settings = {
    QUNSHAO_LOG: 'trace',
    QUNSHAO_DATABASE: join(home.folder, 'state', 'qunshao.db'),
    QUNSHAO_WEBHOOK: `http://127.0.0.1:9/send?key=${KEY}`,
    BACKUP_PASSWORD: PASSWORD,
  };
  bot = await startBot(home, settings);
});
afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

const order: Home['gateway']['order'] = (one) => home.gateway.order(one);
const say = (from: string, text: string) => order({ cmd: 'say', from, room: ROOM, text });
const direct = (from: string, text: string) => order({ cmd: 'direct', from, text });
const heard = (words: string) =>
  home.gateway.feed.until((line) => line.fromId === 'bot' && line.text.includes(words));

async function seed(): Promise<void> {
  for (const [id, name] of Object.entries(NAMES))
    await order({ cmd: 'addContact', person: { id, name, isFriend: true } });
  const members = ['bot', { id: 'ann', card: CARDS.ann }, { id: 'ben', card: CARDS.ben }];
  await order({
    cmd: 'addRoom',
    room: { id: ROOM, topic: TOPIC, ownerId: 'owner', adminIds: ['bot'], members },
  });
  await say('ben', '大家好');
  await heard('我是本群的管理助手');
}

/** What a platform might say of a failure: all of it in one sentence. */
const INDISCREET = `13 INTERNAL: "${WORDS}" to ${NAMES.ann} (${PHONE}, ${IDENTITY}) with `;

/** Meanwhile everything changes, and what is read of it afterwards fails at first. */
async function loggedOutAndIn(): Promise<void> {
  await order({ cmd: 'account', turn: 'out' });
  await bot.output.until((line) => line.includes('"logged-out"'));
  await order({ cmd: 'setTopic', room: ROOM, by: 'ben', topic: NEW_TOPIC });
  await order({ cmd: 'setCard', room: ROOM, member: 'ben', card: CARDS.changed });
  await order({ cmd: 'join', room: ROOM, member: 'guest', inviter: null });
  const unread = { kind: 'fail', method: 'roomRawPayload', times: 6, error: INDISCREET } as const;
  await order({ cmd: 'faults', arm: [unread] });
  await order({ cmd: 'account', turn: 'in' });
  await bot.output.until((line) => line.includes('group not read after the gap'));
  await order({ cmd: 'faults', clear: true });
}

/** Files, links and cards, whose names and titles are words of people too. */
async function otherKinds(): Promise<void> {
  const to = { from: 'ben', to: ROOM };
  await order({ cmd: 'sendFile', ...to, name: `${WORDS}.exe`, base64: 'TVo=' });
  await order({ cmd: 'sendImage', ...to, name: `${WORDS}.png`, base64: 'iVBORw0KGgo=' });
  await order({ cmd: 'sendLink', ...to, link: { title: WORDS, url: `http://xn--${PASSWORD}.example/` } });
  await order({ cmd: 'sendContactCard', ...to, person: 'guest' });
  await order({
    cmd: 'send',
    ...to,
    content: { kind: 'chat-history', text: `<msg><title>${WORDS}</title></msg>` },
  });
  await order({ cmd: 'leave', room: ROOM, member: 'guest' });
}

/** The platform forbids sending, in words that repeat everything. */
async function cutOff(token: string): Promise<void> {
  const error = `13 INTERNAL: WorkproErrorCode: 20001, ${WORDS} ${NAMES.ben} ${PHONE} ${token}`;
  const fault = { kind: 'fail', method: 'messageSendText', times: 1, error, when: 'before' } as const;
  await order({ cmd: 'faults', arm: [fault] });
  await direct('owner', '/状态');
  await bot.output.until((line) => line.includes('"cut-off"'));
}

it('a full scene with faults, at the most verbose level: no token, name, card, word or number in the output', async () => {
  onTestFailed(() => console.error(bot.output.seen.slice(-12).join('\n')));
  await seed();
  const { token } = home.gateway.address;
  const fail = (method: string, times: number, when: 'before' | 'after') =>
    ({ kind: 'fail', method, times, error: INDISCREET + token, when }) as const;
  await say('ann', `${AD} ${WORDS} ${PHONE} ${IDENTITY}`);
  await heard('次提醒');
  await direct('owner', `/警告 ${CARDS.ben} ${WORDS}`);
  await direct('owner', `/名册 导入\n姓名 城市 专业 年级 电话\n林黛玉 北京 红学 2010 ${PHONE}`);
  await heard('没有问题请在10分钟内回');
  await direct('owner', '/名册 确认');
  await direct('owner', `/备案 填 群主 欧阳 会长 ${PHONE}`);
  await direct('ben', `/举报 ${CARDS.ann} ${WORDS} ${PHONE}`);
  await direct('ben', `/投稿 关于${WORDS}的通知 来源:${WORDS} 有效期至 2030-12-31`);
  await order({
    cmd: 'faults',
    arm: [fail('messageSendText', 2, 'before'), fail('messageSendText', 1, 'after')],
  });
  await say('ann', `${AD} ${WORDS}`);
  await order({ cmd: 'faults', arm: [fail('messageRawPayload', 6, 'before')] });
  await say('ben', WORDS);
  await say('ben', WORDS);
  await bot.output.until((line) => line.includes('event lost'));
  await order({ cmd: 'faults', clear: true });
  await order({
    cmd: 'faults',
    arm: [fail('roomRawPayload', 8, 'before'), fail('roomMemberRawPayload', 4, 'before')],
  });
  await say('ben', `/警告 ${WORDS}`);
  await say('ann', `${AD} ${WORDS}`);
  await bot.output.until((line) => line.includes('event not handled'));
  await order({ cmd: 'faults', clear: true });
  await direct('owner', '/状态');
  await heard('数据库正常');
  await loggedOutAndIn();
  await otherKinds();
  await cutOff(token);
  expect(bot.isRunning).toBe(true);
  await home.gateway.kill();
  await bot.output.until((line) => line.includes('"connection"') && !line.includes('"connected"'));
  expect(await bot.stop('SIGTERM')).toBe(0);

  const output = bot.output.seen.join('\n');
  const secrets = [
    ...Object.values(NAMES),
    ...Object.values(CARDS),
    TOPIC,
    NEW_TOPIC,
    WORDS,
    '面膜',
    '林黛玉',
    PHONE,
    '5678',
    IDENTITY,
    token,
    PASSWORD,
    KEY,
  ];
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
  expect(bot.output.seen.length).toBeGreaterThan(5);
  for (const line of bot.output.seen) expect(() => JSON.parse(line)).not.toThrow();
});

describe('what is written can be read by its owner only', () => {
  /** Permissions of every file and folder below, as `rw-` in octal. */
  function modesBelow(folder: string): Readonly<Record<string, string>> {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return Object.fromEntries(
      paths.map((path) => [path, (statSync(join(folder, path)).mode & 0o777).toString(8)]),
    );
  }

  it('the database, its folder, the login, a backup, an export', async () => {
    const database = join(home.folder, 'state', 'qunshao.db');
    const run = (...args: string[]) => startProgram(home.gateway, [CLI, ...args], { cwd: home.folder }).ended;
    expect(await run('backup', join('kept', 'b.db'), '--db', database)).toBe(0);
    expect(await run('export', 'cases', '--format', 'xlsx', '--out', 'cases.xlsx', '--db', database)).toBe(0);
    const { 'qunshao.yaml': _theirs, ...modes } = modesBelow(home.folder);
    expect(Object.keys(modes)).toEqual(
      expect.arrayContaining([join('state', 'qunshao.db'), join('kept', 'b.db'), 'cases.xlsx', 'data']),
    );
    const folders = new Set(['state', 'kept', 'data']);
    const wrong = Object.entries(modes).filter(
      ([path, mode]) => mode !== (folders.has(path) ? '700' : '600'),
    );
    expect(wrong).toEqual([]);
  });
});

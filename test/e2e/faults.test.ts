import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startBot, startHome, startMain, type Home } from './harness/bot.js';
import { AD, GroupScene } from './harness/group.js';
import { startProgram, type Program } from './harness/program.js';
import { actionsOf, casesOf } from './harness/records.js';
import { fileURLToPath } from 'node:url';

/** Two processes of their own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

const CONFIG = `
groups:
  - { name: '*', mode: enforce, removal: auto }
`;
const MAIN = fileURLToPath(new URL('../../dist/bot/main.js', import.meta.url));

let home: Home;
let bot: Program;

beforeAll(async () => {
  home = await startHome(CONFIG);
  bot = await startBot(home);
});

afterAll(async () => {
  await bot?.stop();
  await home?.gateway.stop();
});

async function known(key: string): Promise<GroupScene> {
  const group = await new GroupScene(home.gateway, { key, topic: `${key}群` }).seed();
  await group.say('dan', '大家好');
  await group.heard('我是本群的管理助手');
  await group.settled();
  return group;
}

const told = (program: Program) => program.output.seen.join('\n');

it.each([
  {
    name: 'refused for good',
    key: 'refused',
    when: 'before',
    error: 'wechat bad request error',
    said: 0,
    outcome: 'refused',
  },
  {
    name: 'its answer is lost',
    key: 'lost',
    when: 'after',
    error: '14 UNAVAILABLE: Connection dropped',
    said: 1,
    outcome: 'uncertain',
  },
] as const)(
  'a warning that the platform does not confirm is not sent twice: $name',
  async ({ key, when, error, said, outcome }) => {
    const group = await known(key);
    await home.gateway.order({
      cmd: 'faults',
      arm: [{ kind: 'fail', method: 'messageSendText', times: 1, error, when }],
    });
    await group.say('ann', AD);
    await group.settled('dan');
    expect(group.warnings('ann')).toHaveLength(said);
    expect(actionsOf(home, group.room).find(({ outcome: one }) => one !== 'done')).toEqual({
      kind: 'warn',
      outcome,
    });
    expect(bot.isRunning).toBe(true);
  },
);

it('messages whose payload cannot be had are lost, logged, and hold up nothing', async () => {
  const group = await known('payload');
  const fault = {
    kind: 'fail',
    method: 'messageRawPayload',
    times: 6,
    error: '13 INTERNAL: broken',
  } as const;
  await home.gateway.order({ cmd: 'faults', arm: [fault] });
  for (let times = 0; times < 4; times += 1) await group.say('ann', AD);
  await bot.output.until((line) => line.includes('event lost'));
  await home.gateway.order({ cmd: 'faults', clear: true });
  await group.settled();
  expect(bot.isRunning).toBe(true);
});

it('what cannot be read of a group is logged, and the next event goes on', async () => {
  const group = await known('room');
  await home.gateway.order({
    cmd: 'faults',
    arm: [{ kind: 'fail', method: 'roomRawPayload', times: 8, error: '13 INTERNAL: broken' }],
  });
  await group.say('ann', AD);
  await bot.output.until((line) => line.includes('event not handled'));
  await home.gateway.order({ cmd: 'faults', clear: true });
  await group.settled();
  expect(casesOf(home, group.room).filter(({ member }) => member === group.id('ann'))).toEqual([]);
});

it("the bot's own lines are no case, whatever they say", async () => {
  const group = await known('self');
  await home.gateway.order({ cmd: 'say', from: 'bot', room: group.room, text: AD });
  await group.settled('dan');
  expect(casesOf(home, group.room).map(({ member }) => member)).not.toContain('bot');
});

it('the program itself: connects by its environment, answers in private, and ends cleanly on SIGTERM', async () => {
  const own = await startHome(CONFIG);
  try {
    const main = await startMain(own);
    const group = await new GroupScene(own.gateway, { key: 'main', topic: '正式群' }).seed();
    await group.say('ann', '早');
    await group.heard('我是本群的管理助手');
    await group.direct('owner', '/帮助');
    await group.told('owner', '您在这里可以用');
    expect(existsSync(`${own.database}-wal`)).toBe(true);
    expect(await main.stop('SIGTERM')).toBe(0);
    // SQLite takes its log away when the last connection is closed properly.
    expect(existsSync(`${own.database}-wal`)).toBe(false);
    expect(told(main)).not.toContain(own.gateway.address.token);
    // The store of payloads below the home folder bears the token as the name of a folder.
    expect(existsSync(`${own.gateway.address.home}/.wechaty`)).toBe(false);
  } finally {
    await own.gateway.stop();
  }
});

it('a puppet that is not installed is told in one sentence; exit 2', async () => {
  const settings = {
    WECHATY_PUPPET: 'wechaty-puppet-nowhere',
    QUNSHAO_DATABASE: `${home.folder}/nowhere.db`,
  };
  const program = startProgram(home.gateway, [MAIN], { settings, cwd: home.folder });
  expect(await program.ended).toBe(2);
  expect(await program.output.until((line) => line.includes('没有安装'))).toContain(
    'npm install wechaty-puppet-nowhere',
  );
});

it('no token for the service: one sentence, exit 2', async () => {
  const settings = { WECHATY_PUPPET_SERVICE_TOKEN: '', QUNSHAO_DATABASE: `${home.folder}/none.db` };
  const program = startProgram(home.gateway, [MAIN], { settings, cwd: home.folder });
  expect(await program.ended).toBe(2);
  expect(told(program)).toContain('缺少环境变量 WECHATY_PUPPET_SERVICE_TOKEN');
});

it('the wrong token: told, without the token, and the process stays for whoever keeps it', async () => {
  const wrong = 'insecure_0f0e0d0c-0000-4000-8000-00000000dead';
  const settings = { WECHATY_PUPPET_SERVICE_TOKEN: wrong, QUNSHAO_DATABASE: `${home.folder}/wrong.db` };
  const program = startProgram(home.gateway, [MAIN], { settings, cwd: home.folder });
  await program.output.until((line) => line.includes('wechaty error'));
  expect(program.isRunning).toBe(true);
  await program.stop();
  expect(told(program)).toContain('UNAUTHENTICATED');
  expect(told(program)).not.toContain(wrong);
});

it('the gateway is killed: told, the process lives and still ends cleanly, the token is nowhere in its output', async () => {
  const { token } = home.gateway.address;
  await home.gateway.kill();
  await bot.output.until((line) => line.includes('wechaty error') && line.includes('UNAVAILABLE'));
  expect(bot.isRunning).toBe(true);
  expect(await bot.stop('SIGTERM')).toBe(0);
  expect(told(bot)).not.toContain(token);
});

import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Wechaty } from 'wechaty';
import { expect, it } from 'vitest';
import { askOnTerminal } from '../../../bot/ask-code.js';
import { createVerifyCodes } from '../../../bot/wechaty/verify-codes.js';
import { Witness } from '../../e2e/harness/witness.js';

const LOGIN = 1;
const [WAITING, EXPIRED, WRONG] = [1, 2, 3];

/** A bot of the fork, which takes `right` for the right code. */
class ForkBot extends EventEmitter {
  readonly entered: string[] = [];
  words = '验证码错误输入错误，请重新输入';

  enterVerifyCode(_id: string, code: string): Promise<void> {
    this.entered.push(code);
    return code === 'right' ? Promise.resolve() : Promise.reject(new Error(this.words));
  }
}

function desk(bot: EventEmitter = new ForkBot()) {
  const codes = createVerifyCodes();
  let asked = 0;
  codes.attach(bot as unknown as Wechaty, () => (asked += 1));
  return { codes, bot, asked: () => asked };
}

it('plain Wechaty, or nobody asked: no code is wanted, and none is taken', async () => {
  const { codes, asked } = desk(new EventEmitter());
  expect([codes.wanted(), asked(), await codes.enter('', '1')]).toEqual([null, 0, 'not-wanted']);
});

it.each([
  { name: 'waited for', scene: LOGIN, status: WAITING, want: { id: 'a', wasWrong: false } },
  { name: 'the last one was wrong', scene: LOGIN, status: WRONG, want: { id: 'a', wasWrong: true } },
  { name: 'the time for it is over', scene: LOGIN, status: EXPIRED, want: null },
  { name: 'it is for something else than a login', scene: 0, status: WAITING, want: null },
])('a code is wanted or not: $name', ({ scene, status, want }) => {
  const { codes, bot } = desk();
  bot.emit('verify-code', 'a', '请输入', scene, status);
  expect(codes.wanted()).toEqual(want);
});

it.each([
  { name: 'the right one', code: ' right ', words: '', outcome: 'accepted', wanted: null },
  {
    name: 'a wrong one: another try',
    code: '1',
    words: '验证码错误输入错误，请重新输入',
    outcome: 'wrong',
    wanted: { id: 'a', wasWrong: true },
  },
  { name: 'one too many', code: '1', words: '验证码错误次数超过阈值', outcome: 'spent', wanted: null },
  {
    name: 'the gateway fails',
    code: '1',
    words: '14 UNAVAILABLE',
    outcome: 'failed',
    wanted: { id: 'a', wasWrong: false },
  },
])('a code is given: $name', async ({ code, words, outcome, wanted }) => {
  const bot = new ForkBot();
  bot.words = words;
  const { codes } = desk(bot);
  bot.emit('verify-code', 'a', '', LOGIN, WAITING);
  expect(await codes.enter('a', code)).toBe(outcome);
  expect(codes.wanted()).toEqual(wanted);
});

it('asked on the terminal, again after a wrong one, and no more after the login', async () => {
  const bot = new ForkBot();
  const { codes } = desk(bot);
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const written = new Witness<string>();
  output.on('data', (chunk: string) => written.push(chunk));
  const stop = askOnTerminal(codes, { input, output });
  bot.emit('verify-code', 'a', '', LOGIN, WAITING);
  await written.until((text) => text.includes('新设备登录要验证码'));
  input.write('1\n');
  await written.until((text) => text.includes('验证码不对'));
  input.write('right\n');
  await written.until((text) => text.includes('正在登录'));
  expect(bot.entered).toEqual(['1', 'right']);
  codes.settle();
  stop();
});

it('another bot in its place: what the one before asked for is not wanted any more', () => {
  const { codes, bot } = desk();
  bot.emit('verify-code', 'a', '', LOGIN, WAITING);
  const seen: (string | null)[] = [];
  codes.subscribe((wanted) => seen.push(wanted?.id ?? null));
  codes.attach(new ForkBot() as unknown as Wechaty, () => undefined);
  expect([codes.wanted(), seen]).toEqual([null, [null]]);
});

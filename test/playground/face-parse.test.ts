import { describe, expect, it } from 'vitest';
import { BadLine } from '../../bot/playground/face/order.js';
import { parseLine } from '../../bot/playground/face/parse.js';
import { parseSpan } from '../../bot/playground/face/span.js';

const NOBODY = { speaker: null, isPerson: (name: string) => ['张伟', '王建国', '小王'].includes(name) };
const ZHANG = { ...NOBODY, speaker: '张伟' };

describe('a line of the prompt', () => {
  it.each([
    { name: 'an empty line is nothing', line: '  ', want: { kind: 'nothing' } },
    { name: 'a comment is nothing', line: '# 开场', want: { kind: 'nothing' } },
    { name: 'a member speaks', line: '张伟: 你好', want: { kind: 'say', who: '张伟', text: '你好' } },
    {
      name: 'a full-width colon works too',
      line: '张伟:你好',
      want: { kind: 'say', who: '张伟', text: '你好' },
    },
    {
      name: 'a colon in what is said stays',
      line: '张伟: 通知:明天',
      want: { kind: 'say', who: '张伟', text: '通知:明天' },
    },
    {
      name: 'in private',
      line: '王建国 私聊: 状态',
      want: { kind: 'send', who: '王建国', manner: 'direct', text: '状态' },
    },
    {
      name: 'in private, in English',
      line: '王建国 dm: status',
      want: { kind: 'send', who: '王建国', manner: 'direct', text: 'status' },
    },
    {
      name: 'a link',
      line: '张伟 链接: 照片 https://a.cn',
      want: { kind: 'send', who: '张伟', manner: 'link', text: '照片 https://a.cn' },
    },
    { name: 'joins by a code', line: '加入 小王', want: { kind: 'join', who: '小王', by: null } },
    { name: 'is invited', line: 'join 小王 by 张伟', want: { kind: 'join', who: '小王', by: '张伟' } },
    {
      name: 'changes a card',
      line: '改名 小王 北京 化学97级',
      want: { kind: 'card', who: '小王', card: '北京 化学97级' },
    },
    { name: 'clears a card', line: '改名 小王', want: { kind: 'card', who: '小王', card: '' } },
    { name: 'recalls the last message', line: '撤回', want: { kind: 'recall', who: null } },
    { name: 'takes the right from the bot', line: '权限 无', want: { kind: 'rights', bot: 'member' } },
    {
      name: 'lets a day pass',
      line: '时间 +1天',
      want: { kind: 'time', span: { kind: 'by', ms: 86_400_000 } },
    },
    { name: 'looks with all eyes again', line: '视角 全部', want: { kind: 'view', who: null } },
  ])('$name', ({ line, want }) => expect(parseLine(line, NOBODY)).toEqual(want));

  it.each([
    { name: 'plain words are said', line: '大家好', want: { kind: 'say', who: '张伟', text: '大家好' } },
    {
      name: 'a sentence with a colon is said',
      line: '通知:明天聚会',
      want: { kind: 'say', who: '张伟', text: '通知:明天聚会' },
    },
    {
      name: 'an address is said',
      line: 'https://a.cn/b',
      want: { kind: 'say', who: '张伟', text: 'https://a.cn/b' },
    },
    { name: 'a command is said', line: '/群规', want: { kind: 'say', who: '张伟', text: '/群规' } },
    {
      name: 'somebody else may still speak',
      line: '小王: 在',
      want: { kind: 'say', who: '小王', text: '在' },
    },
  ])('with a speaker chosen: $name', ({ line, want }) => expect(parseLine(line, ZHANG)).toEqual(want));

  it.each([
    { name: 'plain words without a speaker', line: '大家好', want: '我是 张伟' },
    { name: 'a command without a speaker', line: '/状态', want: '王建国 私聊: /状态' },
    { name: 'a misspelt verb', line: '加人 小李', want: '加入' },
    { name: 'a verb without its blank', line: '加入小李', want: '加入 小王' },
    { name: 'a misspelt manner', line: '张伟 私料: 好', want: '私聊' },
    { name: 'nothing said', line: '张伟:', want: '要说什么' },
    { name: 'a time that is none', line: '时间 明天', want: '时间 +1天' },
    { name: 'a right that is none', line: '权限 也许', want: '权限 有' },
  ])('is answered kindly: $name', ({ line, want }) => {
    expect(() => parseLine(line, NOBODY)).toThrow(BadLine);
    expect(() => parseLine(line, NOBODY)).toThrow(want);
  });
});

describe('a span of time', () => {
  it.each([
    { text: '+1天', want: { kind: 'by', ms: 86_400_000 } },
    { text: '+8小时30分钟', want: { kind: 'by', ms: 30_600_000 } },
    { text: '2h', want: { kind: 'by', ms: 7_200_000 } },
    { text: '+1周', want: { kind: 'by', ms: 604_800_000 } },
    { text: '23:00', want: { kind: 'until', hour: 23, minute: 0 } },
    { text: '到 7:05', want: { kind: 'until', hour: 7, minute: 5 } },
  ])('$text', ({ text, want }) => expect(parseSpan(text)).toEqual(want));

  it.each(['', '天', '25:00', '-1天', '+9999天', '1光年'])('%j is none', (text) => {
    expect(() => parseSpan(text)).toThrow(BadLine);
  });
});

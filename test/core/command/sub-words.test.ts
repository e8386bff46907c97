import { expect, it } from 'vitest';
import { inChinese } from '../../../src/core/command/sub-words.js';

it.each([
  { command: '词库', rest: '', want: '' },
  { command: '词库', rest: 'add 湖景壹号 推销', want: '加 湖景壹号 推销' },
  { command: '词库', rest: 'LIST', want: '列' },
  { command: '词库', rest: '加 add', want: '加 add' },
  { command: '词库', rest: 'constructor x', want: 'constructor x' },
  { command: '群状态', rest: 'suspended 群主失联', want: '暂停 群主失联' },
  { command: '举报', rest: 'list', want: 'list' },
])('/$command “$rest” is “$want”', ({ command, rest, want }) => {
  expect(inChinese(command, rest)).toBe(want);
});

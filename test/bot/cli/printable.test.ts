import { expect, it } from 'vitest';
import { failureOf } from '../../../bot/cli/fail.js';
import { printable } from '../../../bot/cli/printable.js';
import { UsageError } from '../../../bot/cli/fail.js';

it.each([
  { name: 'nothing', text: '', want: '' },
  { name: 'words, lines, tabs', text: '群哨\n\t1', want: '群哨\n\t1' },
  { name: 'emoji made of several', text: '👨‍👩‍👧', want: '👨‍👩‍👧' },
  { name: 'an escape', text: '\u001b[2J', want: '\\u001B[2J' },
  { name: 'the 8-bit escape', text: '\u009b2J', want: '\\u009B2J' },
  { name: 'a carriage return', text: 'a\rb', want: 'a\\u000Db' },
  { name: 'direction', text: '\u202eexe', want: '\\u202Eexe' },
])('$name', ({ text, want }) => {
  expect(printable(text)).toBe(want);
});

it('a line of JSON says the same to a program', () => {
  const value = { text: '\u001b]0;x\u0007\u009b\u202e\u2028' };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});

it('a refusal that repeats a file’s name cannot steer the terminal', () => {
  expect(failureOf(new UsageError('没有文件 \u001b]0;x\u0007')).text).toBe('没有文件 \\u001B]0;x\\u0007');
});

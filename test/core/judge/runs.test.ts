import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnitBuffer } from '../../../src/core/judge/grams.js';
import { FOLDING } from '../../train/sample.js';

/** Names of the units that stand for numbers, addresses and names. */
const NAMES = ['number', 'account', 'phone', 'card', 'name', 'address', 'latin'];

function read(text: string): UnitBuffer {
  const buffer = new UnitBuffer();
  buffer.read(text, FOLDING);
  return buffer;
}

function shown(text: string): string {
  const { units, length } = read(text);
  return Array.from(units.subarray(1, length - 1), (unit) => {
    const name = NAMES[unit - 3];
    return name === undefined ? String.fromCharCode(unit) : `<${name}>`;
  }).join('');
}

describe('runs of digits and Latin letters', () => {
  it.each([
    { name: 'nothing', text: '', want: '' },
    { name: 'a price stays', text: '只要1280元', want: '只要0000元' },
    { name: 'a year stays', text: '2024年', want: '0000年' },
    { name: 'a time stays', text: '10:30开会', want: '00:00开会' },
    { name: 'a date stays', text: '2024-11-02', want: '00000000' },
    { name: 'a decimal stays', text: '3.14159', want: '000000' },
    { name: 'a middling number', text: '群12345', want: '群<number>' },
    { name: 'an account', text: '加123456789看', want: '加<account>看' },
    { name: 'an account in pieces', text: '加1234 5678看', want: '加<account>看' },
    { name: 'a phone', text: '电话138-1234-5678', want: '电话<phone>' },
    { name: 'a masked phone', text: '电话xxxxxxxxxxx', want: '电话<phone>' },
    { name: 'a card', text: '6222021234567890123', want: '<card>' },
    { name: 'what stands before the number is kept', text: 'wx12345678', want: 'wx<account>' },
    { name: 'a short account with letters stays', text: 'v88', want: 'v00' },
    { name: 'an account name', text: '搜kut537', want: '搜<name>' },
    { name: 'the name of a part', text: 'i9-13900k', want: '<name>' },
    { name: 'an address', text: '看https://a.cn/x1y?z=2吧', want: '看<address>吧' },
    { name: 'an address without scheme', text: 'abc88.com', want: '<address>' },
    { name: 'English words stay', text: 'hello world', want: 'helloworld' },
    { name: 'letters without end', text: 'abcdefghijklmnopqrstuvwxyzab', want: '<latin>' },
  ])('$name', ({ text, want }) => {
    expect(shown(text)).toBe(want);
  });

  it('keeps the places in the original text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'加vx12 -.:/帮com看') }), (text) => {
        const { starts, ends, length } = read(text);
        for (let at = 1; at < length - 1; at++) {
          expect(starts[at]).toBeLessThan(ends[at] ?? 0);
          expect(starts[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
        }
      }),
    );
  });
});

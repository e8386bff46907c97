import { describe, expect, it } from 'vitest';
import { lenienceAloud, lenienceOf } from '../../../src/core/rules/lenience.js';

describe('lenienceOf', () => {
  it.each([
    { name: 'an empty text', kind: 'plain', signs: 0, length: 0, want: 0 },
    { name: 'no sign', kind: 'plain', signs: 0, length: 8, want: 0 },
    { name: 'one certain sign in a short text', kind: 'plain', signs: 1, length: 15, want: 0.8 },
    { name: 'one in a longer text', kind: 'plain', signs: 1, length: 16, want: 0 },
    { name: 'two', kind: 'plain', signs: 2, length: 24, want: 1 },
    { name: 'many certain signs weigh no more than two', kind: 'plain', signs: 9, length: 24, want: 1 },
    { name: 'one likelier reading', kind: 'mended', signs: 1, length: 8, want: 0.8 },
    {
      name: 'many likelier readings weigh no more than three',
      kind: 'mended',
      signs: 9,
      length: 24,
      want: 2.4,
    },
    { name: 'a few in an article are chance', kind: 'mended', signs: 3, length: 140, want: 0 },
  ] as const)('$name', ({ kind, signs, length, want }) => {
    expect(lenienceOf({ kind, signs }, length)).toBe(want);
  });
});

describe('lenienceAloud', () => {
  it.each([
    { name: 'nothing gained', gain: 0, want: 0 },
    { name: 'a slip of the pen in a long text', gain: 0.09, want: 0 },
    { name: 'a word or two by ear', gain: 0.1, want: 1.5 },
    { name: 'all of it by ear', gain: 3, want: 2 },
  ])('$name', ({ gain, want }) => {
    expect(lenienceAloud(gain)).toBe(want);
  });
});

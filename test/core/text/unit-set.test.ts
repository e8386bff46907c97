import { expect, it } from 'vitest';
import { unitSet } from '../../../src/core/text/unit-set.js';

function held(set: Uint8Array): readonly number[] {
  return [...set.keys()].filter((code) => set[code] === 1);
}

it.each([
  { name: 'an expression that matches nothing', one: /(?!)/gu, more: [], want: [] },
  { name: 'single characters', one: /[b中a]/gu, more: [], want: [0x61, 0x62, 0x4e2d] },
  { name: 'case is the expression’s own affair', one: /x/giu, more: [], want: [0x58, 0x78] },
  { name: 'no surrogates by themselves', one: /[\ud800\u{10000}]/gu, more: [], want: [] },
  { name: 'the units that are named', one: /a/gu, more: [0xd83c], want: [0x61, 0xd83c] },
  { name: 'the first and the last unit', one: /[\0\uffff]/gu, more: [], want: [0, 0xffff] },
])('$name', ({ one, more, want }) => {
  expect(held(unitSet(one, more))).toEqual(want);
});

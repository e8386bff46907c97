import { describe, expect, it } from 'vitest';
import { byCharacters } from '../../src/core/judge/channel.js';
import type { Example } from '../../src/train/example.js';
import { encode, restrict } from '../../src/train/vocabulary.js';
import { FOLDING } from './sample.js';

const CHANNEL = byCharacters(FOLDING);
const lines = (count: number, over: Partial<Example>): readonly Example[] =>
  Array.from({ length: count }, () => ({ text: '求职', category: null, origin: 'grammar', ...over }));
const featuresOf = (examples: readonly Example[]): number => encode(examples, CHANNEL).hashes.length;

it.each([
  { name: 'no line, no feature', examples: [], has: false },
  { name: 'too few expanded lines', examples: lines(7, {}), has: false },
  { name: 'eight expanded lines', examples: lines(8, {}), has: true },
  { name: 'three lines from life', examples: lines(3, { origin: 'everyday' }), has: true },
  { name: 'a hundred lines of one plain sentence', examples: lines(100, { sentence: 'a' }), has: false },
  {
    name: 'two plain sentences that share it',
    examples: [...lines(4, { sentence: 'a' }), ...lines(4, { sentence: 'b' })],
    has: true,
  },
] as const)('$name', ({ examples, has }) => {
  expect(featuresOf(examples) > 0).toBe(has);
});

describe('restrict', () => {
  const whole = encode(lines(8, { text: '求职信' }), CHANNEL);
  const row = ({ features, offsets, hashes }: typeof whole): readonly number[] =>
    [...features.subarray(offsets[0], offsets[1])].map((feature) => hashes[feature] ?? NaN);

  it.each([
    { name: 'none', chosen: [] },
    { name: 'one', chosen: [3] },
    { name: 'all in another order', chosen: whole.hashes.map((_hash, at) => at).toReversed() },
  ])('keeps $name of the features, and the rows that hold them', ({ chosen }) => {
    const kept = chosen.map((feature) => whole.hashes[feature]);
    const part = restrict(whole, chosen);
    expect(part.hashes).toEqual(kept);
    expect(row(part)).toEqual(row(whole).filter((hash) => kept.includes(hash)));
    expect(part.offsets).toHaveLength(whole.offsets.length);
  });
});

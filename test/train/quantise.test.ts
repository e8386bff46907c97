import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRow } from '../../src/core/judge/model.js';
import { choose, quantise } from '../../src/train/quantise.js';

const ROWS = 16;

/** One category; every n-gram weighs as much as its place says, the last most. */
function learned(hashes: readonly number[]) {
  const weights = Float32Array.from(hashes, (_hash, at) => at + 1);
  const features = Int32Array.from(hashes.keys());
  return {
    linear: { weights, biases: new Float64Array(1) },
    encoded: { features, offsets: Int32Array.of(0, hashes.length), shares: Float64Array.of(1), hashes },
  };
}

const someHashes = fc.uniqueArray(fc.nat({ max: 0xffffffff }), { maxLength: 60 });

describe('choose', () => {
  it.each([
    { name: 'nothing of nothing', hashes: [], want: [] },
    { name: 'the weightiest first', hashes: [0x10000001, 0x50000002], want: [1, 0] },
    {
      name: 'of three for the same two rows, the two weightiest',
      hashes: [0x10000001, 0x10000002, 0x00000003],
      want: [2, 1],
    },
    { name: 'of two that cannot be told apart, the weightier', hashes: [0x10000001, 0x00000001], want: [1] },
  ])('$name', ({ hashes, want }) => {
    const { linear, encoded } = learned(hashes);
    expect(choose(linear, encoded, ROWS)).toEqual(want);
  });

  it('what is chosen finds a row each in its own order', () => {
    fc.assert(
      fc.property(someHashes, (hashes) => {
        const { linear, encoded } = learned(hashes);
        const chosen = choose(linear, encoded, ROWS).map((at) => hashes[at] ?? 0);
        const again = learned(chosen);
        const { table, kept } = quantise(
          { ...again.linear, weights: again.linear.weights.fill(1) },
          again.encoded,
          ROWS,
        );
        expect(kept).toBe(chosen.length);
        const model = { rows: ROWS, categories: [], table };
        expect(new Set(chosen.map((hash) => findRow({ ...model, categories: [CATEGORY] }, hash))).size).toBe(
          chosen.length,
        );
      }),
    );
  });
});

const CATEGORY = {
  category: 'advertising',
  clause: 'A6',
  bias: 0,
  scale: 1,
  slope: 1,
  offset: 0,
  review: 0,
  confirm: 0,
  clear: 0,
  back: 0,
} as const;

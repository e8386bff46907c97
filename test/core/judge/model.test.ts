import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, placingOf, rowOf } from '../../../src/core/judge/model.js';

describe('placingOf', () => {
  it.each([
    { name: 'no rows', rows: 0 },
    { name: 'one row, which has no neighbour', rows: 1 },
    { name: 'an odd number', rows: 255 },
    { name: 'a power of two times more than 255', rows: 257 * 4 },
    { name: 'more than there are hashes', rows: 2 ** 25 },
    { name: 'half a row', rows: 2.5 },
    { name: 'no number', rows: Number.NaN },
  ])('refuses $name', ({ rows }) => {
    expect(placingOf(rows)).toBeNull();
    expect(() => placed(rows)).toThrow(RangeError);
  });

  it('spreads hashes evenly over all rows', () => {
    const rows = 3 * 2 ** 3;
    const counts = new Uint32Array(rows);
    for (let part = 0; part < 2 ** 12; part++) {
      const row = rowOf((part << 20) >>> 0, placed(rows));
      counts[row]! += 1;
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('finds a row for every hash', () => {
    const someRows = fc
      .tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 127 }))
      .map(([power, half]) => (2 * half + 1) * 2 ** power);
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), someRows, (hash, rows) => {
        const row = rowOf(hash, placed(rows));
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(rows);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { calibrate, thresholdFor } from '../../src/train/threshold.js';

describe('thresholdFor', () => {
  it.each([
    { name: 'no lines: everything is allowed', margins: [], share: 0.1, reached: 0 },
    { name: 'share 0: nobody reaches it', margins: [1, 3, 2], share: 0, reached: 0 },
    { name: 'a third of three: one reaches it', margins: [1, 3, 2], share: 0.34, reached: 1 },
    { name: 'equal margins are not split: rather fewer', margins: [2, 2, 2, 1], share: 0.25, reached: 0 },
  ])('$name', ({ margins, share, reached }) => {
    const threshold = thresholdFor(margins, share);
    expect(margins.filter((margin) => margin >= threshold)).toHaveLength(reached);
  });
});

describe('calibrate', () => {
  it('is even in the middle between two sides', () => {
    const { slope, offset } = calibrate([1, 2, 3, 0.5], [-1, -2, -3, -0.5]);
    expect(slope).toBeGreaterThan(0);
    expect(offset).toBeCloseTo(0, 3);
  });

  it('stays finite without lines', () => {
    const { slope, offset } = calibrate([], []);
    expect([slope, offset].every(Number.isFinite)).toBe(true);
  });
});

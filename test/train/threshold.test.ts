import { describe, expect, it } from 'vitest';
import { calibrate, tailThreshold, thresholdFor } from '../../src/train/threshold.js';

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

describe('tailThreshold', () => {
  /** A tail that falls by e for each unit: rank r stands at -ln(r / 1000). */
  const falling = Array.from({ length: 1000 }, (_none, at) => -Math.log((at + 0.7) / 1000));

  it.each([
    { name: 'no lines: everything is allowed', margins: [], share: 0.1 },
    { name: 'few lines', margins: [1, 3, 2], share: 0.34 },
    { name: 'share 0', margins: falling, share: 0 },
    { name: 'a share beyond the tail', margins: falling, share: 0.3 },
  ])('goes by the lines themselves: $name', ({ margins, share }) => {
    expect(tailThreshold(margins, share)).toBe(thresholdFor(margins, share));
  });

  it.each([0.0005, 0.001, 0.004, 0.02])('stands where the tail reaches a share of %d', (share) => {
    expect(tailThreshold(falling, share)).toBeCloseTo(-Math.log(share), 6);
  });

  it('is where all lines are', () => {
    expect(
      tailThreshold(
        Array.from({ length: 100 }, () => 1),
        0.01,
      ),
    ).toBeCloseTo(1, 9);
  });

  it('does not hang on one line', () => {
    const stray = [...falling.slice(1), 12];
    expect(thresholdFor(stray, 0.0005)).toBeGreaterThan(12);
    expect(tailThreshold(stray, 0.0005)).toBeCloseTo(-Math.log(0.0005), 0);
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

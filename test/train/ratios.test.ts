import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/train/example.js';
import { logRatios } from '../../src/train/ratios.js';
import type { Encoded } from '../../src/train/vocabulary.js';

type Line = readonly [origin: Example['origin'], prohibited: boolean, grams: readonly number[]];

/** Log ratios of three n-grams for advertising. */
function ratios(lines: readonly Line[]): readonly number[] {
  const examples = lines.map(([origin, prohibited]): Example => ({
    text: '',
    origin,
    category: prohibited ? 'advertising' : null,
  }));
  const offsets = new Int32Array(lines.length + 1);
  for (const [at, [, , grams]] of lines.entries()) offsets[at + 1] = (offsets[at] ?? 0) + grams.length;
  const encoded: Encoded = {
    features: Int32Array.from(lines.flatMap(([, , grams]) => grams)),
    offsets,
    shares: new Float64Array(lines.length).fill(1),
    hashes: [11, 22, 33],
  };
  const rows = Int32Array.from(lines.keys());
  return Array.from(logRatios({ encoded, examples, rows, categories: ['advertising'] }));
}

function times(count: number, line: Line): readonly Line[] {
  return Array.from({ length: count }, () => line);
}

const OFFER: Line = ['grammar', true, [0, 2]];
const TALK: Line = ['everyday', false, [1, 2]];

describe('logRatios', () => {
  it('says nothing where nothing was met', () => {
    expect(ratios([])).toEqual([0, 0, 0]);
  });

  it('says nothing without harmless lines to compare with', () => {
    expect(ratios(times(9, OFFER)).every((ratio) => Number.isFinite(ratio))).toBe(true);
  });

  it('is above 0 for what only prohibited lines hold, below for what only harmless ones do, near 0 for both', () => {
    const [offered, talked, both] = ratios([...times(200, OFFER), ...times(200, TALK)]);
    expect(offered).toBeGreaterThan(2);
    expect(talked).toBeLessThan(-2);
    expect(Math.abs(both ?? 9)).toBeLessThan(0.1);
  });

  it('believes little of what was met seldom', () => {
    const rare: Line = ['grammar', true, [0]];
    const [once] = ratios([rare, ...times(200, ['grammar', true, [2]]), ...times(200, TALK)]);
    const [often] = ratios([...times(50, rare), ...times(200, ['grammar', true, [2]]), ...times(200, TALK)]);
    expect(once).toBeLessThan(0.2);
    expect(often).toBeGreaterThan(1);
  });

  it('counts a harmless line near the prohibited ones for more than one that was made', () => {
    const others = [...times(200, OFFER), ...times(200, TALK)];
    const [beside] = ratios([...others, ...times(30, ['twin', false, [0]])]);
    const [made] = ratios([...others, ...times(30, ['grammar', false, [0]])]);
    expect(beside).toBeLessThan((made ?? 0) - 0.5);
  });

  it('never goes further than its bounds', () => {
    const [offered, talked] = ratios([
      ...times(20_000, ['grammar', true, [0]]),
      ...times(20_000, ['everyday', false, [1]]),
    ]);
    expect([offered, talked]).toEqual([5, -5]);
  });
});

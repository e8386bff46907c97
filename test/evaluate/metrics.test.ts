import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualityOf, recallByCategory, type Judged } from '../../src/evaluate/metrics.js';
import { operatingPoint } from '../../src/evaluate/operating-point.js';
import { rateName, reportOn } from '../../src/evaluate/report.js';

const row = (
  label: 0 | 1,
  verdict: Judged['verdict'],
  score: number,
  category: string | null = null,
): Judged => ({
  prohibited: label === 1,
  category,
  verdict,
  score,
});

/** 4 positives (3 flagged, 2 of them violations), 5 negatives (1 flagged, a review). */
const ROWS: readonly Judged[] = [
  row(1, 'violation', 0.9, 'ads'),
  row(1, 'violation', 0.8, 'fraud'),
  row(1, 'review', 0.5, 'ads'),
  row(1, 'allow', 0.1, 'fraud'),
  row(0, 'review', 0.6),
  row(0, 'allow', 0.3),
  row(0, 'allow', 0.2),
  row(0, 'allow', 0),
  row(0, 'allow', 0),
];

describe('qualityOf', () => {
  it('no rows: nothing can be said', () => {
    expect(qualityOf([])).toEqual({
      n: 0,
      positives: 0,
      negatives: 0,
      precision: null,
      recall: null,
      f1: null,
      falsePositiveRate: null,
      violationRecall: null,
      violationFalsePositiveRate: null,
    });
  });

  it('as computed by hand', () => {
    expect(qualityOf(ROWS)).toEqual({
      n: 9,
      positives: 4,
      negatives: 5,
      precision: 3 / 4,
      recall: 3 / 4,
      f1: 6 / 8,
      falsePositiveRate: 1 / 5,
      violationRecall: 2 / 4,
      violationFalsePositiveRate: 0,
    });
  });

  it.each([
    [
      'nothing flagged: no precision, recall and F1 are 0',
      [row(1, 'allow', 0)],
      { precision: null, recall: 0, f1: 0 },
    ],
    [
      'negatives alone',
      [row(0, 'allow', 0)],
      { precision: null, recall: null, f1: null, falsePositiveRate: 0 },
    ],
    ['positives alone', [row(1, 'review', 1)], { precision: 1, recall: 1, f1: 1, falsePositiveRate: null }],
  ])('%s', (_name, rows, want) => {
    expect(qualityOf(rows)).toMatchObject(want);
  });
});

describe('recallByCategory', () => {
  it.each([
    ['no rows', [], []],
    [
      'in order of the words; negatives do not count',
      ROWS,
      [
        { category: 'ads', n: 2, recall: 1 },
        { category: 'fraud', n: 2, recall: 0.5 },
      ],
    ],
    ['without a word', [row(1, 'review', 1)], [{ category: '-', n: 1, recall: 1 }]],
  ])('%s', (_name, rows, want) => {
    expect(recallByCategory(rows)).toEqual(want);
  });
});

describe('operatingPoint', () => {
  const thousand = Array.from({ length: 1000 }, (_, i) => i / 1000);

  it.each([
    ['no positives', [], thousand, 0.01, null],
    ['no benign rows', [0.5], [], 0.01, null],
    [
      '1 of 1000 may be flagged: above 0.998',
      [0.9985, 0.998, 0.5],
      thousand,
      0.001,
      { rate: 0.001, threshold: 0.998, recall: 1 / 3 },
    ],
    ['10 of 1000', [0.9895, 0.989, 1, 1], thousand, 0.01, { rate: 0.01, threshold: 0.989, recall: 3 / 4 }],
    [
      'too few for the rate: above all of them',
      [0.7, 0.6],
      [0.6, 0],
      0.001,
      { rate: 0.001, threshold: 0.6, recall: 0.5 },
    ],
    [
      'ties are all left out',
      [0.5, 0.6],
      [0.5, 0.5, 0.5, 0.5],
      0.5,
      { rate: 0.5, threshold: 0.5, recall: 0.5 },
    ],
    ['a score of 0 is never flagged', [0, 0.1], [0, 0, 0], 0.01, { rate: 0.01, threshold: 0, recall: 0.5 }],
  ] as const)('%s', (_name, positives, benign, rate, want) => {
    expect(operatingPoint(positives, benign, rate)).toEqual(want);
  });

  it('never exceeds the stated rate, and recall grows with it', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    const rates = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(scores, scores, rates, (positives, benign, rate) => {
        const low = operatingPoint(positives, benign, rate);
        const high = operatingPoint(positives, benign, rate + 0.3);
        const flagged = benign.filter((score) => score > (low?.threshold ?? 0)).length;
        expect(flagged / benign.length).toBeLessThanOrEqual(rate + 1e-6);
        expect(high?.recall).toBeGreaterThanOrEqual(low?.recall ?? 2);
      }),
      { numRuns: 200 },
    );
  });
});

describe('reportOn', () => {
  it('names the rates', () => {
    expect([0.001, 0.005, 0.01].map(rateName)).toEqual(['0.1%', '0.5%', '1%']);
  });

  it('the benign file sets the threshold where there is one, else the own negatives do', () => {
    const own = reportOn('f', ROWS, null);
    expect(own.recallAtFpr).toEqual({ '0.1%': 0.5, '0.5%': 0.5, '1%': 0.5 });
    expect(own.thresholdAtFpr['1%']).toBe(0.6);
    const apart = reportOn('f', ROWS, [0.85, 0]);
    expect(apart.recallAtFpr).toEqual({ '0.1%': 0.25, '0.5%': 0.25, '1%': 0.25 });
    expect(apart.falsePositiveRate).toBe(0.2);
  });
});

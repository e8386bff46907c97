import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/judge/explain.js';
import { gramCount, MAX_UNITS, UnitBuffer } from '../../../src/core/judge/grams.js';
import { makeJudge } from '../../../src/core/judge/judge.js';
import { codeOf, LARGEST, PAIRS, sumOf, weightAt } from '../../../src/core/judge/weights.js';
import { FOLDING, trainSample } from '../../train/sample.js';

const { model } = trainSample();
const judge = makeJudge(model, FOLDING);

function units(text: string): string {
  const buffer = new UnitBuffer();
  buffer.read(text, FOLDING);
  return String.fromCharCode(...buffer.units.subarray(1, buffer.length - 1));
}

describe('UnitBuffer', () => {
  it.each([
    { name: 'nothing', text: '', want: '' },
    { name: 'only noise', text: ' \u200b★', want: '' },
    { name: 'digits read alike', text: '加138', want: '加000' },
    { name: 'masked digits read like digits', text: '送xxx元', want: '送000元' },
    { name: 'one x is a letter', text: 'vx号', want: 'vx号' },
    { name: 'noise inside words goes', text: '微 ❤ 信', want: '微信' },
    { name: 'emoji go, letters in emoji stay', text: '好😀🅰', want: '好a' },
    { name: 'width and case fold', text: 'VX', want: 'vx' },
  ])('$name', ({ text, want }) => {
    expect(units(text)).toBe(want);
  });

  it('reads no more than its length', () => {
    expect(units('好啊'.repeat(5000))).toHaveLength(MAX_UNITS);
  });

  it('reads a character repeated on end twenty times', () => {
    expect(units('好'.repeat(5000))).toBe('好'.repeat(20));
  });
});

describe('gramCount', () => {
  it.each([
    { length: 0, want: 40 },
    { length: 1, want: 41 },
    { length: 3, want: 46 },
    { length: 5, want: 52 },
  ])('of $length units', ({ length, want }) => {
    expect(gramCount(length)).toBe(want);
  });
});

describe('margins', () => {
  it('are the bias for a text without known n-grams, and finite for any text', () => {
    expect(judge.margins('zzz')[0]).not.toBeNaN();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Number.isFinite(judge.margins(text)[0])));
  });

  const talk = fc.string({ unit: fc.constantFrom(...'面膜全场半价加微信明天吃饭12 ') });

  it('agree with the sum over the n-grams that are walked, however long the text', () => {
    const [category] = model.categories;
    if (category === undefined) throw new Error('the sample has one category');
    fc.assert(
      fc.property(talk, fc.constantFrom(1, 300), (piece, times) => {
        const text = times === 1 ? piece : `面膜全场半价加微信${piece}`.repeat(times);
        let sum = 0;
        const { length } = judge.walk(text, (at) => {
          sum += weightAt(model.table, at, 0);
        });
        const want = category.bias + (category.scale * sum) / Math.sqrt(gramCount(length));
        expect(judge.margins(text)[0]).toBeCloseTo(want, 9);
      }),
    );
  });
});

describe('weights', () => {
  it.each([
    { name: 'nothing', steps: 0, want: 0 },
    { name: 'next to nothing', steps: -2, want: 0 },
    { name: 'a small one', steps: 12, want: 11 },
    { name: 'a negative one', steps: -33, want: -27 },
    { name: 'one that is too large', steps: 900, want: LARGEST },
  ])('$name is kept as the nearest level', ({ steps, want }) => {
    const table = Uint8Array.of(1, codeOf(steps) * 16 + codeOf(-steps));
    expect([weightAt(table, 0, 0), weightAt(table, 0, 1)]).toEqual([0 - want, want]);
  });

  it('two sums in one number do not touch each other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { maxLength: 4000 }), (bytes) => {
        const added = bytes.reduce((sum, byte) => sum + (PAIRS[byte] ?? 0), 0);
        for (const c of [0, 1]) {
          const one = bytes.reduce((sum, byte) => sum + weightAt(Uint8Array.of(1, byte), 0, c), 0);
          expect(sumOf(added, c) === one).toBe(true);
        }
      }),
    );
  });
});

describe('explain', () => {
  it('has nothing to say of nothing', () => {
    expect(explain(judge, '', 0)).toEqual([]);
  });

  it('shows spans of the original text, in order, where the words of the offer stand', () => {
    const text = '大家好呀,口 红厂★家直销!';
    const evidence = explain(judge, text, 0);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { start, end, text: shown } of evidence) expect(shown).toBe(text.slice(start, end));
    for (const { text: shown } of evidence)
      expect(shown).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u);
    expect(evidence.map(({ start }) => start)).toEqual(
      evidence.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    expect(evidence.map((span) => span.text).join('')).toContain('直销');
  });
});

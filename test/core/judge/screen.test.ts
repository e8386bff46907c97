import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_UNITS } from '../../../src/core/judge/grams.js';
import { makeJudge } from '../../../src/core/judge/judge.js';
import type { JudgeModel } from '../../../src/core/judge/model.js';
import { codeOf } from '../../../src/core/judge/weights.js';
import { FOLDING, trainSample } from '../../train/sample.js';

const { model } = trainSample();

/** The model with its review thresholds at `margins`. */
function reviewing(from: JudgeModel, margins: Float64Array): JudgeModel {
  return { ...from, categories: from.categories.map((one, at) => ({ ...one, review: margins[at] ?? 0 })) };
}

/** Every row taken, weights all over the place, many neighbours with one fingerprint. */
function crowded(seed: number): JudgeModel {
  let state = seed;
  const dice = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  const categories = Array.from({ length: 5 }, () => model.categories)
    .flat()
    .map((one, at) => ({ ...one, scale: 0.01 * (at + 1), bias: at }));
  const table = Uint8Array.from({ length: 4 * 2 ** 6 }, (_, at) =>
    at % 4 === 0 ? 1 + (dice() % 8) : codeOf(dice() - 128) * 16 + codeOf(dice() - 128),
  );
  return { bits: 6, categories, table };
}

const texts = fc.string({ unit: fc.constantFrom(...'面膜全场半价加微信明天吃饭12x ') });

describe('mayReach', () => {
  it.each([
    { name: 'an empty text', text: '', want: false },
    { name: 'ordinary talk', text: '明天一起吃饭吧', want: false },
    { name: 'an offer', text: '口红厂家直销,加微信', want: true },
    { name: 'a text too long to be screened', text: '明天一起吃饭吧'.repeat(MAX_UNITS), want: true },
  ])('$name: $want', ({ text, want }) => {
    expect(makeJudge(model, FOLDING).mayReach(text)).toBe(want);
  });

  it('never says no where the margin is reached', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        for (const made of [model, crowded(seed)]) {
          const margins = makeJudge(made, FOLDING).margins(text).slice();
          for (const at of made.categories.keys()) {
            const only = margins.map((margin, other) => (other === at ? margin : Infinity));
            expect(makeJudge(reviewing(made, only), FOLDING).mayReach(text)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

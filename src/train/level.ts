import type { Channel } from '../core/judge/channel.js';
import type { JudgeModel } from '../core/judge/model.js';
import { type Linear, score } from './logistic.js';
import { thresholdFor } from './threshold.js';
import type { Encoded } from './vocabulary.js';

/** Share of the harmless lines above the mark at which both are made to agree. */
const HIGH = 0.005;

interface Levelling {
  readonly linear: Linear;
  readonly encoded: Encoded;
  /** Harmless lines, by row and by text. */
  readonly rows: readonly number[];
  readonly texts: readonly string[];
  readonly channel: Channel;
}

/**
 * Coarse weights and n-grams that found no place move all margins a little. The biases are moved back, so that the same
 * share of harmless lines stands high as with the weights that were learned: thresholds were measured with those.
 */
export function levelBiases(model: JudgeModel, levelling: Levelling): JudgeModel {
  const { linear, encoded, rows, texts, channel } = levelling;
  if (rows.length === 0) return model;
  const judge = channel.judge(model);
  const learned = model.categories.map((): number[] => []);
  const stored = model.categories.map((): number[] => []);
  const into = new Float64Array(model.categories.length);
  for (const [at, row] of rows.entries()) {
    score(linear, { encoded, row, into });
    const margins = judge.margins(texts[at] ?? '');
    for (const [c, margin] of into.entries()) {
      learned[c]?.push(margin);
      stored[c]?.push(margins[c] ?? 0);
    }
  }
  const categories = model.categories.map((category, c) => ({
    ...category,
    bias: category.bias + thresholdFor(learned[c] ?? [], HIGH) - thresholdFor(stored[c] ?? [], HIGH),
  }));
  return { ...model, categories };
}

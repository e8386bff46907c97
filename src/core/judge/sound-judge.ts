import type { Judge } from './judge.js';
import { isMonotonous, NOTHING } from './monotony.js';
import { findRow, nearestOf, type JudgeModel } from './model.js';
import { soundGramCount, visitSoundGrams } from './sound-grams.js';
import { makeSoundSum } from './sound-sum.js';
import { SoundBuffer, type SoundTable } from './sounds.js';
import { sumOf } from './weights.js';

/** A judge that goes by how a text sounds. One reads one message at a time: what it returns is overwritten. */
export function makeSoundJudge(model: JudgeModel, table: SoundTable): Judge {
  const buffer = new SoundBuffer();
  const margins = new Float64Array(model.categories.length);
  const add = makeSoundSum(model, table.hashes);
  const reviews = Float64Array.from(model.categories, ({ review }) => review);
  const weigh = (text: string): Float64Array => {
    buffer.read(text, table);
    const sum = add(buffer.sounds, buffer.length);
    const root = Math.sqrt(soundGramCount(buffer.length));
    for (let at = 0; at < margins.length; at++) {
      const category = model.categories[at];
      if (category !== undefined) margins[at] = category.bias + (category.scale * sumOf(sum, at)) / root;
    }
    return margins;
  };
  return {
    model,
    nearest(text) {
      const above = nearestOf(reviews, weigh(text));
      return above >= 0 && isMonotonous(buffer.sounds, buffer.length) ? NOTHING : above;
    },
    margins(text) {
      weigh(text);
      return isMonotonous(buffer.sounds, buffer.length) ? margins.fill(NOTHING) : margins;
    },
    walk(text, visit) {
      buffer.read(text, table);
      visitSoundGrams(buffer, table.hashes, (hash, first, last) => {
        const at = findRow(model, hash);
        if (at >= 0) visit(at, first, last);
      });
      return buffer;
    },
  };
}

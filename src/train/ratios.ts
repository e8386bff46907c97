import { type Example, isMade } from './example.js';
import type { Lesson } from './logistic.js';

/** How much a harmless line counts: one found in life or near the prohibited ones tells more. */
const LIFE = 2;
const TWIN = 3;
/** Harmless n-grams that every n-gram is thought to have been met among: few meetings prove little. */
const DOUBT = 20;
/** The largest ratio, either way. */
const FARTHEST = 5;

/**
 * For every n-gram and category the logarithm of how much more often its lines hold the n-gram than harmless lines do,
 * laid out as the weights are. What single n-grams say by themselves, before they are weighed against each other.
 * Source: Wang and Manning 2012, "Baselines and bigrams".
 */
export function logRatios({ encoded, examples, rows, categories }: Lesson): Float32Array {
  const count = categories.length;
  const met = new Float32Array(encoded.hashes.length * count);
  const harmless = new Float32Array(encoded.hashes.length);
  const totals = new Float64Array(count);
  let total = 0;
  for (const row of rows) {
    const example = examples[row];
    if (example === undefined) continue;
    const place = example.category === null ? -1 : categories.indexOf(example.category);
    if (place < 0 && example.category !== null) continue;
    const grams = encoded.features.subarray(encoded.offsets[row], encoded.offsets[row + 1]);
    if (place < 0) {
      const worth = worthOf(example);
      for (const gram of grams) harmless[gram] = (harmless[gram] ?? 0) + worth;
      total += worth * grams.length;
    } else {
      for (const gram of grams) met[gram * count + place] = (met[gram * count + place] ?? 0) + 1;
      totals[place] = (totals[place] ?? 0) + grams.length;
    }
  }
  for (let cell = 0; cell < met.length; cell++) {
    const share = (totals[cell % count] ?? 0) / Math.max(1, total);
    const often = (met[cell] ?? 0) + DOUBT * share;
    const ratio = Math.log(often / (share * ((harmless[Math.floor(cell / count)] ?? 0) + DOUBT)));
    met[cell] = Number.isFinite(ratio) ? Math.max(-FARTHEST, Math.min(FARTHEST, ratio)) : 0;
  }
  return met;
}

function worthOf({ origin }: Example): number {
  if (origin === 'twin') return TWIN;
  return isMade(origin) ? 1 : LIFE;
}

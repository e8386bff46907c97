import { pick, type Random } from './random.js';

/** Words with their disguised spellings: `['微信', ['薇信', '威信']]`. */
export type Disguises = readonly (readonly [string, readonly string[]])[];

/** Share of the words with a disguise that a disguised line replaces. */
const REPLACED = 0.6;

/** Writes some words of the line in disguise. Marks and spaces need none: folding takes them away. */
export function disguise(line: string, disguises: Disguises, random: Random): string {
  let disguised = line;
  for (const [word, spellings] of disguises) {
    if (!disguised.includes(word) || random() >= REPLACED) continue;
    disguised = disguised.replaceAll(word, pick(spellings, random) ?? word);
  }
  return disguised;
}

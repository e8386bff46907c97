import { finishHash } from './grams.js';
import type { SoundBuffer } from './sounds.js';

/** A feature of a text and the sounds, first and last, that it spans. */
export type GramVisitor = (hash: number, first: number, last: number) => void;

export const ONE = 0x51ed270b;
const TWO = 0x2545f491;
const THREE = 0x68e31da4;
/** A short message says little, whatever it says: it is weighed as if it held this many features more. */
const SILENT = 20;

/**
 * The features of a text by its sounds: single ones, two at most one apart, three neighbours. In no order: two
 * characters that have changed places say the same.
 */
export function visitSoundGrams(
  { sounds, length }: SoundBuffer,
  hashes: Int32Array,
  visit: GramVisitor,
): void {
  for (let at = 0; at < length; at++) {
    const sound = hashes[sounds[at] ?? 0] ?? 0;
    visit(finishHash(sound ^ ONE), at, at);
    if (at < 1) continue;
    const before = sound + (hashes[sounds[at - 1] ?? 0] ?? 0);
    visit(finishHash(before ^ TWO), at - 1, at);
    if (at < 2) continue;
    const far = hashes[sounds[at - 2] ?? 0] ?? 0;
    visit(finishHash((sound + far) ^ TWO), at - 2, at);
    visit(finishHash((before + far) ^ THREE), at - 2, at);
  }
}

/** How many features a text of so many sounds counts for. */
export function soundGramCount(length: number): number {
  return Math.max(1, SILENT + length + Math.max(0, length - 1) + 2 * Math.max(0, length - 2));
}

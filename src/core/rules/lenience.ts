/**
 * A disguise is itself evidence: hardly anybody takes pains to hide an ordinary sentence. So a judge may stand a little
 * below its threshold on what a disguised text means. In natural logarithms of odds, as the margins of a judge are:
 * it does not depend on how a model was trained.
 */
const FOR_EACH = 0.8;
const MOST = { plain: 1, mended: 2.4 } as const;
/** With fewer signs for its length a text holds them by chance: rare names, neighbours that happen to be a word turned. */
const LENGTH_OF_ONE = 15;

export interface Signs {
  /** Whether what is meant is certain, or only the likelier reading. */
  readonly kind: keyof typeof MOST;
  /** How many places of the text look disguised. */
  readonly signs: number;
}

/** How far below its threshold a judge is believed on the reading of a text of so many units; 0: not at all. */
export function lenienceOf({ kind, signs }: Signs, length: number): number {
  if (signs * LENGTH_OF_ONE < length) return 0;
  return Math.min(MOST[kind], signs * FOR_EACH);
}

/** A text that makes as much better words aloud as this, in natural logarithms for each character, may be written by ear. */
const BETTER_ALOUD = 0.1;
const FOR_BETTER = 15;
export const MOST_ALOUD = 2;

/** How far below its threshold the judge by sounds is believed on a text that gains so much aloud (aloud.ts). */
export function lenienceAloud(gain: number): number {
  return gain < BETTER_ALOUD ? 0 : Math.min(MOST_ALOUD, gain * FOR_BETTER);
}

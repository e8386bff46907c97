import type { Mender } from '../lexicon/mend.js';
import { inOriginal, type Reading, through } from '../lexicon/reading.js';
import type { Finding } from '../model/finding.js';
import type { Signs } from './lenience.js';
import type { RuleTools } from './rule.js';

/** `plain`: what stands for a character is certain. `mended`: it is the likelier reading, so what it shows is suspected. */
export interface Meant extends Signs {
  readonly reading: Reading;
}

/** The readings of a text as it is meant. `nearest`: how near a judge came to holding it for prohibited as written. */
export type ReadMeant = (text: string, nearest: number) => readonly Meant[];

const NONE: readonly Meant[] = [];

/** One sign of a disguise may be chance, unless a judge is not far from its threshold. */
const SURE_SIGNS = 2;
const NEAR = -2;
/** Score of a finding that rests on a reading: never that of something confirmed. */
const HIGHEST = 0.89;

export function makeMeant({ lexicon, mender }: Pick<RuleTools, 'lexicon' | 'mender'>): ReadMeant {
  return (text, nearest) => {
    const plain = lexicon.undisguise(text);
    const read = plain === null ? text : plain.text;
    const mended = mender === null || !looksMendable(mender, read, nearest) ? null : mender.mend(read);
    const certain = plain?.signs ?? 0;
    if (plain === null && mended === null) return NONE;
    const first: readonly Meant[] = plain === null ? [] : [{ kind: 'plain', reading: plain, signs: certain }];
    if (mended === null) return first;
    const reading = plain === null ? mended : through(mended, plain);
    return [...first, { kind: 'mended', reading, signs: certain + (mender?.signs(read) ?? 0) }];
  };
}

/** Asked of every message in which nothing was found: what is cheap comes first. */
function looksMendable(mender: Mender, text: string, nearest: number): boolean {
  if (nearest >= NEAR) return mender.signs(text) > 0;
  return mender.hasRare(text) && mender.signs(text) >= SURE_SIGNS;
}

/** A finding of a reading with its evidence in the original. */
export function placed(finding: Finding, text: string, reading: Reading): Finding {
  const evidence = finding.evidence.map((one) => {
    const span = inOriginal(one, reading);
    return { ...span, text: text.slice(span.start, span.end) };
  });
  return { ...finding, certainty: 'suspected', score: Math.min(finding.score, HIGHEST), evidence };
}

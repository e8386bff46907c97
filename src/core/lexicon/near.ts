import type { HitBuffer } from '../text/hits.js';
import type { Combination, CompiledLexicon } from './compiled.js';
import { standsFree } from './edges.js';
import { allowsLoose } from './evaluate.js';

/** With more hits than this nothing is ruled out: every pair of them would be looked at. */
const MAX_HITS = 48;

/** What is known of a text before it is segmented. */
export interface Glimpse {
  readonly lexicon: CompiledLexicon;
  readonly hits: HitBuffer;
  readonly text: string;
  /** Class → 1: its recognisers may find something in this text. */
  readonly maybe: Uint8Array;
}

/**
 * Whether the words of a combination stand near enough to each other, wherever the segmenter may cut. Wrong only on
 * the safe side: no is no, and spares the segmentation.
 */
export function standNear(combination: Combination, glimpse: Glimpse): boolean {
  const { hits, maybe } = glimpse;
  if (hits.count > MAX_HITS || maybe[combination.parts[0]!] === 1) return true;
  for (let hit = 0; hit < hits.count; hit++) {
    if (isPart(hit, 0, { combination, glimpse }) && isSurrounded(hit, { combination, glimpse })) return true;
  }
  return false;
}

interface Question {
  readonly combination: Combination;
  readonly glimpse: Glimpse;
}

function isSurrounded(trigger: number, question: Question): boolean {
  const { combination, glimpse } = question;
  for (let part = 1; part < combination.parts.length; part++) {
    if (glimpse.maybe[combination.parts[part]!] === 1) continue;
    if (!hasNeighbour(trigger, part, question)) return false;
  }
  return true;
}

function hasNeighbour(trigger: number, part: number, question: Question): boolean {
  const { hits } = question.glimpse;
  const { window } = question.combination.rating;
  for (let hit = 0; hit < hits.count; hit++) {
    // Touching hits are 0 apart, overlapping ones less.
    const far = Math.max(hits.start(hit) - hits.end(trigger), hits.start(trigger) - hits.end(hit));
    if (far >= 0 && far <= window && isPart(hit, part, question)) return true;
  }
  return false;
}

function isPart(hit: number, part: number, { combination, glimpse }: Question): boolean {
  const { lexicon, hits, text } = glimpse;
  const pattern = lexicon.patterns[hits.pattern(hit)];
  return (
    pattern !== undefined &&
    pattern.classes.includes(combination.parts[part]!) &&
    (pattern.kind !== 'support' || allowsLoose(combination)) &&
    standsFree(text, hits.start(hit) - 1, pattern.first) &&
    standsFree(text, hits.end(hit), pattern.last)
  );
}

import type { Category } from '../model/category.js';
import type { Finding } from '../model/finding.js';

/** The rules of conduct, as findings and /为什么 name them. */
export type ConductRule =
  'flood' | 'quiet-hours' | 'harassment' | 'newcomer' | 'duplicate' | 'off-topic' | 'picture' | 'link-policy';

/** What a note of conduct says is the matter; stands as the term of its evidence. */
export interface Ground {
  readonly rule: ConductRule;
  readonly category: Category;
  readonly clause: string;
  readonly term: string;
  readonly score?: number;
  readonly certainty?: Finding['certainty'];
  /** Where it stands in the text, if anywhere. */
  readonly span?: { readonly start: number; readonly end: number; readonly text: string };
}

/** A finding about conduct rather than words: one piece of evidence, whose term says what is the matter. */
export function groundOf(ground: Ground): Finding {
  const { rule, category, clause, term, span } = ground;
  const { start, end, text } = span ?? { start: 0, end: 0, text: '' };
  return {
    rule,
    category,
    certainty: ground.certainty ?? 'suspected',
    clause,
    score: ground.score ?? 0.6,
    evidence: [{ start, end, text, term }],
  };
}

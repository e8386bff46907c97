import { type ContentCategory, CONTENT_CATEGORIES } from '../core/model/category.js';

/**
 * Where an example comes from. `grammar`: expanded from a grammar. `everyday`: a file of harmless messages only, which
 * sets the thresholds. `contrast`: a labelled set, whose harmless rows speak of the same things as its prohibited ones.
 * `twin`: from a grammar of harmless sentences that do so.
 */
type Origin = 'grammar' | 'everyday' | 'contrast' | 'twin';

/** Whether the line was made, not found in life. */
export function isMade(origin: Origin): boolean {
  return origin === 'grammar' || origin === 'twin';
}

/** One text to learn from. `category` null: harmless. */
export interface Example {
  readonly text: string;
  readonly category: ContentCategory | null;
  readonly origin: Origin;
  /** The plain sentence that the line was made of: all its lines say the same. */
  readonly sentence?: string;
}

/** Words that public sets use for our categories. */
const OTHER_WORDS: readonly (readonly [RegExp, ContentCategory])[] = [
  [/^ads$/, 'advertising'],
  [/^porn/, 'pornography'],
  [/^illegal_goods$/, 'illegal-goods'],
  [/^hatred_/, 'hatred'],
  [/^toxic$/, 'insult'],
];

/** The category of a labelled row; undefined where its word is not known and the row cannot teach anything. */
export function categoryOf(label: 0 | 1, word: string | null): ContentCategory | null | undefined {
  if (label === 0) return null;
  const known = CONTENT_CATEGORIES.find((category) => category === word);
  return known ?? OTHER_WORDS.find(([pattern]) => pattern.test(word ?? ''))?.[1];
}

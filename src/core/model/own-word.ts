import type { ContentCategory } from './category.js';
import type { Instant } from './instant.js';

/** A word of a group's own, added by its owner: `word` is looked for, `exception` is what no finding may rest on. */
export interface OwnWord {
  readonly word: string;
  readonly kind: 'word' | 'exception';
  readonly category: ContentCategory;
  readonly by: string;
  readonly at: Instant;
}

import type { ContentCategory } from '../model/category.js';
import type { Matcher } from '../text/matcher.js';
import type { Edge } from './edges.js';
import type { LexiconProblem, Rating } from './format.js';
import type { FindParted } from './parted.js';
import type { Undisguise } from './undisguise.js';

/** A word of the automaton with the classes that it belongs to. */
export interface Pattern {
  readonly word: string;
  /** Symbols after folding. */
  readonly length: number;
  /**
   * `support`: it may look or sound like the word by chance and only backs other signs. `swapped`: its characters are in
   * the wrong order, see swapped.ts.
   */
  readonly kind: 'word' | 'support' | 'swapped';
  readonly classes: readonly number[];
  readonly first: Edge;
  readonly last: Edge;
}

export interface Combination {
  readonly id: number;
  readonly scope: number;
  /** Class ids; the first one is the trigger. One part: every distinct word of the class counts. */
  readonly parts: readonly number[];
  readonly absent: readonly number[];
  readonly rating: Rating;
}

/** What one file says: its category, and which classes hold its harmless phrases and its signs of mere talk. */
export interface Scope {
  readonly category: ContentCategory;
  readonly clause: string;
  readonly exceptions: readonly number[];
  readonly contexts: readonly number[];
}

/** Lexicons made ready for scanning. An empty one matches nothing. */
export interface CompiledLexicon {
  readonly matcher: Matcher;
  /** Finds words by their sound; its pattern `i` is `patterns[echoFrom + i]`. */
  readonly echo: Matcher;
  readonly echoFrom: number;
  readonly parted: FindParted;
  /** Index: the matcher's pattern; from `echoFrom` on those found by sound. */
  readonly patterns: readonly Pattern[];
  /** Class id → recognisers (`网址`) that count as members. */
  readonly entities: readonly (readonly string[])[];
  readonly combinations: readonly Combination[];
  /** Class id → the combinations that it triggers. */
  readonly triggered: readonly (readonly number[])[];
  readonly scopes: readonly Scope[];
  readonly undisguise: Undisguise;
  /** A character that hardly anybody writes → common ones that share a part with it. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  /** For the segmenter's dictionary: words of two or more Han characters. */
  readonly words: readonly string[];
  /** The same as a set, to look tokens up. */
  readonly phrases: ReadonlySet<string>;
  readonly problems: readonly LexiconProblem[];
}

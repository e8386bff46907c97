import type { ContentCategory } from '../model/category.js';
import type { Certainty } from '../model/finding.js';

/**
 * The text format of a lexicon, one file per category (docs/rules/lexicon-format.md):
 *
 *     类别: gambling                 header: category, clauses, defaults
 *     条款: A5, D3§9(二)
 *     [单词]                         words that count by themselves
 *     六合彩特码 | 确认 | 0.95
 *     [赌种]                         any other name: a class of words
 *     百家乐、时时彩
 *     [组合]                         classes that must stand close together
 *     赌种 + 开户 + 联系 | 确认 | 0.95 | 窗口 40
 *     [例外]                         harmless phrases: a hit inside one does not count
 *     [语境]                         signs that the message talks ABOUT it: nothing is confirmed
 */
export interface LexiconSource {
  /** Name shown in problems. */
  readonly file: string;
  readonly text: string;
}

export interface LexiconProblem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** 1-based; 0: the file as a whole. */
  readonly line: number;
  /** Chinese, one sentence: what, and what to do. */
  readonly message: string;
}

/** How an entry counts: how surely, how heavily (0 … 1), and within how many code units (combinations). */
export interface Rating {
  readonly certainty: Certainty;
  readonly weight: number;
  readonly window: number;
}

export interface WordEntry {
  readonly word: string;
  readonly rating: Rating;
  readonly line: number;
}

/** A class of words; `includes` names further classes, `entities` recognisers such as `网址`. */
export interface ClassEntry {
  readonly name: string;
  readonly words: readonly string[];
  readonly includes: readonly string[];
  readonly entities: readonly string[];
  readonly line: number;
}

export interface CombinationPart {
  readonly name: string;
  /** The name is a word itself, not a class. */
  readonly literal: boolean;
  /** The part must NOT occur in the text. */
  readonly absent: boolean;
}

export interface CombinationEntry {
  readonly parts: readonly CombinationPart[];
  readonly rating: Rating;
  readonly line: number;
}

/** One parsed file. `category` is null for shared classes. */
export interface LexiconFile {
  readonly file: string;
  readonly category: ContentCategory | null;
  readonly clause: string;
  readonly words: readonly WordEntry[];
  readonly classes: readonly ClassEntry[];
  readonly combinations: readonly CombinationEntry[];
  readonly exceptions: readonly string[];
  readonly contexts: readonly string[];
  /** False: the shared signs of mere talk do not count here (rumours quote the news). */
  readonly sharedContexts: boolean;
}

/** Header value of the file whose classes every other file may use. */
export const SHARED = '共用';

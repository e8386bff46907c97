import type { Finding } from '../core/model/finding.js';
import type { OwnWord } from '../core/model/own-word.js';
import type { Deps } from './deps.js';

/** Where a word of a list stands in a text. */
export interface WordHit {
  /** Index in the list. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

/** What words of a group's own are found with: the same folding as for the lexicons. */
export interface WordTools {
  readonly compile: (words: readonly string[]) => (text: string) => readonly WordHit[];
  /** Why a word would do harm, in Chinese; null where it is sound. `cards`: the group's member cards. */
  readonly problem: (word: string, cards: readonly string[]) => string | null;
}

/** A group's own words, ready. */
export interface OwnWords {
  readonly words: readonly OwnWord[];
  findings(text: string): readonly Finding[];
  /** Takes out findings that rest on an exception alone. */
  without(findings: readonly Finding[], text: string): readonly Finding[];
}

export const NO_OWN_WORDS: OwnWords = {
  words: [],
  findings: () => [],
  without: (findings) => findings,
};

/** An owner's word asks for a look; it never punishes by itself. */
const SCORE = 0.7;

export function compileOwnWords(tools: Deps['words'], words: readonly OwnWord[]): OwnWords {
  if (words.length === 0) return NO_OWN_WORDS;
  const listed = words.filter(({ kind }) => kind === 'word');
  const scan = tools.compile(listed.map(({ word }) => word));
  const except = tools.compile(words.filter(({ kind }) => kind === 'exception').map(({ word }) => word));
  return {
    words,
    findings: (text) =>
      scan(text).flatMap((hit): readonly Finding[] => {
        const own = listed[hit.word];
        return own === undefined ? [] : [findingOf(own, hit, text)];
      }),
    without(findings, text) {
      const spans = findings.length === 0 ? [] : except(text);
      if (spans.length === 0) return findings;
      return findings.filter(
        ({ evidence }) =>
          evidence.length === 0 ||
          !evidence.every((one) => spans.some(({ start, end }) => start <= one.start && one.end <= end)),
      );
    },
  };
}

function findingOf({ word, category }: OwnWord, { start, end }: WordHit, text: string): Finding {
  return {
    rule: 'own-word',
    category,
    certainty: 'suspected',
    clause: 'EM6(四)',
    score: SCORE,
    evidence: [{ start, end, text: text.slice(start, end), term: word }],
  };
}

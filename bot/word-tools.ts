import type { WordTools } from '../src/app/own-words.js';
import type { KnownWords } from '../src/core/lexicon/lint.js';
import { compileWords, wordProblem } from '../src/core/lexicon/own-word.js';
import { type FoldTable, makeFoldTable } from '../src/core/text/fold.js';
import { readTraditionalPairs } from '../src/lexicon/traditional.js';
import { knownWords } from './cli/lexicon.js';

/** Tables for words of a group's own, made when the first group has one. */
export function createWordTools(): WordTools {
  let table: FoldTable | null = null;
  let known: KnownWords | null = null;
  const fold = (): FoldTable => (table ??= makeFoldTable(readTraditionalPairs()));
  return {
    compile: (words) => (words.length === 0 ? () => [] : compileWords(words, fold())),
    problem(word, cards) {
      known ??= knownWords(null);
      return wordProblem(word, fold(), { ...known, cards });
    },
  };
}

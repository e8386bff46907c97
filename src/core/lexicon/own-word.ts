import { foldText, type FoldTable } from '../text/fold.js';
import { HitBuffer } from '../text/hits.js';
import { compileFolded } from '../text/matcher.js';
import { clashOf, type KnownWords } from './lint.js';

/** Where a word of a list stands: its index, and its place in the original text. */
interface Hit {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 40;

/** Finds words of a short list, folded as the lexicons are. An empty list finds nothing. */
export function compileWords(words: readonly string[], fold: FoldTable): (text: string) => readonly Hit[] {
  if (words.length === 0) return () => [];
  const matcher = compileFolded(words, fold);
  const hits = new HitBuffer();
  return (text) => {
    const count = matcher.scan(text, hits);
    return Array.from({ length: count }, (_, hit) => ({
      word: hits.pattern(hit),
      start: hits.start(hit),
      end: hits.end(hit),
    }));
  };
}

/** Why a word that an owner adds would do harm; null where it is sound. The same questions as the linter asks of a file. */
export function wordProblem(word: string, fold: FoldTable, known: KnownWords): string | null {
  const folded = foldText(word, fold).text;
  if (folded === '') return '折叠之后是空的,永远不会命中';
  if ([...folded].length === 1) return '只有一个字,会误伤';
  if ([...word].length > LONGEST) return `太长了,请不要超过${LONGEST}个字`;
  return clashOf(folded, known);
}

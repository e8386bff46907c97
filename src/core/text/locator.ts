import type { Automaton } from './automaton.js';
import { astralFold, isPairAt, ITSELF, SKIP, type FoldTable } from './fold.js';
import type { HitBuffer } from './hits.js';
import { MAX_GAP } from './reader.js';
import { symbolOf, type Words } from './words.js';

/**
 * Finds where a folded word starts, once the automaton has seen its end, and whether its repeated characters are
 * really there. Runs on hits only.
 */
export interface Locator {
  /**
   * The words of `state` and its failure states whose last character has been read `run` times at `end`. From `plain`
   * on the text is known to be one unit for each character, none repeated.
   */
  words(text: string, end: number, hits: HitBuffer, state: number, run: number, plain: number): void;
  /** The words made of one character, once, that is `symbol` and stands at `start` … `end`. */
  single(start: number, end: number, hits: HitBuffer, symbol: number): void;
  /** The words made of one character, once or repeated, that end at `end`. */
  uniform(text: string, end: number, hits: HitBuffer): void;
}

interface Sources {
  readonly words: Words;
  readonly automaton: Automaton;
  readonly fold: FoldTable;
  readonly classOf: Uint16Array;
}

export function makeLocator(sources: Sources): Locator {
  const { words, automaton } = sources;
  const { cells, pattern, samePattern } = automaton;
  const { runs, starts } = words;
  const lengths = plainLengths(words);
  const reader = new BackReader(sources);
  return {
    words: (text, end, hits, state, run, plain) => {
      // Words of one character (their states hang on the root) are the business of `uniform`.
      for (
        let ending = cells[state + 3]! & -2;
        cells[ending + 1]! > 0;
        ending = cells[cells[ending + 2]! + 3]! & -2
      ) {
        for (let found = pattern[ending >> 2]!; found !== -1; found = samePattern[found]!) {
          if (runs[starts[found + 1]! - 1] !== run) continue;
          const short = end - lengths[found]!;
          const start = short >= plain ? short : reader.startOf(found, text, end);
          if (start >= 0) hits.push(start, end, found);
        }
      }
    },
    single: (start, end, hits, symbol) => {
      for (let found = pattern[symbol]!; found !== -1; found = samePattern[found]!)
        if (runs[starts[found]!] === 1) hits.push(start, end, found);
    },
    uniform: (text, end, hits) => {
      const symbol = reader.back(text, end);
      for (let found = pattern[symbol]!; found !== -1; found = samePattern[found]!) {
        const start = reader.runStart(symbol, runs[starts[found]!]!, text, end);
        if (start >= 0) hits.push(start, end, found);
      }
    },
  };
}

/** Pattern → its characters; far too many where one is repeated, so that it never looks plain. */
function plainLengths({ count, starts, runs }: Words): Int32Array {
  const lengths = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const first = starts[index]!;
    const end = starts[index + 1]!;
    let at = first;
    while (at < end && runs[at] === 1) at++;
    lengths[index] = at === end ? end - first : 0x7fffffff;
  }
  return lengths;
}

/** Reads a text backwards, folded characters only. */
class BackReader {
  readonly #words: Words;
  readonly #fold: FoldTable;
  /** Code unit → class, see reader.ts; characters of no word have symbols of their own. */
  readonly #classOf: Uint16Array;
  /** Where the character last read starts. */
  #start = 0;

  constructor({ words, fold, classOf }: Sources) {
    this.#words = words;
    this.#classOf = classOf;
    this.#fold = fold;
  }

  /** The symbol before `end`, past noise; -1 at the start of the text and where the noise is too long. */
  back(text: string, end: number): number {
    const code = text.charCodeAt(end - 1);
    const nearly = end > 0 ? this.#classOf[code]! : 0xffff;
    // Nearly always: no noise, and no half of a pair.
    if (nearly < 0xfff0 && (code & 0xf800) !== 0xd800) {
      this.#start = end - 1;
      return nearly;
    }
    for (let at = end; at > 0 && end - at <= MAX_GAP; at = this.#start) {
      const char = this.#charBefore(text, at);
      if (char !== SKIP) return symbolOf(this.#words.alphabet, char);
    }
    return -1;
  }

  /** Where pattern `index` that ends at `end` starts; -1 if a character is not repeated as often as it asks. */
  startOf(index: number, text: string, end: number): number {
    const { symbols, runs, starts } = this.#words;
    const first = starts[index]!;
    if (this.#isPlain(index, text, end)) return end - (starts[index + 1]! - first);
    let cell = starts[index + 1]! - 1;
    let seen = 0;
    for (let at = end; ; at = this.#start) {
      const symbol = this.back(text, at);
      if (symbol === symbols[cell]) seen++;
      else if (cell === first || seen < runs[cell]! || symbol !== symbols[cell - 1]) return -1;
      else {
        cell--;
        seen = 1;
      }
      if (cell === first && seen === runs[cell]) return this.#start;
    }
  }

  /** Where the last `count` characters before `end` start, all of them `symbol`; else -1. */
  runStart(symbol: number, count: number, text: string, end: number): number {
    let at = end;
    for (let left = count; left > 0; left--) {
      if (this.back(text, at) !== symbol) return -1;
      at = this.#start;
    }
    return at;
  }

  // Nearly always: one code unit after the other, none repeated, nothing between.
  #isPlain(index: number, text: string, end: number): boolean {
    const { symbols, runs, starts, alphabet } = this.#words;
    let at = end;
    for (let cell = starts[index + 1]! - 1; cell >= starts[index]!; cell--) {
      at--;
      if (at < 0 || runs[cell] !== 1) return false;
      const code = text.charCodeAt(at);
      if ((code & 0xf800) === 0xd800) return false;
      if (alphabet.ofUnit[this.#fold.unit[code]!] !== symbols[cell]) return false;
    }
    return true;
  }

  #charBefore(text: string, end: number): number {
    if (end < 2 || !isPairAt(text, end - 2)) {
      this.#start = end - 1;
      return this.#fold.unit[text.charCodeAt(end - 1)] ?? SKIP;
    }
    this.#start = end - 2;
    const folded = astralFold(this.#fold, text.charCodeAt(end - 2), text.charCodeAt(end - 1));
    return folded === ITSELF ? (text.codePointAt(end - 2) ?? SKIP) : folded;
  }
}

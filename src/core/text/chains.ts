import type { Automaton } from './automaton.js';
import { isPairAt } from './fold.js';
import { HitBuffer } from './hits.js';
import type { Step } from './moves.js';
import { MAX_GAP, type Reader, type ReaderTables } from './reader.js';
import type { Words } from './words.js';

/** Fewer characters than this are not spelt with marks: 赌。博 is two sentences. */
const MIN_LENGTH = 3;

interface Sources {
  readonly words: Words;
  readonly automaton: Automaton;
  readonly reader: ReaderTables;
  readonly read: Reader;
  readonly step: Step;
}

/** Adds the words that are spelt with one mark between all their characters, and keeps the order of a scan. */
export type AddChains = (text: string, hits: HitBuffer) => void;

export function makeChains(sources: Sources): AddChains {
  const found = new HitBuffer();
  const chain = new Chain(sources, found);
  const chars = new CharReader(sources);
  return (text, hits) => {
    found.clear();
    chain.clear(0);
    let mark = 0;
    for (let at = 0; at < text.length;) {
      const width = chars.widthAt(text, at);
      const gap = width === 0 ? 0 : chars.markRun(text, at + width);
      if (width > 0) chain.push(chars.symbol, at, at + width);
      const code = text.charCodeAt(at + width);
      if (gap === 0 || (chain.count > 1 && code !== mark)) {
        chain.search();
        // The character before a change of mark belongs to both chains.
        chain.clear(gap === 0 ? 0 : 1);
      }
      mark = code;
      at += Math.max(1, width) + gap;
    }
    chain.search();
    hits.merge(found);
  };
}

/** Reads what may stand in a chain. */
class CharReader {
  readonly #reader: ReaderTables;
  readonly #read: Reader;
  readonly #marks: number;
  /** The symbol of the character that was last found to have a width. */
  symbol = 0;

  constructor({ words, reader, read }: Sources) {
    this.#reader = reader;
    this.#read = read;
    this.#marks = words.alphabet.marks;
  }

  /** 0: noise, a mark, or half a surrogate pair, which must not find its other half when the marks are gone. */
  widthAt(text: string, at: number): number {
    const code = text.charCodeAt(at);
    const isHalf = (code & 0xf800) === 0xd800;
    if (at >= text.length || (isHalf && !isPairAt(text, at))) return 0;
    const symbol = isHalf ? this.#pairAt(text, at) : this.#reader.classOf[code]!;
    if (symbol < 0 || symbol >= 0xfff0 || (symbol > 0 && symbol <= this.#marks)) return 0;
    this.symbol = symbol;
    return isHalf ? 2 : 1;
  }

  /** How many of the same mark stand at `at` between two characters; 0: none, or too many. */
  markRun(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (at >= text.length || !this.#isMark(code)) return 0;
    let end = at + 1;
    while (end - at <= MAX_GAP && text.charCodeAt(end) === code) end++;
    if (end - at > MAX_GAP || end >= text.length) return 0;
    const { symbol } = this;
    const width = this.widthAt(text, end);
    this.symbol = symbol;
    return width === 0 ? 0 : end - at;
  }

  #isMark(code: number): boolean {
    const symbol = this.#reader.classOf[code]!;
    return symbol > 0 && symbol <= this.#marks;
  }

  // Noise is read together with all the noise behind it: -1, or the wrong place.
  #pairAt(text: string, at: number): number {
    const symbol = this.#read(text, at);
    return this.#reader.scratch[0] === at + 2 ? symbol : -1;
  }
}

/** Characters with nothing but one and the same mark between each two of them: 法。轮。功. */
class Chain {
  readonly #sources: Sources;
  readonly #found: HitBuffer;
  #symbols: Int32Array = new Int32Array(64);
  #starts: Int32Array = new Int32Array(64);
  #ends: Int32Array = new Int32Array(64);
  count = 0;

  constructor(sources: Sources, found: HitBuffer) {
    this.#sources = sources;
    this.#found = found;
  }

  /** Leaves the last `kept` characters. */
  clear(kept: number): void {
    for (let at = 0; at < kept; at++) {
      const from = this.count - kept + at;
      this.#symbols[at] = this.#symbols[from]!;
      this.#starts[at] = this.#starts[from]!;
      this.#ends[at] = this.#ends[from]!;
    }
    this.count = kept;
  }

  push(symbol: number, start: number, end: number): void {
    if (this.count === this.#symbols.length) this.#grow();
    this.#symbols[this.count] = symbol;
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.count++;
  }

  search(): void {
    if (this.count < MIN_LENGTH) return;
    const { automaton, step } = this.#sources;
    let state = 0;
    let before = -1;
    let run = 0;
    for (let at = 0; at < this.count; at++) {
      const symbol = this.#symbols[at]!;
      run = symbol === before ? run + 1 : 1;
      if (run === 1) state = step(state, symbol);
      before = symbol;
      if (automaton.cells[state + 3]! > 1) this.#addWords(state, at, run);
      if (run >= MIN_LENGTH) this.#addRuns(symbol, at, run);
    }
  }

  #addWords(state: number, at: number, run: number): void {
    const { words, automaton } = this.#sources;
    const { cells, pattern, samePattern } = automaton;
    let ending = cells[state + 3]! & -2;
    for (; cells[ending + 1]! > 0; ending = cells[cells[ending + 2]! + 3]! & -2) {
      for (let found = pattern[ending >> 2]!; found !== -1; found = samePattern[found]!) {
        if (words.runs[words.starts[found + 1]! - 1] !== run) continue;
        const start = this.#startOf(found, at);
        if (start >= 0 && this.#lengthOf(found) >= MIN_LENGTH)
          this.#found.push(this.#starts[start]!, this.#ends[at]!, found);
      }
    }
  }

  /** Words of one character, repeated. */
  #addRuns(symbol: number, at: number, run: number): void {
    const { words, automaton } = this.#sources;
    for (let found = automaton.pattern[symbol]!; found !== -1; found = automaton.samePattern[found]!) {
      const asked = words.runs[words.starts[found]!]!;
      if (asked >= MIN_LENGTH && asked <= run)
        this.#found.push(this.#starts[at - asked + 1]!, this.#ends[at]!, found);
    }
  }

  /** Place of the first character of word `index` that ends at place `end`; -1: not repeated as often as it asks. */
  #startOf(index: number, end: number): number {
    const { symbols, runs, starts } = this.#sources.words;
    const first = starts[index]!;
    let cell = starts[index + 1]! - 1;
    let seen = 0;
    for (let at = end; at >= 0; at--) {
      const symbol = this.#symbols[at]!;
      if (symbol === symbols[cell]) seen++;
      else if (cell === first || seen < runs[cell]! || symbol !== symbols[cell - 1]) return -1;
      else {
        cell--;
        seen = 1;
      }
      if (cell === first && seen === runs[cell]) return at;
    }
    return -1;
  }

  /** Folded characters of word `index`. */
  #lengthOf(index: number): number {
    const { runs, starts } = this.#sources.words;
    let length = 0;
    for (let cell = starts[index]!; cell < starts[index + 1]!; cell++) length += runs[cell]!;
    return length;
  }

  #grow(): void {
    this.#symbols = twice(this.#symbols);
    this.#starts = twice(this.#starts);
    this.#ends = twice(this.#ends);
  }
}

function twice(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

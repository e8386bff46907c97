import { astralFold, isPairAt, ITSELF, MARKS, SKIP, type FoldTable } from './fold.js';
import { type Keep, keepNothing } from './keep.js';

/** The patterns as sequences of symbols: dense numbers from 1, the most frequent character first. */
export interface Words {
  readonly count: number;
  /** Symbols of all patterns in a row; pattern `i` is `symbols[starts[i] … starts[i + 1] - 1]`. */
  readonly symbols: Uint16Array;
  readonly starts: Int32Array;
  /** How often each symbol is repeated in its pattern. Exact mode: all 1. */
  readonly runs: Uint16Array;
  readonly alphabet: Alphabet;
}

export interface Alphabet {
  /** Symbols are 1 … size; the first `marks` of them are marks that part words. */
  readonly size: number;
  readonly marks: number;
  /** The largest symbol that a text can be read as: (folded) a few more, for characters of no pattern. */
  readonly reach: number;
  /** (Folded) code unit → symbol; 0: in no pattern. */
  readonly ofUnit: Uint16Array;
  /** Code points above U+FFFF that stand for themselves → symbol. */
  readonly ofPoint: ReadonlyMap<number, number>;
}

const MAX_SYMBOLS = 0xff00;
/** A pattern cannot ask for a longer run of one character than this. */
const MAX_RUN = 0xffff;
/**
 * Folded texts spread the characters of no pattern over so many symbols of no pattern, so that two of them seldom
 * look like one character repeated.
 */
const STRANGERS = 64;

/** Patterns, and characters, between two pauses of a sliced build. */
const PATTERNS = 4096;
const CHARS = 65_536;

/** A growing list of (character, run) cells, pattern after pattern. A character is a code unit or a code point. */
class Cells {
  readonly starts: Int32Array;
  #chars = new Int32Array(1024);
  #runs = new Uint16Array(1024);
  #count = 0;

  constructor(patterns: number) {
    this.starts = new Int32Array(patterns + 1);
  }

  push(char: number): void {
    if (this.#count === this.#chars.length) this.#grow();
    this.#chars[this.#count] = char;
    this.#runs[this.#count] = 1;
    this.#count++;
  }

  /** Repeats the last character of the pattern that began at `start` if it is `char`; else pushes. */
  pushRun(char: number, start: number): void {
    const last = this.#count - 1;
    if (last < start || this.#chars[last] !== char) this.push(char);
    else this.#runs[last] = Math.min(MAX_RUN, (this.#runs[last] ?? 0) + 1);
  }

  get count(): number {
    return this.#count;
  }

  *finish(marks: ReadonlySet<number>, strangers: number): Generator<undefined, Words> {
    const chars = this.#chars.subarray(0, this.#count);
    yield undefined;
    const alphabet = numberChars(chars, marks, strangers);
    const symbols = new Uint16Array(this.#count);
    for (let from = 0; from < chars.length; from += CHARS) {
      yield undefined;
      const to = Math.min(chars.length, from + CHARS);
      for (let at = from; at < to; at++) symbols[at] = symbolOf(alphabet, chars[at]!);
    }
    return {
      count: this.starts.length - 1,
      symbols,
      starts: this.starts,
      runs: this.#runs.slice(0, this.#count),
      alphabet,
    };
  }

  #grow(): void {
    const chars = new Int32Array(this.#chars.length * 2);
    chars.set(this.#chars);
    this.#chars = chars;
    const runs = new Uint16Array(this.#runs.length * 2);
    runs.set(this.#runs);
    this.#runs = runs;
  }
}

/** Code units as they are. Yields between slices. */
export function* encodeExact(
  patterns: readonly string[],
  keep: Keep = keepNothing,
): Generator<undefined, Words> {
  const cells = new Cells(patterns.length);
  keep(cells);
  for (let index = 0; index < patterns.length; index++) {
    if (index % PATTERNS === PATTERNS - 1) yield undefined;
    const pattern = patterns[index]!;
    for (let at = 0; at < pattern.length; at++) cells.push(pattern.charCodeAt(at));
    cells.starts[index + 1] = cells.count;
  }
  return yield* cells.finish(new Set(), 0);
}

/** Folded characters, with equal neighbours drawn together into one cell and its run. Yields between slices. */
export function* encodeFolded(patterns: readonly string[], fold: FoldTable): Generator<undefined, Words> {
  const cells = new Cells(patterns.length);
  for (let index = 0; index < patterns.length; index++) {
    if (index % PATTERNS === PATTERNS - 1) yield undefined;
    pushFolded(cells, patterns[index]!, fold);
    cells.starts[index + 1] = cells.count;
  }
  return yield* cells.finish(MARKS, STRANGERS);
}

function pushFolded(cells: Cells, pattern: string, fold: FoldTable): void {
  const start = cells.count;
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    const pair = (code & 0xfc00) === 0xd800 && isPairAt(pattern, at);
    const char = pair ? foldedPair(pattern, at, fold) : fold.unit[code]!;
    if (char !== SKIP) cells.pushRun(char, start);
    if (pair) at++;
  }
}

/** The folded supplementary character at `at`: a code unit, a code point above U+FFFF, or `SKIP`. */
function foldedPair(text: string, at: number, fold: FoldTable): number {
  const folded = astralFold(fold, text.charCodeAt(at), text.charCodeAt(at + 1));
  return folded === ITSELF ? (text.codePointAt(at) ?? 0) : folded;
}

export function symbolOf(alphabet: Alphabet, char: number): number {
  return (char < 0x10000 ? alphabet.ofUnit[char] : alphabet.ofPoint.get(char)) ?? 0;
}

/** The symbol that a character of a text is read as in folded mode: its own, or one of the strangers'. */
export function readAs(alphabet: Alphabet, char: number): number {
  const symbol = symbolOf(alphabet, char);
  return symbol === 0 ? alphabet.size + 1 + (char % STRANGERS) : symbol;
}

// Marks first, so that one comparison tells them; then the most frequent characters: their states lie together.
function numberChars(chars: Int32Array, marks: ReadonlySet<number>, strangers: number): Alphabet {
  const counts = countChars(chars);
  for (const mark of marks) counts.set(mark, Infinity);
  if (counts.size > MAX_SYMBOLS) throw new RangeError(`more than ${MAX_SYMBOLS} different characters`);
  const sorted = [...counts].sort(([a, often], [b, seldom]) => (often === seldom ? a - b : seldom - often));
  const ofUnit = new Uint16Array(0x10000);
  const ofPoint = new Map<number, number>();
  sorted.forEach(([char], index) => {
    if (char < 0x10000) ofUnit[char] = index + 1;
    else ofPoint.set(char, index + 1);
  });
  return { size: sorted.length, marks: marks.size, reach: sorted.length + strangers, ofUnit, ofPoint };
}

function countChars(chars: Int32Array): Map<number, number> {
  const ofUnit = new Int32Array(0x10000);
  const counts = new Map<number, number>();
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]!;
    if (char < 0x10000) ofUnit[char]!++;
    else counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  for (let unit = 0; unit < ofUnit.length; unit++) if (ofUnit[unit]! > 0) counts.set(unit, ofUnit[unit]!);
  return counts;
}

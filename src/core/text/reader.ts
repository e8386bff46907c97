import { readAs, type Alphabet } from './words.js';
import type { FoldTable } from './fold.js';

/**
 * Classes of code units, for the folded scan: below SPECIAL a symbol; from SPECIAL on the unit needs a second look.
 * NOISE is folded away, HIGH may begin a supplementary character.
 */
const NOISE = 0xfff0;
const HIGH = 0xfff1;

/** The longest run of skipped code units between two characters of one word. */
export const MAX_GAP = 6;

export interface ReaderTables {
  /** Code unit → class. */
  readonly classOf: Uint16Array;
  /** Code unit → symbol after folding. */
  readonly symbolOf: Uint16Array;
  /** Code point - 0x10000 → folded code unit, 0 noise, 0xffff itself; see fold.ts. */
  readonly astral: Uint16Array;
  readonly ofPoint: ReadonlyMap<number, number>;
  /** Shared by the parts of a matcher: 0 index after what was read, 1-3 the last symbols, 4 marks in a chain, 5 steps. */
  readonly scratch: Int32Array;
}

export function makeReaderTables(alphabet: Alphabet, fold: FoldTable): ReaderTables {
  const classOf = new Uint16Array(0x10000);
  const symbols = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const folded = fold.unit[code]!;
    symbols[code] = folded === 0 ? 0 : readAs(alphabet, folded);
    if (folded === 0) classOf[code] = NOISE;
    else if ((code & 0xfc00) === 0xd800) classOf[code] = HIGH;
    else classOf[code] = symbols[code]!;
  }
  return {
    classOf,
    symbolOf: symbols,
    astral: fold.astral,
    ofPoint: alphabet.ofPoint,
    scratch: new Int32Array(6),
  };
}

/** Reads the special unit at `at`: its symbol, or -1 for noise. Leaves the index after it in `scratch[0]`. */
export type Reader = (text: string, at: number) => number;

// Self-contained, as `specialise` asks: the constants above stand in it as literals.
export function makeReader({ classOf, symbolOf, astral, ofPoint, scratch }: ReaderTables): Reader {
  // The code unit that a supplementary character folds to; 0: noise; 0xffff: it stands for itself.
  const foldPair = (point: number): number => {
    if (point >= 0xe0000 && point <= 0xe0fff) return 0;
    return point < 0x30000 ? astral[point - 0x10000]! : 0xffff;
  };
  const noiseAt = (text: string, at: number): number => {
    const kind = at < text.length ? classOf[text.charCodeAt(at)]! : 0;
    if (kind === 0xfff0) return 1;
    if (kind !== 0xfff1) return 0;
    const point = text.codePointAt(at)!;
    return point > 0xffff && foldPair(point) === 0 ? 2 : 0;
  };
  return (text, at) => {
    let next = at;
    for (let width = noiseAt(text, at); width > 0; width = noiseAt(text, next)) next += width;
    if (next > at) {
      scratch[0] = next;
      // Too long a gap parts words like a character of no word.
      return next - at > 6 ? 0 : -1;
    }
    const point = text.codePointAt(at)!;
    scratch[0] = at + (point > 0xffff ? 2 : 1);
    if (point < 0x10000) return symbolOf[point]!;
    const folded = foldPair(point);
    return folded === 0xffff ? (ofPoint.get(point) ?? 0) : symbolOf[folded]!;
  };
}

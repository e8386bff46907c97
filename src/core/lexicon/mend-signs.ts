import type { FoldTable } from '../text/fold.js';
import { MOVED } from './mend-path.js';
import type { MendTables } from './mend.js';
import { COMMON, extendWord, JOINED, NO_WORD, TURNED, WORD_SEED, type WordTable } from './word-table.js';

/** What follows is not looked at: keeps very long texts cheap. */
const MAX_UNITS = 200;
/** Room for the neighbours of the last ones. */
const EDGE = 3;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** The folded characters of a text, 0 for what is none, and which of them look out of place. Reused from text to text. */
export class SignReader {
  readonly units = new Uint16Array(MAX_UNITS + EDGE);
  length = 0;
  readonly #signs = new Uint8Array(MAX_UNITS);
  readonly #rare = new Uint8Array(0x10000);
  readonly #words: WordTable;
  readonly #fold: FoldTable;

  constructor({ alike, words, fold }: MendTables) {
    this.#words = words;
    this.#fold = fold;
    for (const char of alike.keys()) this.#rare[char.charCodeAt(0)] = 1;
  }

  hasRare(text: string): boolean {
    const rare = this.#rare;
    for (let at = 0; at < text.length; at++) if (rare[text.charCodeAt(at)] === 1) return true;
    return false;
  }

  /** Returns how many places look disguised. */
  read(text: string): number {
    this.#fill(text);
    let count = 0;
    const { units, length } = this;
    const signs = this.#signs;
    const rare = this.#rare;
    const { mayTurn, mayPart } = this.#words;
    for (let at = 0; at < length; at++) {
      const unit = units[at]!;
      const isSign =
        unit !== 0 &&
        ((rare[unit] === 1 && !this.#isJoined(at - 1) && !this.#isJoined(at)) ||
          (mayTurn(unit, units[at + 1]!) && this.#isTurned(at)) ||
          (mayPart(unit, units[at + 2]!) && this.#isParted(at)));
      signs[at] = isSign ? 1 : 0;
      if (isSign) count++;
    }
    return count;
  }

  /** The first and the last of the places from `start` to `end` (exclusive) that look disguised; null: none does. */
  signsIn(start: number, end: number): { readonly first: number; readonly last: number } | null {
    const first = this.#signs.indexOf(1, start);
    if (first < 0 || first >= Math.min(end, this.length)) return null;
    return { first, last: this.#signs.lastIndexOf(1, Math.min(end, this.length) - 1) };
  }

  #fill(text: string): void {
    const { unit } = this.#fold;
    const { units } = this;
    const length = Math.min(text.length, MAX_UNITS);
    for (let at = 0; at < length; at++) {
      const folded = unit[text.charCodeAt(at)]!;
      units[at] = folded >= FIRST_HAN && folded <= LAST_HAN ? folded : 0;
    }
    units.fill(0, length, length + EDGE);
    this.length = length;
  }

  /** The character and the next one are a word only the other way round, and neither makes one with its other neighbour. */
  #isTurned(at: number): boolean {
    const first = this.units[at]!;
    const second = this.units[at + 1]!;
    if ((this.#words.pairOf(first, second) & TURNED) === 0) return false;
    return !this.#isJoined(at - 1) && !this.#isJoined(at + 1) && this.#gain(second, first) > 0;
  }

  /** The character and the next but one are a word, and nothing here makes one with its neighbours. */
  #isParted(at: number): boolean {
    const first = this.units[at]!;
    const between = this.units[at + 1]!;
    const last = this.units[at + 2]!;
    if (between === 0 || first === between || between === last || first === last) return false;
    if ((this.#words.pairOf(first, last) & COMMON) === 0) return false;
    for (let near = at - 1; near <= at + 2; near++) if (this.#isJoined(near)) return false;
    return this.#gain(first, last) > 0;
  }

  /** Whether the character and the next one stand side by side in some word. */
  #isJoined(at: number): boolean {
    return at >= 0 && (this.#words.pairOf(this.units[at]!, this.units[at + 1]!) & JOINED) !== 0;
  }

  /** How much less the two cost as a word than by themselves, moving them included; 0: they are none. */
  #gain(first: number, last: number): number {
    const one = extendWord(WORD_SEED, first) | 0;
    const word = this.#words.costOf(extendWord(one, last) | 0);
    if (word === NO_WORD) return 0;
    return this.#words.costOf(one) + this.#words.costOf(extendWord(WORD_SEED, last) | 0) - word - MOVED;
  }
}

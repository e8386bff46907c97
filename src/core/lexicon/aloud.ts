import type { SoundTable } from '../judge/sounds.js';
import {
  type CountedWords,
  extendWord,
  LEAST_TIMES,
  LONGEST_WORD,
  NO_WORD,
  WORD_SEED,
  type WordTable,
} from './word-table.js';

/**
 * Tells whether a text makes better words read aloud than as it is written: 酒式 is no word, and sounds like 就是. Names
 * and slips of the pen do so too, so it is never a reason by itself.
 */
export interface Aloud {
  /** How much likelier the words are that are heard, in natural logarithms for each Chinese character; 0: no likelier. */
  readonly gain: (text: string) => number;
}

export interface AloudTables {
  /** Words of the language, and what each of them costs to read. */
  readonly counted: CountedWords;
  readonly words: WordTable;
  readonly sounds: SoundTable;
}

/** Costs are tenths of a natural logarithm, as in the table of words. */
const TENTHS = 10;
const UNKNOWN = 170;
/** Of hearing a character as another that sounds the same. */
const REPLACED = 25;
/** What follows is not looked at: keeps very long texts cheap. */
const MAX_UNITS = 200;
/** Fewer characters say too little. */
const FEWEST = 5;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const NEVER = 0x7fffffff;

export function makeAloud({ counted, words, sounds }: AloudTables): Aloud {
  const heard = hearWords({ counted, words, sounds });
  const path = new AloudPath({ words, heard, sounds });
  return { gain: (text) => path.gain(text) };
}

/** Hash of the sounds → the word that is heard most often for them. */
type HeardWords = ReadonlyMap<number, string>;

function hearWords({ counted, words, sounds: { unit } }: AloudTables): HeardWords {
  const heard = new Map<number, string>();
  const times = new Map<number, number>();
  for (const [word, count] of counted) {
    if (count < LEAST_TIMES || word.length < 2 || word.length > LONGEST_WORD) continue;
    let known = WORD_SEED;
    let sound = WORD_SEED;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      known = extendWord(known, code) | 0;
      sound = extendWord(sound, unit[code] ?? 0) | 0;
    }
    if (words.costOf(known) === NO_WORD || count <= (times.get(sound) ?? 0)) continue;
    times.set(sound, count);
    heard.set(sound, word);
  }
  return heard;
}

interface PathTables {
  readonly words: WordTable;
  readonly heard: HeardWords;
  readonly sounds: SoundTable;
}

/** The cheapest way to read a run of characters as words, as written and aloud. Reused from text to text. */
class AloudPath {
  readonly #words: WordTable;
  readonly #heard: HeardWords;
  readonly #sounds: SoundTable;
  readonly #units = new Uint16Array(MAX_UNITS);
  readonly #written = new Int32Array(MAX_UNITS + 1);
  readonly #aloud = new Int32Array(MAX_UNITS + 1);

  constructor({ words, heard, sounds }: PathTables) {
    this.#words = words;
    this.#heard = heard;
    this.#sounds = sounds;
  }

  gain(text: string): number {
    const { fold } = this.#sounds;
    let gain = 0;
    let characters = 0;
    let length = 0;
    const end = Math.min(text.length, MAX_UNITS);
    for (let at = 0; at <= end; at++) {
      const unit = at === end ? 0 : (fold.unit[text.charCodeAt(at)] ?? 0);
      if (unit >= FIRST_HAN && unit <= LAST_HAN) this.#units[length++] = unit;
      else if (length > 0) {
        gain += this.#gainOf(length);
        characters += length;
        length = 0;
      }
    }
    return characters < FEWEST ? 0 : gain / characters / TENTHS;
  }

  #gainOf(length: number): number {
    this.#written.fill(NEVER, 1, length + 1);
    this.#aloud.fill(NEVER, 1, length + 1);
    for (let start = 0; start < length; start++) {
      let word = WORD_SEED;
      let sound = WORD_SEED;
      const end = Math.min(length, start + LONGEST_WORD);
      for (let at = start; at < end; at++) {
        const unit = this.#units[at]!;
        word = extendWord(word, unit) | 0;
        sound = extendWord(sound, this.#sounds.unit[unit]!) | 0;
        const known = this.#words.costOf(word);
        const cost = known === NO_WORD && at === start ? UNKNOWN : known;
        if (cost !== NO_WORD) this.#take(start, at + 1, cost);
        if (at > start) this.#hear(start, at + 1, sound);
      }
    }
    return this.#written[length]! - this.#aloud[length]!;
  }

  #take(start: number, end: number, cost: number): void {
    this.#written[end] = Math.min(this.#written[end]!, this.#written[start]! + cost);
    this.#aloud[end] = Math.min(this.#aloud[end]!, this.#aloud[start]! + cost);
  }

  #hear(start: number, end: number, sound: number): void {
    const word = this.#heard.get(sound);
    if (word?.length !== end - start) return;
    let hash = WORD_SEED;
    let cost = 0;
    for (let at = start; at < end; at++) {
      const unit = word.charCodeAt(at - start);
      hash = extendWord(hash, unit) | 0;
      if (unit !== this.#units[at]) cost += REPLACED;
    }
    if (cost > 0)
      this.#aloud[end] = Math.min(this.#aloud[end]!, this.#aloud[start]! + cost + this.#words.costOf(hash));
  }
}

import { astralFold, type FoldTable, isPairAt, ITSELF, SKIP } from '../text/fold.js';
import { finishHash } from './grams.js';
import { makeSpelling, type Spelling } from './spelling.js';

/**
 * How a text sounds: every character is its syllable, whatever character that syllable is written with, and syllables
 * in Latin letters are the same syllables. 傻逼, 煞笔 and shabi read alike.
 */
export interface SoundTable {
  /** Code unit → number of its sound; 0: nothing. Characters without a syllable stand for themselves. */
  readonly unit: Uint16Array;
  /** Number of a sound → its hash, which is the same whatever the numbers are. */
  readonly hashes: Int32Array;
  /** Syllable in Latin letters → number of its sound. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly fold: FoldTable;
  readonly spelling: Spelling;
}

const ZERO = 48;
const NINE = 57;
const LETTER_A = 97;
const LETTERS = 26;
/** Numbers of sounds: the beginning and the end of every message, the Latin letters, half of a surrogate pair. */
const EDGE = 1;
const FIRST_LETTER = 2;
const HALF = 0xffff;
/** Sounds that are read of one message. */
const MAX_SOUNDS = 400;
/** A sound repeated on end is read this often. */
const LONGEST_RUN = 3;

export function makeSoundTable(fold: FoldTable, syllables: ReadonlyMap<string, string>): SoundTable {
  const hashes = [0, finishHash(EDGE) | 0];
  for (let letter = 0; letter < LETTERS; letter++) hashes.push(finishHash(LETTER_A + letter) | 0);
  const numbers = new Map<string, number>();
  for (const syllable of syllables.values()) {
    if (!numbers.has(syllable)) numbers.set(syllable, hashes.push(hashOf(syllable)) - 1);
  }
  const own = new Uint16Array(0x10000);
  for (let letter = 0; letter < LETTERS; letter++) own[LETTER_A + letter] = FIRST_LETTER + letter;
  const unit = fold.unit.map((folded) => {
    if (folded === SKIP) return 0;
    if ((folded & 0xf800) === 0xd800) return HALF;
    const syllable = syllables.get(String.fromCharCode(folded));
    if (syllable !== undefined) return numbers.get(syllable) ?? 0;
    const plain = folded >= ZERO && folded <= NINE ? ZERO : folded;
    return (own[plain] ||= hashes.push(finishHash(plain) | 0) - 1);
  });
  const spelling = makeSpelling(new Set(numbers.keys()));
  return { unit, hashes: Int32Array.from(hashes), numbers, fold, spelling };
}

function hashOf(syllable: string): number {
  let hash = 0;
  for (let at = 0; at < syllable.length; at++) hash = Math.imul(hash, 31) + syllable.charCodeAt(at);
  return finishHash(hash + 0x10000) | 0;
}

/** The sounds of one message with the places that they came from; reused from message to message. */
export class SoundBuffer {
  readonly sounds = new Uint16Array(MAX_SOUNDS + 2);
  readonly starts = new Int32Array(MAX_SOUNDS + 2);
  readonly ends = new Int32Array(MAX_SOUNDS + 2);
  length = 0;

  read(text: string, table: SoundTable): void {
    const { unit } = table;
    this.length = 0;
    this.#push(EDGE, 0, 0);
    let at = 0;
    while (at < text.length && this.length <= MAX_SOUNDS) {
      const sound = unit[text.charCodeAt(at)] ?? 0;
      // Nearly always: a character with a sound of its own.
      if (sound >= FIRST_LETTER + LETTERS && sound !== HALF) {
        this.#push(sound, at, at + 1);
        at++;
      } else if (isLetter(sound)) at = this.#readLatin(text, at, table);
      else if (sound === HALF) at = this.#readPair(text, at, table);
      else {
        if (sound !== 0) this.#push(sound, at, at + 1);
        at++;
      }
    }
    this.#push(EDGE, text.length, text.length);
  }

  #readPair(text: string, at: number, { fold, unit }: SoundTable): number {
    if (!isPairAt(text, at)) return at + 1;
    const folded = astralFold(fold, text.charCodeAt(at), text.charCodeAt(at + 1));
    if (folded !== SKIP && folded !== ITSELF) this.#push(unit[folded] ?? 0, at, at + 2);
    return at + 2;
  }

  /** A run of Latin letters: syllables where it can be read so, letters otherwise. */
  #readLatin(text: string, start: number, { spelling, numbers, unit }: SoundTable): number {
    let letters = '';
    let end = start;
    for (; end < text.length; end++) {
      const sound = unit[text.charCodeAt(end)] ?? 0;
      if (!isLetter(sound)) break;
      letters += String.fromCharCode(LETTER_A + sound - FIRST_LETTER);
    }
    const syllables = spelling(letters);
    let at = start;
    for (const piece of syllables ?? letters) {
      if (this.length > MAX_SOUNDS) break;
      const sound = syllables === null ? unit[piece.charCodeAt(0)] : numbers.get(piece);
      this.#push(sound ?? 0, at, at + piece.length);
      at += piece.length;
    }
    return end;
  }

  #push(sound: number, start: number, end: number): void {
    const { length, sounds } = this;
    if (sounds[length - 1] === sound && isRepeated(sounds, length, sound)) return;
    sounds[length] = sound;
    this.starts[length] = start;
    this.ends[length] = end;
    this.length = length + 1;
  }
}

/** Whether the last sounds are all this one, as many as are read. */
function isRepeated(sounds: Uint16Array, length: number, sound: number): boolean {
  for (let back = 1; back <= LONGEST_RUN; back++) if (sounds[length - back] !== sound) return false;
  return true;
}

function isLetter(sound: number): boolean {
  return sound >= FIRST_LETTER && sound < FIRST_LETTER + LETTERS;
}

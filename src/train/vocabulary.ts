import type { Channel } from '../core/judge/channel.js';
import { type Example, isMade } from './example.js';

/** An n-gram that fewer lines hold teaches nothing but these lines. A line from life counts for more than an expanded one. */
const LEAST = 8;
const FROM_LIFE = 3;
/** All lines made of one sentence together count for no more: what one sentence alone holds would be learned by heart. */
const ONE_SENTENCE = 4;
const COUNTERS = 1 << 24;

/** Examples as rows of feature numbers. Row `i` is `features[offsets[i]] … features[offsets[i + 1] - 1]`. */
export interface Encoded {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** 1 / √(number of n-grams, learned or not). */
  readonly shares: Float64Array;
  /** Feature number → the hash of its n-gram. */
  readonly hashes: readonly number[];
}

/** Numbers the n-grams that several lines hold and writes every line in these numbers. */
export function encode(examples: readonly Example[], channel: Channel): Encoded {
  const counters = countGrams(examples, channel);
  const numbers = new Map<number, number>();
  const features = new IntList();
  const offsets = new Int32Array(examples.length + 1);
  const shares = new Float64Array(examples.length);
  for (const [row, { text }] of examples.entries()) {
    const { hashes, count } = channel.features(text);
    for (const hash of hashes) {
      if (counters[hash >>> 8] === LEAST) features.push(numberOf(hash, numbers));
    }
    offsets[row + 1] = features.length;
    shares[row] = 1 / Math.sqrt(count);
  }
  return { features: features.finish(), offsets, shares, hashes: [...numbers.keys()] };
}

/** Grows as an array does, but past the hundred million numbers at which an array ends. */
class IntList {
  #numbers = new Int32Array(1 << 16);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  finish(): Int32Array {
    return this.#numbers.slice(0, this.length);
  }
}

/** Hash without its last byte → how much the lines that hold the n-gram count for, up to `LEAST`. */
function countGrams(examples: readonly Example[], channel: Channel): Uint8Array {
  const counting = new Counting();
  for (const lines of bySentence(examples)) {
    counting.begin(lines[0]?.sentence === undefined ? LEAST : ONE_SENTENCE);
    for (const { text, origin } of lines)
      counting.add(channel.features(text).hashes, isMade(origin) ? 1 : FROM_LIFE);
  }
  return counting.counters;
}

/** The same rows in these features only, numbered in the order given. */
export function restrict(encoded: Encoded, chosen: readonly number[]): Encoded {
  const numbers = new Int32Array(encoded.hashes.length).fill(-1);
  for (const [number, feature] of chosen.entries()) numbers[feature] = number;
  const features = new IntList();
  const offsets = new Int32Array(encoded.offsets.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const end = encoded.offsets[row + 1] ?? 0;
    for (let at = encoded.offsets[row] ?? 0; at < end; at++) {
      const number = numbers[encoded.features[at] ?? 0] ?? -1;
      if (number >= 0) features.push(number);
    }
    offsets[row + 1] = features.length;
  }
  return {
    features: features.finish(),
    offsets,
    shares: encoded.shares,
    hashes: chosen.map((feature) => encoded.hashes[feature] ?? 0),
  };
}

/** Counts sentence by sentence, each n-gram once a line. */
class Counting {
  readonly counters = new Uint8Array(COUNTERS);
  /** The last line, and the last sentence, that held the n-gram; and for how much it counted in that sentence. */
  readonly #lineOf = new Int32Array(COUNTERS);
  readonly #sentenceOf = new Int32Array(COUNTERS);
  readonly #own = new Uint8Array(COUNTERS);
  #line = 0;
  #sentence = 0;
  #most = LEAST;

  begin(most: number): void {
    this.#sentence++;
    this.#most = most;
  }

  add(hashes: readonly number[], worth: number): void {
    this.#line++;
    for (const hash of hashes) {
      const at = hash >>> 8;
      if (this.#lineOf[at] === this.#line) continue;
      this.#lineOf[at] = this.#line;
      const before = this.#sentenceOf[at] === this.#sentence ? (this.#own[at] ?? 0) : 0;
      const after = Math.min(this.#most, before + worth);
      this.#sentenceOf[at] = this.#sentence;
      this.#own[at] = after;
      this.counters[at] = Math.min(LEAST, (this.counters[at] ?? 0) + after - before);
    }
  }
}

/** The lines of each sentence; one that is of none by itself. */
function bySentence(examples: readonly Example[]): readonly (readonly Example[])[] {
  const sentences = new Map<string, Example[]>();
  const single: Example[][] = [];
  for (const example of examples) {
    const { sentence } = example;
    const known = sentence === undefined ? undefined : sentences.get(sentence);
    if (known !== undefined) known.push(example);
    else if (sentence === undefined) single.push([example]);
    else sentences.set(sentence, [example]);
  }
  return [...single, ...sentences.values()];
}

function numberOf(hash: number, numbers: Map<number, number>): number {
  const known = numbers.get(hash);
  if (known !== undefined) return known;
  numbers.set(hash, numbers.size);
  return numbers.size - 1;
}

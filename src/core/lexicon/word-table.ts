import { standsAnywhere } from './swapped.js';

/** Words are looked up by a hash over their code units, so that none has to be cut out of a text to be asked for. */
export const WORD_SEED = 0x811c9dc5 | 0;

export function extendWord(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) + 0x7f4a7c15;
}

export interface WordTable {
  /** How rare the word is, in tenths of a natural logarithm; `NO_WORD`: it is none. One character alone always has a cost. */
  readonly costOf: (hash: number) => number;
  /** What two neighbours are to each other: bits of `JOINED`, `COMMON` and `TURNED`. */
  readonly pairOf: (first: number, second: number) => number;
  /** Whether two neighbours may be a word of two characters the wrong way round, or one that something parts. Small and quick. */
  readonly mayTurn: PairFilter;
  readonly mayPart: PairFilter;
}

/** Says no, or maybe: a few pairs are let through by chance. */
export type PairFilter = (first: number, second: number) => boolean;

export const NO_WORD = 255;
/** The longest word that is known. */
export const LONGEST_WORD = 4;
/** They stand side by side in a word; in a common one; they do only the other way round. */
export const JOINED = 1;
export const COMMON = 2;
export const TURNED = 4;

/** Words of the language with the times that they were counted in a large corpus. */
export type CountedWords = Iterable<readonly [word: string, times: number]>;

/** A word that was counted less often is no word to read by, but what it joins is joined. */
export const LEAST_TIMES = 100;
export const LEAST_JOINED = 20;
/** Words of the lexicon are read as if they had been counted so often: by themselves they win over nothing ordinary. */
const OWN_TIMES = 300;
const TENTHS = 10;
const HAN = /^[\u4e00-\u9fff]+$/u;
const LOAD = 2;

/** @param own words of the lexicon */
export function makeWordTable(counted: CountedWords, own: readonly string[]): WordTable {
  const times = new Map<string, number>();
  const pairs = makePairTable();
  const join = (word: string, bits: number): void => {
    for (let at = 1; at < word.length; at++) pairs.add(word.charCodeAt(at - 1), word.charCodeAt(at), bits);
  };
  for (const [word, count] of counted) {
    if (count < LEAST_JOINED || word.length > LONGEST_WORD || !HAN.test(word)) continue;
    if (count >= LEAST_TIMES) times.set(word, count);
    join(word, count >= LEAST_TIMES ? JOINED | COMMON : JOINED);
  }
  const total = [...times.values()].reduce((sum, count) => sum + count, 1);
  for (const word of own) {
    if (word.length > LONGEST_WORD || !HAN.test(word)) continue;
    times.set(word, Math.max(times.get(word) ?? 0, OWN_TIMES));
    join(word, JOINED | COMMON);
  }
  turn(times.keys(), pairs);
  const twos = [...times.keys()].filter((word) => word.length === 2);
  const apart = twos.filter((word) => (pairs.bitsOf(word.charCodeAt(1), word.charCodeAt(0)) & JOINED) === 0);
  return {
    costOf: makeCosts(times, total),
    pairOf: pairs.bitsOf,
    mayTurn: makeFilter(apart.map((word) => word.charAt(1) + word.charAt(0))),
    mayPart: makeFilter(
      twos.filter((word) => !Array.from(word).some((char) => standsAnywhere(char.charCodeAt(0)))),
    ),
  };
}

function turn(words: Iterable<string>, pairs: PairTable): void {
  for (const word of words) {
    for (let at = 1; at < word.length; at++) {
      const first = word.charCodeAt(at);
      const second = word.charCodeAt(at - 1);
      if ((pairs.bitsOf(first, second) & JOINED) === 0) pairs.add(first, second, TURNED);
    }
  }
}

const FILTER_BITS = 19;

function makeFilter(pairs: readonly string[]): PairFilter {
  const bits = new Int32Array(1 << (FILTER_BITS - 5));
  const placeOf = (first: number, second: number): number =>
    (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> (32 - FILTER_BITS);
  for (const pair of pairs) {
    const at = placeOf(pair.charCodeAt(0), pair.charCodeAt(1));
    bits[at >>> 5]! |= 1 << (at & 31);
  }
  return (first, second) => {
    const at = placeOf(first, second);
    return ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1;
  };
}

const PAIR_BITS = 19;
const BITS = 3;
const MARKS = 0x1fff;
const ALL = JOINED | COMMON | TURNED;

interface PairTable {
  readonly add: (first: number, second: number, bits: number) => void;
  readonly bitsOf: (first: number, second: number) => number;
}

/** An open hash table: 13 bits of the hash as a mark beside the three of the pair, so that hardly any two are taken for each other. */
function makePairTable(): PairTable {
  const slots = new Uint16Array(1 << PAIR_BITS);
  const placeOf = (hash: number): number => {
    const mark = hash & MARKS;
    let at = hash >>> (32 - PAIR_BITS);
    while (slots[at] !== 0 && slots[at]! >>> BITS !== mark) at = (at + 1) & (slots.length - 1);
    return at;
  };
  return {
    add(first, second, bits) {
      const hash = pairHash(first, second);
      const at = placeOf(hash);
      slots[at] = ((hash & MARKS) << BITS) | (slots[at]! & ALL) | bits;
    },
    bitsOf: (first, second) => slots[placeOf(pairHash(first, second))]! & ALL,
  };
}

function pairHash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

/** An open hash table: whole hashes as keys, so that hardly any two words are taken for each other. */
function makeCosts(times: ReadonlyMap<string, number>, total: number): WordTable['costOf'] {
  const bits = Math.max(1, Math.ceil(Math.log2(times.size + 1)) + LOAD - 1);
  const keys = new Int32Array(1 << bits);
  const costs = new Uint8Array(1 << bits);
  const mask = keys.length - 1;
  const placeOf = (hash: number): number => {
    let at = (hash ^ (hash >>> 15)) & mask;
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  for (const [word, count] of times) {
    const hash = wordHash(word);
    const at = placeOf(hash);
    keys[at] = hash;
    costs[at] = Math.min(NO_WORD - 1, Math.max(1, Math.round(TENTHS * Math.log(total / count))));
  }
  return (hash) => {
    const at = placeOf(hash);
    return keys[at] === 0 ? NO_WORD : costs[at]!;
  };
}

function wordHash(word: string): number {
  let hash = WORD_SEED;
  for (let at = 0; at < word.length; at++) hash = extendWord(hash, word.charCodeAt(at)) | 0;
  return hash;
}

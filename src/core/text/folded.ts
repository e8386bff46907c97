import { type Automaton, makeAutomaton } from './automaton.js';
import { makeChains } from './chains.js';
import { type Filter, makeFilter } from './filter.js';
import type { FoldTable } from './fold.js';
import { type HitBuffer, scanNothing } from './hits.js';
import { makeLocator, type Locator } from './locator.js';
import type { Matcher } from './matcher.js';
import { makeReader, makeReaderTables, type Reader, type ReaderTables } from './reader.js';
import { makeMoves, type Moves } from './moves.js';
import { specialise } from './specialise.js';
import { makeWalk, type Walk } from './walk.js';
import { encodeFolded, type Words } from './words.js';

interface Tables extends Automaton, Filter, ReaderTables {
  /** Symbol → 1: some pattern consists of it alone, once or repeated. */
  readonly uniform: Uint8Array;
  /** The symbols 1 … marks are marks that part words. */
  readonly marks: number;
  readonly read: Reader;
  readonly locate: Locator;
}

/**
 * The first index from `from` on that needs a closer look: the filter fires, a unit is special, a character is repeated
 * or stands between two equal marks; the length of the text: none. Goes on from the last symbols and steps that are
 * given, and leaves in `scratch` those before what it found.
 */
type Hunt = (
  text: string,
  from: number,
  before: number,
  second: number,
  third: number,
  seen: number,
) => number;

/** Takes the closer look at `at`. Returns the index to go on from, with symbols and steps in `scratch`. */
type Meet = (text: string, at: number, hits: HitBuffer) => number;

export function* buildFolded(patterns: readonly string[], fold: FoldTable): Generator<undefined, Matcher> {
  const words = yield* encodeFolded(patterns, fold);
  if (words.symbols.length === 0) return { scan: scanNothing };
  yield undefined;
  const automaton = yield* makeAutomaton(words);
  const filter = yield* makeFilter(words);
  const reader = makeReaderTables(words.alphabet, fold);
  const uniform = findUniform(words);
  yield undefined;
  const read = specialise(makeReader, reader);
  const locate = makeLocator({ words, automaton, fold, classOf: reader.classOf });
  const tables = { ...automaton, ...filter, ...reader, uniform, marks: words.alphabet.marks, read, locate };
  const { begins, step } = makeMoves(automaton);
  const walk = specialise(makeWalk, { ...tables, step });
  const hunt = specialise(makeHunt, tables);
  const meet = specialise(makeMeet, { ...tables, begins, walk });
  const scan = specialise(makeScan, { ...tables, hunt, meet });
  const addChains = makeChains({ words, automaton, reader, read, step });
  return {
    scan: (text, hits) => {
      scan(text, hits);
      if (reader.scratch[4] === 1) addChains(text, hits);
      return hits.count;
    },
  };
}

function findUniform({ count, starts, symbols, alphabet }: Words): Uint8Array {
  const uniform = new Uint8Array(alphabet.reach + 1);
  for (let index = 0; index < count; index++) {
    const first = starts[index]!;
    if (first + 1 === starts[index + 1]) uniform[symbols[first]!] = 1;
  }
  return uniform;
}

// The three are self-contained, as `specialise` asks. The numbers of filter.ts and reader.ts stand in them as literals.
// The loop over the many units that need no closer look calls nothing, so that its machine code is the same whatever
// else a text holds.
function makeHunt({ classOf, pairs, mask, marks, scratch }: Tables): Hunt {
  return (text, from, given, earlier, earliest, steps) => {
    const length = text.length;
    let before = given;
    let second = earlier;
    let third = earliest;
    let seen = steps;
    // One sign of a chain is enough.
    const signs = scratch[4] === 1 ? 0 : marks;
    for (let at = from; at < length; at++) {
      const symbol = classOf[text.charCodeAt(at)]!;
      const step = ((seen << 1) | 0b01001011) & pairs[(Math.imul(before, -1640531527) + symbol) & mask]!;
      if (
        (step & 0b10100101) !== 0 ||
        symbol >= 0xfff0 ||
        symbol === before ||
        (symbol === second && symbol <= signs)
      ) {
        scratch[1] = before;
        scratch[2] = second;
        scratch[3] = third;
        scratch[5] = seen;
        return at;
      }
      third = second;
      second = before;
      before = symbol;
      seen = step;
    }
    return length;
  };
}

function makeScan({ scratch, hunt, meet }: Tables & { readonly hunt: Hunt; readonly meet: Meet }) {
  return (text: string, hits: HitBuffer): number => {
    hits.count = 0;
    scratch[4] = 0;
    const length = text.length;
    let at = hunt(text, 0, 0, 0, 0, 0);
    while (at < length) {
      const next = meet(text, at, hits);
      at = hunt(text, next, scratch[1]!, scratch[2]!, scratch[3]!, scratch[5]!);
    }
    return hits.count;
  };
}

function makeMeet(tables: Tables & Pick<Moves, 'begins'> & { readonly walk: Walk }): Meet {
  const { classOf, pairs, mask, uniform, marks, scratch, read, locate, begins, walk } = tables;
  // One character between two equal marks: perhaps a word spelt with marks, 法。轮。功.
  const lookForChain = (first: number, next: number): void => {
    if (first === next || (pairs[(Math.imul(first, -1640531527) + next) & mask]! & 0b01001011) !== 0)
      scratch[4] = 1;
  };
  return (text, at, hits) => {
    let symbol = classOf[text.charCodeAt(at)]!;
    let next = at + 1;
    if (symbol >= 0xfff0) {
      symbol = read(text, at) | 0;
      next = scratch[0]!;
      if (symbol < 0) return next;
    }
    const before = scratch[1]!;
    if (symbol === before) {
      // A repeated character: as if it stood there once, but for words such as 哈哈.
      if (uniform[symbol] === 1) locate.uniform(text, next, hits);
      return next;
    }
    const step = ((scratch[5]! << 1) | 0b01001011) & pairs[(Math.imul(before, -1640531527) + symbol) & mask]!;
    const second = scratch[2]!;
    if ((step & 0b10100101) !== 0) {
      if (begins(step, symbol, before, second, scratch[3]!)) return walk(text, next, hits, symbol);
      if (uniform[symbol] === 1) locate.single(at, next, hits, symbol);
    }
    if (symbol === second && symbol <= marks) lookForChain(scratch[3]!, before);
    scratch[1] = symbol;
    scratch[2] = before;
    scratch[3] = second;
    scratch[5] = step;
    return next;
  };
}

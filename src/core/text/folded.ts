import { type Automaton, makeAutomaton } from './automaton.js';
import { addChains } from './chains.js';
import { type Filter, makeFilter } from './filter.js';
import type { FoldTable } from './fold.js';
import { type HitBuffer, scanNothing } from './hits.js';
import { makeLocator, type Locator } from './locator.js';
import type { Matcher } from './matcher.js';
import { makeReader, makeReaderTables, type Reader, type ReaderTables } from './reader.js';
import { makeMoves, type Moves } from './moves.js';
import { specialise } from './specialise.js';
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
 * Runs the automaton on from `next`, which is after `symbol`; the three symbols before it are given. Returns the index
 * after the last unit read and leaves the last three symbols in `scratch`; 0: the filter fired for nothing.
 */
type Walk = (
  text: string,
  next: number,
  hits: HitBuffer,
  fired: number,
  symbol: number,
  before: number,
  second: number,
  third: number,
) => number;

export function* buildFolded(patterns: readonly string[], fold: FoldTable): Generator<undefined, Matcher> {
  const words = encodeFolded(patterns, fold);
  if (words.symbols.length === 0) return { scan: scanNothing };
  yield undefined;
  const automaton = yield* makeAutomaton(words);
  const filter = yield* makeFilter(words);
  const reader = makeReaderTables(words.alphabet, fold);
  const uniform = findUniform(words);
  yield undefined;
  const read = specialise(makeReader, reader);
  const locate = makeLocator({ words, automaton, fold });
  const tables = { ...automaton, ...filter, ...reader, uniform, marks: words.alphabet.marks, read, locate };
  const scan = specialise(makeScan, {
    ...tables,
    walk: specialise(makeWalk, { ...tables, ...makeMoves(automaton) }),
  });
  return {
    scan: (text, hits) => {
      reader.scratch[4] = 0;
      scan(text, hits);
      if (reader.scratch[4] === 1) addChains({ scan, fold, words }, text, hits);
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

// Self-contained, as `specialise` asks. The numbers of filter.ts and reader.ts stand in it as literals.
function makeScan(tables: Tables & { walk: Walk }) {
  const { classOf, pairs, mask, uniform, marks, scratch, read, locate, walk } = tables;
  const spelt = (first: number, next: number): void => {
    if (first === next || (pairs[(Math.imul(first, 40503) + next) & mask]! & 0b1011) !== 0) scratch[4] = 1;
  };
  return (text: string, hits: HitBuffer): number => {
    hits.count = 0;
    const length = text.length;
    let third = 0;
    let second = 0;
    let before = 0;
    let seen = 0;
    for (let at = 0; at < length;) {
      let symbol = classOf[text.charCodeAt(at)]!;
      if (symbol < 0xfff0) at++;
      else {
        symbol = read(text, at) | 0;
        at = scratch[0]!;
        if (symbol < 0) continue;
      }
      if (symbol === before) {
        // A repeated character: as if it stood there once, but for words such as 哈哈.
        if (uniform[symbol] === 1) locate.uniform(text, at, hits);
        continue;
      }
      const step = ((seen << 1) | 0b001011) & pairs[(Math.imul(before, 40503) + symbol) & mask]!;
      if ((step & 0b100101) !== 0) {
        const next = walk(text, at, hits, step, symbol, before, second, third) | 0;
        if (next > 0) {
          at = next;
          before = scratch[1]!;
          second = scratch[2]!;
          third = scratch[3]!;
          // The walk may have left in the middle of any word's first three characters.
          seen = 0xff;
          continue;
        }
      }
      // One character between two equal marks: perhaps a word spelt with marks, 法。轮。功.
      if (symbol === second && symbol <= marks) spelt(third, before);
      third = second;
      second = before;
      before = symbol;
      seen = step;
    }
    return hits.count;
  };
}

function makeWalk(tables: Tables & Moves): Walk {
  const { cells, classOf, uniform, marks, scratch, read, locate, begins, step } = tables;
  return (text, next, hits, fired, first, given, earlier, earliest) => {
    if (!begins(fired, first, given, earlier, earliest)) return 0;
    const length = text.length;
    let symbol = first;
    let before = given;
    let second = earlier;
    let third = earliest;
    let at = next;
    let state = step(step(step(0, third), second), before);
    for (let run = 0; ;) {
      if (symbol === before) run++;
      else {
        run = 1;
        state = step(state, symbol);
        if (symbol === second && symbol <= marks) scratch[4] = 1;
        third = second;
        second = before;
        before = symbol;
      }
      const ending = cells[state + 3]!;
      if (ending > 1) locate.words(text, at, hits, state, run);
      if (uniform[symbol] === 1) locate.uniform(text, at, hits);
      if ((ending & 1) === 0) break;
      do {
        if (at >= length) return at;
        symbol = classOf[text.charCodeAt(at)]!;
        if (symbol < 0xfff0) at++;
        else {
          symbol = read(text, at) | 0;
          at = scratch[0]!;
        }
      } while (symbol < 0);
    }
    scratch[1] = before;
    scratch[2] = second;
    scratch[3] = third;
    return at;
  };
}

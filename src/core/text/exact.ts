import { type Automaton, makeAutomaton } from './automaton.js';
import { type Filter, makeFilter } from './filter.js';
import { type HitBuffer, scanNothing } from './hits.js';
import { type Keep, keepNothing } from './keep.js';
import type { Matcher } from './matcher.js';
import { makeMoves, type Moves } from './moves.js';
import { specialise } from './specialise.js';
import { encodeExact } from './words.js';

interface Tables extends Automaton, Filter {
  /** Code unit → symbol; 0: in no pattern. */
  readonly symbolOf: Uint16Array;
  /** Pattern → code units. */
  readonly lengths: Int32Array;
  /** One cell: the steps that the filter has seen, see filter.ts. */
  readonly fired: Int32Array;
}

/** The first index from `from` on where the filter fires; the length of the text: nowhere. Leaves `fired` as it was there. */
type Hunt = (text: string, from: number, before: number, seen: number) => number;

/**
 * Looks whether a word, or the first four units of one, really ends at `at`, and if so runs the automaton on. Returns
 * the index after the last unit read, and in `fired` what the filter goes on with.
 */
type Meet = (text: string, at: number, hits: HitBuffer) => number;

export function* buildExact(
  patterns: readonly string[],
  keep: Keep = keepNothing,
): Generator<undefined, Matcher> {
  const words = yield* encodeExact(patterns, keep);
  keep(words);
  if (words.symbols.length === 0) return { scan: scanNothing };
  yield undefined;
  const automaton = yield* makeAutomaton(words, keep);
  const filter = yield* makeFilter(words);
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length);
  const fired = new Int32Array(1);
  const tables = { ...automaton, ...filter, symbolOf: words.alphabet.ofUnit, lengths, fired };
  const hunt = specialise(makeHunt, tables);
  const meet = specialise(makeMeet, { ...tables, ...makeMoves(automaton) });
  return { scan: specialise(makeScan, { ...tables, hunt, meet }) };
}

// The three are self-contained, as `specialise` asks. The numbers of filter.ts stand in them as literals.
// The loop over the many units that end no word calls nothing, so that its machine code is the same whatever else a
// text holds.
function makeHunt({ symbolOf, pairs, mask, fired }: Tables): Hunt {
  return (text, from, given, seenBefore) => {
    const length = text.length;
    let before = given;
    let seen = seenBefore;
    for (let at = from; at < length; at++) {
      const symbol = symbolOf[text.charCodeAt(at)]!;
      seen = ((seen << 1) | 0b01001011) & pairs[(Math.imul(before, -1640531527) + symbol) & mask]!;
      if ((seen & 0b10100101) !== 0) {
        fired[0] = seen;
        return at;
      }
      before = symbol;
    }
    return length;
  };
}

function makeScan(tables: Tables & { readonly hunt: Hunt; readonly meet: Meet }): Matcher['scan'] {
  const { symbolOf, fired, hunt, meet } = tables;
  return (text, hits) => {
    hits.count = 0;
    const length = text.length;
    let next = 0;
    let before = 0;
    fired[0] = 0;
    while (next < length) {
      const at = hunt(text, next, before, fired[0]);
      if (at === length) break;
      next = meet(text, at, hits);
      before = symbolOf[text.charCodeAt(next - 1)]!;
    }
    return hits.count;
  };
}

function makeMeet(tables: Tables & Moves): Meet {
  const { cells, symbolOf, pattern, samePattern, lengths, fired, begins, step } = tables;
  const emit = (state: number, end: number, hits: HitBuffer): void => {
    for (let ending = cells[state + 3]! & -2; ending !== 0; ending = cells[cells[ending + 2]! + 3]! & -2) {
      for (let found = pattern[ending >> 2]!; found !== -1; found = samePattern[found]!)
        hits.push(end - lengths[found]!, end, found);
    }
  };
  // The root's children lie where their symbols say.
  const isWord = (symbol: number): boolean => cells[symbol * 4 + 1] === 0 && cells[symbol * 4 + 3]! > 1;
  const symbolAt = (text: string, at: number): number => (at < 0 ? 0 : symbolOf[text.charCodeAt(at)]!);
  return (text, from, hits) => {
    const third = symbolAt(text, from - 3);
    const second = symbolAt(text, from - 2);
    const before = symbolAt(text, from - 1);
    const symbol = symbolAt(text, from);
    if (!begins(fired[0]!, symbol, before, second, third) && !isWord(symbol)) return from + 1;
    const length = text.length;
    let state = step(step(step(0, third), second), before);
    let calm = 0;
    for (let at = from; at < length; at++) {
      state = step(state, symbolOf[text.charCodeAt(at)]!);
      const ending = cells[state + 3]!;
      if (ending > 1) emit(state, at + 1, hits);
      // Near the root for a while: text full of words would else pay for the way out and in again at each.
      calm = (ending & 1) === 0 ? calm + 1 : 0;
      if (calm === 2) {
        // No word has got further than its first unit.
        fired[0] = 0;
        return at + 1;
      }
    }
    return length;
  };
}

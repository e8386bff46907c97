import { type Automaton, makeAutomaton } from './automaton.js';
import { type Filter, makeFilter } from './filter.js';
import { type HitBuffer, scanNothing } from './hits.js';
import type { Matcher } from './matcher.js';
import { makeMoves, type Moves } from './moves.js';
import { specialise } from './specialise.js';
import { encodeExact } from './words.js';

interface Tables extends Automaton, Filter {
  /** Code unit → symbol; 0: in no pattern. */
  readonly symbolOf: Uint16Array;
  /** Pattern → code units. */
  readonly lengths: Int32Array;
}

/** Runs the automaton on from `at`. Returns the index after the last unit read; 0: the filter fired for nothing. */
type Walk = (text: string, at: number, hits: HitBuffer, fired: number) => number;

export function* buildExact(patterns: readonly string[]): Generator<undefined, Matcher> {
  const words = encodeExact(patterns);
  if (words.symbols.length === 0) return { scan: scanNothing };
  yield undefined;
  const automaton = yield* makeAutomaton(words);
  const filter = yield* makeFilter(words);
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length);
  const tables = { ...automaton, ...filter, symbolOf: words.alphabet.ofUnit, lengths };
  const walk = specialise(makeWalk, { ...tables, ...makeMoves(automaton) });
  return { scan: specialise(makeScan, { ...tables, walk }) };
}

// Self-contained, as `specialise` asks. The numbers of the filter stand in it as literals: see filter.ts.
function makeScan({ symbolOf, pairs, mask, walk }: Tables & { readonly walk: Walk }): Matcher['scan'] {
  return (text, hits) => {
    hits.count = 0;
    const length = text.length;
    let before = 0;
    let seen = 0;
    for (let at = 0; at < length; at++) {
      const symbol = symbolOf[text.charCodeAt(at)]!;
      seen = ((seen << 1) | 0b001011) & pairs[(Math.imul(before, 40503) + symbol) & mask]!;
      before = symbol;
      if ((seen & 0b100101) === 0) continue;
      const next = walk(text, at, hits, seen) | 0;
      if (next === 0) continue;
      at = next - 1;
      before = symbolOf[text.charCodeAt(at)]!;
      // The walk may have left in the middle of any word's first three units.
      seen = 0xff;
    }
    return hits.count;
  };
}

function makeWalk(tables: Tables & Moves): Walk {
  const { cells, symbolOf, pattern, samePattern, lengths, begins, step } = tables;
  const emit = (state: number, end: number, hits: HitBuffer): void => {
    for (let ending = cells[state + 3]! & -2; ending !== 0; ending = cells[cells[ending + 2]! + 3]! & -2) {
      for (let found = pattern[ending >> 2]!; found !== -1; found = samePattern[found]!)
        hits.push(end - lengths[found]!, end, found);
    }
  };
  const symbolAt = (text: string, at: number): number => (at < 0 ? 0 : symbolOf[text.charCodeAt(at)]!);
  return (text, from, hits, fired) => {
    const third = symbolAt(text, from - 3);
    const second = symbolAt(text, from - 2);
    const before = symbolAt(text, from - 1);
    if (!begins(fired, symbolAt(text, from), before, second, third)) return 0;
    let state = step(step(step(0, third), second), before);
    for (let at = from; at < text.length; at++) {
      state = step(state, symbolOf[text.charCodeAt(at)]!);
      const ending = cells[state + 3]!;
      if (ending > 1) emit(state, at + 1, hits);
      if ((ending & 1) === 0) return at + 1;
    }
    return text.length;
  };
}

import type { Automaton } from './automaton.js';
import type { HitBuffer } from './hits.js';
import type { Locator } from './locator.js';
import type { Step } from './moves.js';
import type { Reader, ReaderTables } from './reader.js';

interface Tables extends Automaton, ReaderTables {
  /** Symbol → 1: some pattern consists of it alone, once or repeated. */
  readonly uniform: Uint8Array;
  readonly marks: number;
  readonly read: Reader;
  readonly locate: Locator;
  readonly step: Step;
}

/**
 * Runs the automaton on from `next`, which is after `symbol`, until it is back near its root. Returns the index after
 * the last unit read, with symbols and steps in `scratch`.
 */
export type Walk = (text: string, next: number, hits: HitBuffer, symbol: number) => number;

// Self-contained, as `specialise` asks. The numbers of reader.ts stand in it as literals.
export function makeWalk(tables: Tables): Walk {
  const { cells, classOf, uniform, marks, scratch, read, locate, step } = tables;
  return (text, from, hits, first) => {
    let before = scratch[1]!;
    let second = scratch[2]!;
    let third = scratch[3]!;
    let symbol = first;
    let at = from;
    // From here on the text is one unit for each character, none repeated.
    let plain = at;
    let state = step(step(step(0, third), second), before);
    let calm = 0;
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
      if (ending > 1) locate.words(text, at, hits, state, run, plain);
      if (uniform[symbol] === 1) locate.uniform(text, at, hits);
      // Near the root for a while: text full of words would else pay for the way out and in again at each.
      calm = (ending & 1) === 0 ? calm + 1 : 0;
      if (calm === 2) break;
      for (symbol = -1; symbol < 0;) {
        if (at >= text.length) return at;
        symbol = classOf[text.charCodeAt(at)]!;
        if (symbol === before) plain = at;
        at++;
        if (symbol < 0xfff0) continue;
        symbol = read(text, at - 1) | 0;
        plain = at = scratch[0]!;
      }
    }
    scratch[1] = before;
    scratch[2] = second;
    scratch[3] = third;
    // No word has got further than its first character.
    scratch[5] = 0;
    return at;
  };
}

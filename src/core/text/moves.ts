import type { Automaton } from './automaton.js';
import { specialise } from './specialise.js';

/** The two ways to move through an automaton. */
export interface Moves {
  readonly begins: Begins;
  readonly step: Step;
}

/** Whether a word of two or three symbols, or the first four of one, ends in `symbol` as the filter's `fired` bits say. */
type Begins = (fired: number, symbol: number, before: number, second: number, third: number) => boolean;

/** The state after reading `symbol` in `state`. */
export type Step = (state: number, symbol: number) => number;

export function makeMoves(automaton: Automaton): Moves {
  return { begins: specialise(makeBegins, automaton), step: specialise(makeStep, automaton) };
}

// Both are self-contained, as `specialise` asks. The bits are those of filter.ts.
function makeBegins({ cells }: Automaton): Begins {
  // -1: no such state.
  const to = (state: number, symbol: number): number => {
    if (state < 0) return -1;
    const next = cells[state]! + symbol * 4;
    return cells[next + 1] === state ? next : -1;
  };
  const isWord = (state: number): boolean => state > 0 && cells[state + 3]! > 1;
  return (fired, symbol, before, second, third) =>
    ((fired & 0b000001) !== 0 && isWord(to(to(0, before), symbol))) ||
    ((fired & 0b10000100) !== 0 && isWord(to(to(to(0, second), before), symbol))) ||
    ((fired & 0b100000) !== 0 && to(to(to(to(0, third), second), before), symbol) > 0);
}

function makeStep({ cells }: Automaton): Step {
  return (from, symbol) => {
    let state = from;
    while (cells[cells[state]! + symbol * 4 + 1] !== state && state !== 0) state = cells[state + 2]!;
    const next = cells[state]! + symbol * 4;
    return cells[next + 1] === state ? next : 0;
  };
}

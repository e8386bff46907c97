import type { MendedRun, MendTables } from './mend.js';
import { COMMON, extendWord, LONGEST_WORD, NO_WORD, WORD_SEED, type WordTable } from './word-table.js';

/** Costs are tenths of a natural logarithm, as in the table of words. */
const UNKNOWN = 170;
/** Of reading a character as another. */
const REPLACED = 50;
/** Of reading characters in another order. */
export const MOVED = 30;
/** More of a word than this is not guessed. */
const MOST_REPLACED = 2;
const NEVER = 0x7fffffff;
/** The orders that are tried of so many neighbours: one or two of them have moved by one or two places. */
const ORDERS: readonly (readonly number[])[] = [
  [1, 0],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
  [0, 2, 1, 3],
  [1, 0, 3, 2],
  [2, 0, 1, 3],
  [2, 3, 0, 1],
  [0, 2, 3, 1],
  [0, 3, 1, 2],
];

/** How far apart characters were that come together in one of the orders. */
const DISTANCES: readonly number[] = [-3, -2, -1, 2, 3];

/** Some characters read otherwise than they are written. */
interface Step {
  readonly chars: readonly (string | null)[];
  readonly from: readonly number[];
}

/** The cheapest way to read a run of characters as words, moved and replaced ones included. Reused from run to run. */
export class MendPath {
  readonly #words: WordTable;
  readonly #alike: ReadonlyMap<number, readonly string[]>;
  readonly #best: number[] = [];
  readonly #back: number[] = [];
  readonly #steps: (Step | null)[] = [];
  /** Which of the characters at `DISTANCES` from here would make a common word after this one: a bit for each. */
  readonly #partners: number[] = [];
  readonly #isRare = new Uint8Array(0x10000);
  #units: Uint16Array = new Uint16Array();
  #end = 0;

  constructor({ words, alike }: MendTables) {
    this.#words = words;
    this.#alike = new Map(Array.from(alike, ([char, others]) => [char.charCodeAt(0), others]));
    for (const unit of this.#alike.keys()) this.#isRare[unit] = 1;
  }

  /** @returns null: as it is written */
  read(units: Uint16Array, start: number, end: number): MendedRun | null {
    this.#units = units;
    this.#end = end;
    for (let at = start; at <= end; at++) this.#best[at] = at === start ? 0 : NEVER;
    for (let at = start; at < end; at++) this.#partners[at] = this.#partnersOf(at, start);
    for (let at = start; at < end; at++) {
      this.#written(at);
      if (this.#isRare[units[at]!] === 1 || this.#rareAhead(at))
        this.#replaced({ start: at, at, hash: WORD_SEED, chars: [], count: 0 });
      for (const order of ORDERS)
        if (at + order.length <= end && this.#makesWord(at, order)) this.#moved(at, order);
    }
    return this.#trace(start, end);
  }

  #take(start: number, end: number, { cost, step }: { cost: number; step: Step | null }): void {
    const sum = (this.#best[start] ?? NEVER) + cost;
    if (sum >= (this.#best[end] ?? NEVER)) return;
    this.#best[end] = sum;
    this.#back[end] = start;
    this.#steps[end] = step;
  }

  #written(start: number): void {
    let hash = WORD_SEED;
    const end = Math.min(this.#end, start + LONGEST_WORD);
    for (let at = start; at < end; at++) {
      hash = extendWord(hash, this.#units[at] ?? 0) | 0;
      const cost = this.#words.costOf(hash);
      if (cost !== NO_WORD) this.#take(start, at + 1, { cost, step: null });
      else if (at === start) this.#take(start, at + 1, { cost: UNKNOWN, step: null });
    }
  }

  #replaced(word: Replacing): void {
    const { start, at, hash, chars, count } = word;
    if (at === this.#end || chars.length === LONGEST_WORD) return;
    const unit = this.#units[at] ?? 0;
    const next = (code: number, char: string | null): void => {
      const more = {
        start,
        at: at + 1,
        hash: extendWord(hash, code) | 0,
        chars: [...chars, char],
        count: char === null ? count : count + 1,
      };
      if (more.count > 0 && more.chars.length > 1) this.#takeReplaced(more);
      this.#replaced(more);
    };
    if (count > 0 || this.#rareAhead(at)) next(unit, null);
    if (count < MOST_REPLACED)
      for (const other of this.#alike.get(unit) ?? []) next(other.charCodeAt(0), other);
  }

  #rareAhead(at: number): boolean {
    const end = Math.min(this.#end, at + LONGEST_WORD);
    for (let ahead = at + 1; ahead < end; ahead++) if (this.#isRare[this.#units[ahead]!] === 1) return true;
    return false;
  }

  #takeReplaced({ start, at, hash, chars, count }: Replacing): void {
    const cost = this.#words.costOf(hash);
    if (cost === NO_WORD) return;
    const from = chars.map((_, offset) => start + offset);
    this.#take(start, at, { cost: cost + count * REPLACED, step: { chars, from } });
  }

  #moved(start: number, order: readonly number[]): void {
    // Of two orders that read as well the one that moves less.
    const cost = this.#costInOrder(start, order) + MOVED + order.length - 2;
    if (cost >= this.#costInOrder(start, AS_WRITTEN.slice(0, order.length))) return;
    const step = { chars: order.map(() => null), from: order.map((offset) => start + offset) };
    this.#take(start, start + order.length, { cost, step });
  }

  #partnersOf(at: number, start: number): number {
    let partners = 0;
    for (const [bit, distance] of DISTANCES.entries()) {
      const other = at + distance;
      if (other < start || other >= this.#end) continue;
      if ((this.#words.pairOf(this.#units[at]!, this.#units[other]!) & COMMON) !== 0) partners |= 1 << bit;
    }
    return partners;
  }

  /** Whether neighbours come together that stand together in common words. */
  #makesWord(start: number, order: readonly number[]): boolean {
    for (let at = 1; at < order.length; at++) {
      const first = order[at - 1]!;
      const bit = DISTANCES.indexOf(order[at]! - first);
      if (bit >= 0 && (this.#partners[start + first]! & (1 << bit)) !== 0) return true;
    }
    return false;
  }

  #costInOrder(start: number, order: readonly number[]): number {
    const best = [0, NEVER, NEVER, NEVER, NEVER];
    for (let first = 0; first < order.length; first++) {
      let hash = WORD_SEED;
      for (let last = first; last < order.length; last++) {
        hash = extendWord(hash, this.#units[start + order[last]!]!) | 0;
        const known = this.#words.costOf(hash);
        const cost = known === NO_WORD && last === first ? UNKNOWN : known;
        if (cost !== NO_WORD) best[last + 1] = Math.min(best[last + 1]!, best[first]! + cost);
      }
    }
    return best[order.length]!;
  }

  #trace(start: number, end: number): MendedRun | null {
    const chars: (string | null)[] = [];
    const from: number[] = [];
    let isMended = false;
    for (let at = end; at > start; at = this.#back[at] ?? start) {
      const first = this.#back[at] ?? start;
      const step = this.#steps[at] ?? null;
      if (step !== null) isMended = true;
      for (let offset = at - first - 1; offset >= 0; offset--) {
        chars.push(step?.chars[offset] ?? null);
        from.push(step?.from[offset] ?? first + offset);
      }
    }
    return isMended ? { start, chars: chars.reverse(), from: from.reverse() } : null;
  }
}

const AS_WRITTEN = [0, 1, 2, 3];

interface Replacing {
  readonly start: number;
  readonly at: number;
  readonly hash: number;
  readonly chars: readonly (string | null)[];
  readonly count: number;
}

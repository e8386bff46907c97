import { type Keep, keepNothing } from './keep.js';
import type { Trie } from './trie.js';

/** Where each node of a trie lies in the double array: its record and the offset of its children's records. */
export interface Placement {
  readonly base: Int32Array;
  readonly slot: Int32Array;
  /** Records, long enough that every base plus every symbol stays inside. */
  readonly slots: number;
}

/** Children between two pauses: about a millisecond. */
const SLICE = 1024;
/** A node that had to look so far moves the place where the next ones of as many children begin to look. */
const PATIENCE = 48;
/** At so many children the search begins at the front again: few find room where more did not, and dense arrays are fast. */
const AGAIN = [32, 12, 5, 4, 3, 2];

/** Yields between slices. The root's base is 0, so that its child by symbol `c` is record `c`. */
export function* placeNodes(
  trie: Trie,
  symbols: number,
  keep: Keep = keepNothing,
): Generator<undefined, Placement> {
  const order = manyChildrenFirst(trie);
  const placer = new Placer(trie, symbols);
  keep(placer);
  placer.place(0);
  let work = SLICE;
  for (let at = 0; at < order.length; at++) {
    if (work >= SLICE) {
      yield undefined;
      work = 0;
    }
    work += trie.children[order[at]!]! + 1;
    if (order[at] !== 0) placer.place(order[at]!);
  }
  return placer.finish();
}

// Nodes of one child, nearly all of them, then fill the holes that the others left.
function manyChildrenFirst({ nodes, children }: Trie): Int32Array {
  let most = 0;
  for (let node = 0; node < nodes; node++) if (children[node]! > most) most = children[node]!;
  const starts = new Int32Array(most + 2);
  for (let node = 0; node < nodes; node++) starts[most - children[node]! + 1]!++;
  for (let rank = 0; rank <= most; rank++) starts[rank + 1]! += starts[rank]!;
  const leaves = nodes - starts[most]!;
  const order = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) order[starts[most - children[node]!]!++] = node;
  return order.subarray(0, nodes - leaves);
}

class Placer {
  readonly #trie: Trie;
  readonly #symbols: number;
  readonly #base: Int32Array;
  readonly #slot: Int32Array;
  readonly #free: FreeSlots;
  #cursor = 1;
  /** Children of the nodes being placed; never more than of those before. */
  #children = Infinity;
  /** The first free record at or after symbol `c`'s own number is looked for from here, for nodes of one child. */
  #hole = 1;
  #high: number;
  #end = 1;

  constructor(trie: Trie, symbols: number) {
    this.#trie = trie;
    this.#symbols = symbols;
    this.#base = new Int32Array(trie.nodes);
    this.#slot = new Int32Array(trie.nodes);
    this.#free = new FreeSlots(trie.nodes * 2 + symbols * 2 + 64);
    this.#high = symbols + 1;
  }

  place(node: number): void {
    const { firstChild, sibling, symbol } = this.#trie;
    const first = firstChild[node]!;
    if (first === 0) return;
    const only = sibling[first] === 0;
    const base = node === 0 ? 0 : only ? this.#findHole(symbol[first]!) : this.#fit(first);
    this.#base[node] = base;
    for (let child = first; child !== 0; child = sibling[child]!) {
      const slot = base + symbol[child]!;
      this.#free.take(slot);
      this.#slot[child] = slot;
      if (slot >= this.#end) this.#end = slot + 1;
    }
  }

  finish(): Placement {
    return { base: this.#base, slot: this.#slot, slots: this.#end + this.#symbols + 1 };
  }

  #fit(first: number): number {
    const symbol = this.#trie.symbol[first]!;
    const children = this.#trie.children[this.#trie.parent[first]!]!;
    if (children < this.#children) {
      if (AGAIN.some((few) => children <= few && this.#children > few)) this.#cursor = 1;
      this.#children = children;
    }
    let slot = this.#free.from(Math.max(this.#cursor, symbol));
    let tries = 0;
    for (; !fits(this.#trie, this.#free, { base: slot - symbol, first }); tries++)
      slot = this.#free.from(slot + 1);
    if (tries > PATIENCE) this.#cursor = slot;
    this.#free.reserve(slot + this.#symbols + 1);
    return slot - symbol;
  }

  // Bases stay ≥ 0. Below a symbol's own number there is no place for it; such nodes go above all symbols.
  #findHole(symbol: number): number {
    this.#hole = this.#free.from(this.#hole);
    if (this.#hole >= symbol) return this.#hole - symbol;
    this.#high = this.#free.from(this.#high);
    return this.#high - symbol;
  }
}

/** Which records are free, as a list that leaps over those taken. */
class FreeSlots {
  /** A free record: 0. A taken one: a record behind it, before which none is free. */
  #next: Int32Array;

  constructor(size: number) {
    this.#next = new Int32Array(size);
    this.take(0);
  }

  isFree(slot: number): boolean {
    return slot >= this.#next.length || this.#next[slot] === 0;
  }

  take(slot: number): void {
    this.reserve(slot + 1);
    this.#next[slot] = slot + 1;
  }

  /** The first free record at or behind `slot`. */
  from(slot: number): number {
    let free = slot;
    while (!this.isFree(free)) free = this.#next[free]!;
    // Whoever comes this way again takes the short cut.
    for (let at = slot; at < free;) {
      const next = this.#next[at]!;
      this.#next[at] = free;
      at = next;
    }
    return free;
  }

  reserve(size: number): void {
    if (size <= this.#next.length) return;
    const larger = new Int32Array(size * 2);
    larger.set(this.#next);
    this.#next = larger;
  }
}

function fits({ sibling, symbol }: Trie, free: FreeSlots, at: { base: number; first: number }): boolean {
  for (let child = at.first; child !== 0; child = sibling[child]!)
    if (!free.isFree(at.base + symbol[child]!)) return false;
  return true;
}

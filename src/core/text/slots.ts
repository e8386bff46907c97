import type { Trie } from './trie.js';

/** Where each node of a trie lies in the double array: its record and the offset of its children's records. */
export interface Placement {
  readonly base: Int32Array;
  readonly slot: Int32Array;
  /** Records, long enough that every base plus every symbol stays inside. */
  readonly slots: number;
}

/** Nodes between two pauses: those of many children take longest. */
const SLICE = 256;
/** A node that had to look so far moves the place where the next ones of as many children begin to look. */
const PATIENCE = 48;
/** Up to so many, a node is looked a place for from the beginning again: dense arrays are fast arrays. */
const FEW = 32;

/** Yields between slices. The root's base is 0, so that its child by symbol `c` is record `c`. */
export function* placeNodes(trie: Trie, symbols: number): Generator<undefined, Placement> {
  const order = manyChildrenFirst(trie);
  const placer = new Placer(trie, symbols);
  placer.place(0);
  for (let from = 0; from < order.length; from += SLICE) {
    yield undefined;
    for (const node of order.subarray(from, from + SLICE)) if (node !== 0) placer.place(node);
  }
  return placer.finish();
}

// Nodes of one child, nearly all of them, then fill the holes that the others left.
function manyChildrenFirst({ nodes, children }: Trie): Int32Array {
  const most = children.subarray(0, nodes).reduce((a, b) => Math.max(a, b), 0);
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
  #used: Uint8Array;
  #cursor = 1;
  #children = 0;
  /** The first free record at or after symbol `c`'s own number is looked for from here, for nodes of one child. */
  #hole = 1;
  #high: number;
  #end = 1;

  constructor(trie: Trie, symbols: number) {
    this.#trie = trie;
    this.#symbols = symbols;
    this.#base = new Int32Array(trie.nodes);
    this.#slot = new Int32Array(trie.nodes);
    this.#used = new Uint8Array(trie.nodes * 2 + symbols * 2 + 64);
    this.#used[0] = 1;
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
      this.#used[slot] = 1;
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
    // Few children find room where more did not.
    if (children !== this.#children && children <= FEW) this.#cursor = 1;
    this.#children = children;
    let tries = 0;
    for (let slot = Math.max(this.#cursor, symbol); ; slot++) {
      if (slot + this.#symbols >= this.#used.length) this.#reserve(slot + this.#symbols + 1);
      if (this.#used[slot] === 1) continue;
      if (!fits(this.#trie, this.#used, { base: slot - symbol, first })) {
        tries++;
        continue;
      }
      if (tries > PATIENCE) this.#cursor = slot;
      return slot - symbol;
    }
  }

  // Bases stay ≥ 0. Below a symbol's own number there is no place for it; such nodes go above all symbols.
  #findHole(symbol: number): number {
    while (this.#used[this.#hole] === 1) this.#reserve(++this.#hole + 1);
    if (this.#hole >= symbol) return this.#hole - symbol;
    while (this.#used[this.#high] === 1) this.#reserve(++this.#high + 1);
    return this.#high - symbol;
  }

  #reserve(size: number): void {
    if (size <= this.#used.length) return;
    const used = new Uint8Array(size * 2);
    used.set(this.#used);
    this.#used = used;
  }
}

function fits({ sibling, symbol }: Trie, used: Uint8Array, at: { base: number; first: number }): boolean {
  for (let child = at.first; child !== 0; child = sibling[child]!)
    if (used[at.base + symbol[child]!] === 1) return false;
  return true;
}

import { type Keep, keepNothing } from './keep.js';
import type { Words } from './words.js';

/** The words as a tree. Node 0 is the root; children hang on `firstChild` / `sibling`; 0 ends a list. */
export interface Trie {
  readonly nodes: number;
  readonly symbol: Uint16Array;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly sibling: Int32Array;
  readonly children: Uint16Array;
  /** First pattern that ends at the node, or -1; further ones follow by `samePattern`. */
  readonly pattern: Int32Array;
  readonly samePattern: Int32Array;
}

/** Words between two pauses of a sliced build: about a millisecond. */
const SLICE = 4096;

/** Yields between slices. Empty words are left out: they match nothing. */
export function* makeTrie(words: Words, keep: Keep = keepNothing): Generator<undefined, Trie> {
  const builder = new TrieBuilder(words);
  keep(builder);
  // Backwards, so that a list of equal words, grown at its head, ends up in the order of its indices.
  for (let from = words.count; from > 0; from -= SLICE) {
    builder.add(Math.max(0, from - SLICE), from);
    yield undefined;
  }
  return builder.finish();
}

class TrieBuilder {
  readonly #words: Words;
  readonly #symbol: Uint16Array;
  readonly #parent: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #sibling: Int32Array;
  readonly #children: Uint16Array;
  readonly #pattern: Int32Array;
  readonly #samePattern: Int32Array;
  /** Open addressing: hash of (node, symbol) → child. */
  readonly #edges: Int32Array;
  #nodes = 1;

  constructor(words: Words) {
    const most = words.symbols.length + 1;
    this.#words = words;
    this.#symbol = new Uint16Array(most);
    this.#parent = new Int32Array(most);
    this.#firstChild = new Int32Array(most);
    this.#sibling = new Int32Array(most);
    this.#children = new Uint16Array(most);
    this.#pattern = new Int32Array(most).fill(-1);
    this.#samePattern = new Int32Array(words.count).fill(-1);
    this.#edges = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)));
  }

  add(from: number, to: number): void {
    const { symbols, starts } = this.#words;
    for (let index = to - 1; index >= from; index--) {
      const first = starts[index]!;
      const end = starts[index + 1]!;
      if (first === end) continue;
      let node = 0;
      for (let at = first; at < end; at++) node = this.#childOf(node, symbols[at]!);
      this.#enlist(node, index);
    }
  }

  finish(): Trie {
    return {
      nodes: this.#nodes,
      symbol: this.#symbol,
      parent: this.#parent,
      firstChild: this.#firstChild,
      sibling: this.#sibling,
      children: this.#children,
      pattern: this.#pattern,
      samePattern: this.#samePattern,
    };
  }

  #childOf(node: number, symbol: number): number {
    const mask = this.#edges.length - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
    for (; ; slot++) {
      const child = this.#edges[slot & mask]!;
      if (child === 0) break;
      if (this.#parent[child] === node && this.#symbol[child] === symbol) return child;
    }
    const made = this.#nodes++;
    this.#edges[slot & mask] = made;
    this.#symbol[made] = symbol;
    this.#parent[made] = node;
    this.#sibling[made] = this.#firstChild[node]!;
    this.#firstChild[node] = made;
    this.#children[node]!++;
    return made;
  }

  // Words that differ only in runs share a node: the longer first run starts earlier, so it comes first.
  #enlist(node: number, index: number): void {
    const { runs, starts } = this.#words;
    const run = runs[starts[index]!]!;
    let before = -1;
    let after = this.#pattern[node]!;
    while (after !== -1 && runs[starts[after]!]! > run) {
      before = after;
      after = this.#samePattern[after]!;
    }
    this.#samePattern[index] = after;
    if (before === -1) this.#pattern[node] = index;
    else this.#samePattern[before] = index;
  }
}

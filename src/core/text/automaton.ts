import { type Keep, keepNothing } from './keep.js';
import { placeNodes } from './slots.js';
import { makeTrie, type Trie } from './trie.js';
import type { Words } from './words.js';

/**
 * An Aho-Corasick automaton as a double array. A state is the offset of its record of four cells in `cells`:
 * 0 base · 1 check · 2 failure state · 3 nearest output state along the failure links (itself included; 0: none),
 * plus 1 if the state is deep. The transition of `s` by symbol `c` goes to `t = cells[s] + 4c` where
 * `cells[t + 1] === s`; else follow the failure state. State 0 is the root.
 * Source: Aho and Corasick 1975; double array: Aoe 1989.
 */
export interface Automaton {
  readonly cells: Int32Array;
  /** Record number (state / 4) → first pattern that ends there, or -1. */
  readonly pattern: Int32Array;
  /** The next pattern that ends at the same state, or -1. */
  readonly samePattern: Int32Array;
}

/**
 * A state no deeper is left for the filter, which could take over from depth 3 on. Staying longer costs ordinary text
 * nothing, since walks are rare there, and spares text full of words the way in and out of each.
 */
const SHALLOW = 1;
const SLICE = 8192;

/** Yields between slices of about a millisecond. */
export function* makeAutomaton(words: Words, keep: Keep = keepNothing): Generator<undefined, Automaton> {
  const trie = yield* makeTrie(words, keep);
  const order = breadthFirst(trie);
  yield undefined;
  const placement = yield* placeNodes(trie, words.alphabet.reach, keep);
  const { base, slot, slots } = placement;
  const cells = new Int32Array(slots * 4);
  const pattern = new Int32Array(slots).fill(-1);
  for (let at = 0; at < slots; at++) cells[at * 4 + 1] = -1;
  const build = { trie, order, base, slot, cells, pattern, waits: findWaits(trie, words) };
  for (let from = 0; from < order.length; from += SLICE) {
    yield undefined;
    fillCells(build, from, Math.min(order.length, from + SLICE));
  }
  const depths = { depth: new Int32Array(trie.nodes), deep: new Uint8Array(slots) };
  for (let from = 0; from < order.length; from += SLICE) {
    yield undefined;
    linkCells(build, depths, { from, to: Math.min(order.length, from + SLICE) });
  }
  keep(trie, placement, build, depths);
  return { cells, pattern, samePattern: trie.samePattern };
}

interface Build {
  readonly trie: Trie;
  readonly order: Int32Array;
  readonly base: Int32Array;
  readonly slot: Int32Array;
  readonly cells: Int32Array;
  readonly pattern: Int32Array;
  readonly waits: Uint8Array;
}

/** Nodes with the shallow ones first: every failure link points to an earlier one. */
function breadthFirst(trie: Trie): Int32Array {
  const order = new Int32Array(trie.nodes);
  let filled = 1;
  for (let at = 0; at < filled; at++) {
    for (let child = trie.firstChild[order[at]!]!; child !== 0; child = trie.sibling[child]!)
      order[filled++] = child;
  }
  return order;
}

// A pattern that ends in a run is complete only some repeats after its state was reached.
function findWaits(trie: Trie, words: Words): Uint8Array {
  const waits = new Uint8Array(trie.nodes);
  for (let node = 1; node < trie.nodes; node++) {
    // A word of one character, repeated or not, is found without the automaton.
    if (trie.parent[node] === 0) continue;
    for (let index = trie.pattern[node]!; index !== -1; index = trie.samePattern[index]!)
      if (words.runs[words.starts[index + 1]! - 1]! > 1) waits[node] = 1;
  }
  return waits;
}

function fillCells({ trie, order, base, slot, cells, pattern }: Build, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const node = order[at]!;
    const state = slot[node]! * 4;
    cells[state] = base[node]! * 4;
    cells[state + 1] = node === 0 ? -1 : slot[trie.parent[node]!]! * 4;
    pattern[slot[node]!] = trie.pattern[node]!;
  }
}

interface Depths {
  readonly depth: Int32Array;
  /** By record: 1 where a pattern of the state or of its failure states waits for a repeat. */
  readonly deep: Uint8Array;
}

function linkCells(build: Build, { depth, deep }: Depths, { from, to }: { from: number; to: number }): void {
  const { trie, order, slot, cells, pattern, waits } = build;
  for (let at = Math.max(1, from); at < to; at++) {
    const node = order[at]!;
    const parent = trie.parent[node]!;
    const state = slot[node]! * 4;
    depth[node] = depth[parent]! + 1;
    const fail = parent === 0 ? 0 : follow(cells, cells[slot[parent]! * 4 + 2]!, trie.symbol[node]!);
    cells[state + 2] = fail;
    deep[state >> 2] = waits[node]! | deep[fail >> 2]!;
    const output = pattern[state >> 2] === -1 ? cells[fail + 3]! & -2 : state;
    cells[state + 3] = output | (depth[node] > SHALLOW ? 1 : deep[state >> 2]!);
  }
}

/** The state after reading `symbol` in `state`. */
function follow(cells: Int32Array, state: number, symbol: number): number {
  for (let from = state; ; from = cells[from + 2]!) {
    const next = cells[from]! + symbol * 4;
    if (cells[next + 1] === from) return next;
    if (from === 0) return 0;
  }
}

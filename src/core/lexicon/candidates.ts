import type { HitBuffer } from '../text/hits.js';
import type { Combination, CompiledLexicon } from './compiled.js';
import { standsFree } from './edges.js';
import { mayHoldEntities } from './entities.js';
import { standNear } from './near.js';

/**
 * Finds the combinations that a text may hold, in the order of the hits that trigger them; null: none, the common case,
 * which allocates nothing.
 */
export class Candidates {
  readonly #lexicon: CompiledLexicon;
  readonly #classes: Lists;
  readonly #triggered: Lists;
  readonly #parts: Lists;
  /** Pattern → 1: its edges may not be part of a longer word. */
  readonly #edged: Uint8Array;
  /** Class → 1: it has recognisers beside its words. */
  readonly #shaped: Uint8Array;
  readonly #unshaped: Uint8Array;
  /** Class → the number of the last text that it was seen in: nothing has to be cleared between texts. */
  readonly #seen: Int32Array;
  /** The classes of this text in the order in which they were seen. */
  readonly #order: Int32Array;
  #turn = 0;

  constructor(lexicon: CompiledLexicon) {
    const { patterns, triggered, combinations, entities } = lexicon;
    this.#lexicon = lexicon;
    this.#classes = inARow(patterns.map(({ classes }) => classes));
    this.#triggered = inARow(triggered);
    this.#parts = inARow(combinations.map(({ parts }) => parts));
    this.#edged = Uint8Array.from(patterns, ({ first, last }) =>
      first === 'other' && last === 'other' ? 0 : 1,
    );
    this.#shaped = Uint8Array.from(entities, (names) => (names.length > 0 ? 1 : 0));
    this.#unshaped = new Uint8Array(entities.length);
    this.#seen = new Int32Array(entities.length);
    this.#order = new Int32Array(entities.length);
  }

  find(text: string, hits: HitBuffer): ReadonlySet<Combination> | null {
    const classes = this.#mark(text, hits);
    const { items, starts } = this.#triggered;
    let found: Set<Combination> | null = null;
    let maybe: Uint8Array | null = null;
    for (let place = 0; place < classes; place++) {
      const id = this.#order[place]!;
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        if (!this.#isComplete(items[at]!, this.#shaped)) continue;
        maybe ??= mayHoldEntities(text) ? this.#shaped : this.#unshaped;
        const combination = this.#lexicon.combinations[items[at]!]!;
        if (maybe === this.#unshaped && !this.#isComplete(items[at]!, maybe)) continue;
        if (standNear(combination, { lexicon: this.#lexicon, hits, text, maybe }))
          found = (found ?? new Set()).add(combination);
      }
    }
    return found;
  }

  /** Notes the classes of the words that stand free; returns how many. */
  #mark(text: string, hits: HitBuffer): number {
    const { items, starts } = this.#classes;
    const turn = ++this.#turn;
    let count = 0;
    for (let hit = 0; hit < hits.count; hit++) {
      const pattern = hits.pattern(hit);
      if (this.#edged[pattern] === 1 && !this.#isFree(text, hits, hit)) continue;
      for (let at = starts[pattern]!; at < starts[pattern + 1]!; at++) {
        const id = items[at]!;
        if (this.#seen[id] === turn) continue;
        this.#seen[id] = turn;
        this.#order[count++] = id;
      }
    }
    return count;
  }

  #isFree(text: string, hits: HitBuffer, hit: number): boolean {
    const { first, last } = this.#lexicon.patterns[hits.pattern(hit)]!;
    return standsFree(text, hits.start(hit) - 1, first) && standsFree(text, hits.end(hit), last);
  }

  /** Whether every part was seen, or is one of those that recognisers may find. */
  #isComplete(combination: number, maybe: Uint8Array): boolean {
    const { items, starts } = this.#parts;
    for (let at = starts[combination]!; at < starts[combination + 1]!; at++) {
      if (this.#seen[items[at]!] !== this.#turn && maybe[items[at]!] === 0) return false;
    }
    return true;
  }
}

/** List `i` is `items[starts[i] … starts[i + 1] - 1]`. */
interface Lists {
  readonly items: Int32Array;
  readonly starts: Int32Array;
}

function inARow(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = starts[at]! + list.length;
  return { items: Int32Array.from(lists.flat()), starts };
}

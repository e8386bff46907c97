import { likeness, minHash, minOf, type Shingles } from './minhash.js';

/** From this likeness on two texts are the same but for a few words. */
const ALIKE = 0.6;
/** A text that has none of so many values in common with any other is like none of them (all but one in three thousand). */
const PROBED = 8;

/** Prints by number; finds those that a text is like. */
export interface PrintIndex<T> {
  put(id: number, print: Uint32Array, about: T): void;
  drop(id: number): void;
  /** Those alike, most alike first. Nearly all texts are told after eight hash functions. */
  alike(shingles: Shingles): readonly { readonly about: T; readonly likeness: number }[];
  size(): number;
}

interface Entry<T> {
  readonly print: Uint32Array;
  readonly about: T;
}

export function createPrintIndex<T>(): PrintIndex<T> {
  const entries = new Map<number, Entry<T>>();
  const values = Array.from({ length: PROBED }, () => new Map<number, Set<number>>());
  return {
    put(id, print, about) {
      entries.set(id, { print, about });
      for (const [index, known] of values.entries()) {
        const value = print[index] ?? 0;
        known.set(value, (known.get(value) ?? new Set<number>()).add(id));
      }
    },
    drop(id) {
      const entry = entries.get(id);
      entries.delete(id);
      for (const [index, known] of values.entries()) {
        const value = entry?.print[index] ?? 0;
        const ids = known.get(value);
        ids?.delete(id);
        if (ids?.size === 0) known.delete(value);
      }
    },
    alike(shingles) {
      if (entries.size === 0) return [];
      const candidates = new Set<number>();
      for (const [index, known] of values.entries()) {
        for (const id of known.get(minOf(shingles, index)) ?? []) candidates.add(id);
      }
      if (candidates.size === 0) return [];
      const print = minHash(shingles);
      return [...candidates]
        .flatMap((id) => {
          const entry = entries.get(id);
          return entry === undefined ? [] : [{ about: entry.about, likeness: likeness(entry.print, print) }];
        })
        .filter((one) => one.likeness >= ALIKE)
        .toSorted((a, b) => b.likeness - a.likeness);
    },
    size: () => entries.size,
  };
}

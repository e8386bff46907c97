import { buildExact } from './exact.js';
import type { FoldTable } from './fold.js';
import { buildFolded } from './folded.js';
import type { HitBuffer } from './hits.js';

export { MAX_GAP } from './reader.js';

/**
 * Finds every occurrence of every pattern, overlapping ones included. Immutable: other words are another matcher.
 * Order: by end, then by start (the longest first), then by pattern. Offsets are UTF-16 code units of the text as it
 * was given, end exclusive. An empty pattern, and one that folds to nothing, matches nothing. See docs/matcher.md.
 */
export interface Matcher {
  /** Clears `hits`, fills it and returns its count. Linear in `text.length` plus the hits; allocates nothing. */
  scan(text: string, hits: HitBuffer): number;
}

/** Exact mode: code units as they are; lone surrogates are code units like any other. */
export function compileExact(patterns: readonly string[]): Matcher {
  return finish(buildExact(patterns));
}

/** Folded mode: patterns and text are folded by `table`; noise and repeated characters inside a word are passed over. */
export function compileFolded(patterns: readonly string[], table: FoldTable): Matcher {
  return finish(buildFolded(patterns, table));
}

/**
 * Builds as `compileFolded` does, in slices of about a millisecond with `yieldNow()` awaited between them, so that a
 * bot goes on answering with the old matcher until the new one stands. Rejects only if `yieldNow` does.
 */
export async function buildSliced(
  patterns: readonly string[],
  table: FoldTable,
  yieldNow: () => Promise<void>,
): Promise<Matcher> {
  const steps = buildFolded(patterns, table);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await yieldNow();
  }
}

/** What one small build worked with: while it lives, the next builds run on code that is compiled already. */
const kept: object[] = [];
finish(buildExact(['群哨'], (...workings) => kept.push(...workings)));

function finish(steps: Generator<undefined, Matcher>): Matcher {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

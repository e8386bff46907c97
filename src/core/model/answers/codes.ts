import type { Case } from '../case.js';

/** What a code would do, in words that can be shown. */
export type CodeTask =
  | { readonly kind: 'removal'; readonly name: string }
  | { readonly kind: 'setting'; readonly name: string }
  | { readonly kind: 'reverse-word'; readonly word: string }
  | { readonly kind: 'offboard'; readonly name: string; readonly count: number };

/**
 * A yes or no without its number, from somebody who was just asked for a code. `asked`: it still waits. `dropped`: it is given up.
 * `lapsed`: its time is over. Nothing has been done in any of them.
 */
export interface CodesAnswer {
  readonly kind: 'codes';
  readonly about: 'asked' | 'dropped' | 'lapsed';
  /** The newest first, at least one. */
  readonly codes: readonly {
    readonly code: string;
    /** For how long it is still good. */
    readonly seconds: number;
    readonly task: CodeTask;
  }[];
  /** What else waits for the person; what is settled along with another stands in `together` only. */
  readonly cases: readonly Case[];
  /** Case → those that are settled with it. */
  readonly together: Readonly<Record<number, readonly number[]>>;
  readonly timezone: string;
}

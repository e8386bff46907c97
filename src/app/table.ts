import type { Typed } from '../core/command/parse.js';

/** A spreadsheet as it was sent: its cells as text, row by row. */
export type Table =
  { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] } | { readonly kind: 'unreadable' };

/** A spreadsheet sent in private, and what it asks for: the import of a roster. */
export interface SentTable {
  readonly typed: Typed;
  readonly table: Table;
}

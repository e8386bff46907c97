import type { CardFields } from '../card/card.js';
import type { RosterEntry } from '../model/people.js';

/** How a card stands to the list. `ambiguous`: several could be meant, or one that differs in a detail. */
export type Match =
  | { readonly kind: 'matched'; readonly entry: RosterEntry }
  | { readonly kind: 'ambiguous'; readonly entries: readonly RosterEntry[] }
  | { readonly kind: 'unmatched' };

export interface MatchTables {
  /** Short, full and historical names of one major have one key; any other text is its own. */
  readonly majorKey: (major: string) => string;
  /** Traditional characters as simplified ones. */
  readonly simplify: (text: string) => string;
}

/** Matches a card by name, major and year (clause 1.5). What one side does not say, speaks neither for nor against. */
export function matchCard(fields: CardFields, roster: readonly RosterEntry[], tables: MatchTables): Match {
  const name = tables.simplify(fields.name ?? '');
  if (name === '') return { kind: 'unmatched' };
  const named = roster.filter((entry) => tables.simplify(entry.name) === name);
  const fitting = named.filter((entry) => contradictions(entry, fields, tables) === 0);
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return { kind: 'matched', entry: only };
  if (fitting.length > 1) return { kind: 'ambiguous', entries: fitting };
  const near = named.filter((entry) => contradictions(entry, fields, tables) === 1);
  return near.length === 0 ? { kind: 'unmatched' } : { kind: 'ambiguous', entries: near };
}

/** In how many of major, year, department and title the two contradict each other. */
function contradictions(entry: RosterEntry, fields: CardFields, tables: MatchTables): number {
  const year = differs(entry.year, fields.year ?? '', (text) => text);
  const major = differs(entry.major, fields.major ?? '', (text) => tables.majorKey(tables.simplify(text)));
  const department = differs(entry.department, fields.department ?? '', tables.simplify);
  return year + major + department;
}

function differs(a: string, b: string, key: (text: string) => string): number {
  if (a === '' || b === '') return 0;
  const [left, right] = [key(a), key(b)];
  return left === right || left.includes(right) || right.includes(left) ? 0 : 1;
}

/** A new list with the phones that are known already, where it has none of its own; two lines are the same person's by `key`. */
export function withPhones(
  entries: readonly RosterEntry[],
  before: readonly RosterEntry[],
  key: (entry: RosterEntry) => string,
): readonly RosterEntry[] {
  const known = new Map(before.map((entry) => [key(entry), entry.phone]));
  return entries.map((entry) =>
    entry.phone === '' ? { ...entry, phone: known.get(key(entry)) ?? '' } : entry,
  );
}

export interface RosterDifference {
  readonly added: readonly RosterEntry[];
  readonly removed: readonly RosterEntry[];
  readonly changed: readonly RosterEntry[];
}

/** What a new list changes; two lines are the same person's by `key`. */
export function differenceOf(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
  key: (entry: RosterEntry) => string,
): RosterDifference {
  const old = new Map(before.map((entry) => [key(entry), entry]));
  const fresh = new Map(after.map((entry) => [key(entry), entry]));
  return {
    added: after.filter((entry) => !old.has(key(entry))),
    removed: before.filter((entry) => !fresh.has(key(entry))),
    changed: after.filter((entry) => {
      const earlier = old.get(key(entry));
      return earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(entry);
    }),
  };
}

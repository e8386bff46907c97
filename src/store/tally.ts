/** A row of a grouped count. */
export interface Counted {
  readonly n: number;
}

/** Keys in order of code units: the same facts give the same JSON on every database. */
export function tally<Column extends 'categories' | 'rules'>(
  cases: readonly (Readonly<Record<Column, string>> & Counted)[],
  column: Column,
): Readonly<Record<string, number>> {
  const counted = new Map<string, number>();
  for (const row of cases) {
    const words: readonly string[] = JSON.parse(row[column]);
    for (const word of words) {
      counted.set(word, (counted.get(word) ?? 0) + row.n);
    }
  }
  return sorted(counted);
}

export function sorted<T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  const keys = [...entries.keys()].toSorted();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = entries.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

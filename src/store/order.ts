/** Order by code unit. Sorted here and not in SQL: a PostgreSQL database sorts text as its locale says. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

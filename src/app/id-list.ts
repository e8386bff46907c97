/** A list of contact ids with one more, once. */
export function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

export function withoutId(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((one) => one !== id);
}

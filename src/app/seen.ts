const GENERATION = 200_000;

/**
 * Remembers message ids, so that one delivered twice is handled once. Bounded: between the last 200,000 and 400,000 ids are
 * kept; a redelivery later than that is still caught by the unique subject of its case.
 */
export interface Seen {
  /** True the first time an id is shown. */
  add(id: string): boolean;
  /** As if it had not been shown. */
  forget(id: string): void;
}

export function createSeen(generation: number = GENERATION): Seen {
  let current = new Set<string>();
  let previous = new Set<string>();
  return {
    add(id) {
      if (current.has(id) || previous.has(id)) return false;
      if (current.size >= generation) {
        previous = current;
        current = new Set();
      }
      current.add(id);
      return true;
    },
    forget(id) {
      current.delete(id);
      previous.delete(id);
    },
  };
}

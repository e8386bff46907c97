/** When events were left to the process that leads their group. If it turns out to have died, perhaps nobody has handled the last. */
export interface Passed {
  add(groupId: string, at: number): void;
  /** How many since then; forgets them. */
  take(groupId: string, since: number): number;
}

/** Remembered of each group: beyond that it is a flood, and the number a lower bound. */
const MOST = 1000;

export function createPassed(): Passed {
  const times = new Map<string, number[]>();
  return {
    add(groupId, at) {
      const known = times.get(groupId) ?? [];
      if (known.length >= MOST) known.splice(0, MOST / 2);
      known.push(at);
      times.set(groupId, known);
    },
    take(groupId, since) {
      const count = (times.get(groupId) ?? []).filter((at) => at >= since).length;
      times.delete(groupId);
      return count;
    },
  };
}

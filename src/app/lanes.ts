/**
 * What work returns that was over at once. Most messages are in order and wait for nothing: sharing one promise keeps them
 * from paying for a queue.
 */
export const SETTLED: Promise<void> = Promise.resolve();

/** Runs work in order per key, and keys beside each other. A failed piece of work does not stop its lane. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const before = tails.get(key);
      const mine = before === undefined ? work() : before.then(work, work);
      if (before === undefined && Object.is(mine, SETTLED)) return mine;
      tails.set(key, mine);
      const forget = (): void => {
        if (tails.get(key) === mine) tails.delete(key);
      };
      mine.then(forget, forget);
      return mine;
    },
  };
}

/**
 * A bounded memory by key: between `generation` and twice as many of the keys used last are kept. Cheaper on the way of every
 * message than a list in order of use.
 */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  size(): number;
}

export function createRecent<T>(generation: number): Recent<T> {
  let current = new Map<string, T>();
  let previous = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (current.size >= generation) {
      previous = current;
      current = new Map();
    }
    current.set(key, value);
  };
  return {
    get(key) {
      const found = current.get(key);
      if (found !== undefined) return found;
      const older = previous.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
    delete(key) {
      current.delete(key);
      previous.delete(key);
    },
    size: () => current.size + previous.size,
  };
}

/** Entries in order, for those who look later and those who listen. */
export class Log<T> {
  readonly entries: T[] = [];
  private readonly listeners = new Set<(entry: T) => void>();

  push(entry: T): void {
    this.entries.push(entry);
    for (const listener of this.listeners) listener(entry);
  }

  /** @returns a function that unsubscribes. */
  subscribe(listener: (entry: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

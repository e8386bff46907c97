/** Collects what happens and hands out promises for what is to come, so that no test sleeps. */
export class Witness<T> {
  readonly seen: T[] = [];
  private readonly waiting = new Set<() => void>();

  push(entry: T): void {
    this.seen.push(entry);
    for (const check of this.waiting) check();
  }

  /** The first entry, past or future, that satisfies the claim. */
  until<S extends T>(claim: (entry: T) => entry is S): Promise<S>;
  until(claim: (entry: T) => boolean): Promise<T>;
  until(claim: (entry: T) => boolean): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const entry = this.seen.find(claim);
        if (entry === undefined) return;
        this.waiting.delete(check);
        resolve(entry);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Resolves once `count` entries satisfy the claim. */
  async times(count: number, claim: (entry: T) => boolean): Promise<T[]> {
    await this.until(() => this.seen.filter(claim).length >= count);
    return this.seen.filter(claim);
  }
}

/** Collects what happens and hands out promises for what is to come, so that no test sleeps. */
export class Witness<T> {
  readonly seen: T[] = [];
  private readonly waiting = new Set<(entry: T) => void>();

  push(entry: T): void {
    this.seen.push(entry);
    for (const check of this.waiting) check(entry);
  }

  /** The first entry, past or future, that satisfies the claim; each future one is looked at once, when it comes. */
  until<S extends T>(claim: (entry: T) => entry is S): Promise<S>;
  until(claim: (entry: T) => boolean): Promise<T>;
  until(claim: (entry: T) => boolean): Promise<T> {
    return new Promise((resolve) => {
      const known = this.seen.find(claim);
      if (known !== undefined) return resolve(known);
      const check = (entry: T): void => {
        if (!claim(entry)) return;
        this.waiting.delete(check);
        resolve(entry);
      };
      this.waiting.add(check);
    });
  }

  /** Resolves once `count` entries satisfy the claim. */
  async times(count: number, claim: (entry: T) => boolean): Promise<T[]> {
    await this.until(() => this.seen.filter(claim).length >= count);
    return this.seen.filter(claim);
  }
}

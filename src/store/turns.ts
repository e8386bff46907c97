/** One user at a time, in order of asking. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  get areTaken(): boolean {
    return this.#taken;
  }

  /** Resolves when it is the caller's turn, which lasts until `passOn`. */
  async take(): Promise<void> {
    if (this.#taken) return new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
  }

  passOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else next();
  }
}

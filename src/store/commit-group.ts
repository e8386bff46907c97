/** How much may reach the disk together. */
export interface GroupLimits {
  readonly members: number;
  /** From the beginning of the group on, ms: that long the file may be locked, and the first one waits. */
  readonly ms: number;
}

interface Member {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Those who have written and wait for one commit. Nobody of them is told anything before it. */
export class CommitGroup {
  readonly #members: Member[] = [];
  readonly #begunAt = performance.now();

  /** Resolves when what the member has written is on the disk. */
  join(): Promise<void> {
    return new Promise((resolve, reject) => this.#members.push({ resolve, reject }));
  }

  isFull({ members, ms }: GroupLimits): boolean {
    return this.#members.length >= members || performance.now() - this.#begunAt >= ms;
  }

  written(): void {
    for (const { resolve } of this.#members) resolve();
  }

  lost(error: unknown): void {
    for (const { reject } of this.#members) reject(error);
  }
}

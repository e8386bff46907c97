const CELLS = 3;

/**
 * A growing list of hits, reused from text to text so that a scan allocates nothing.
 * Hit `i`: `start(i)`, `end(i)` (UTF-16 code units of the original text, end exclusive) and `pattern(i)` (its index).
 */
export class HitBuffer {
  #cells = new Int32Array(96);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  push(start: number, end: number, pattern: number): void {
    const at = this.count * CELLS;
    if (at + CELLS > this.#cells.length) this.#grow();
    this.#cells[at] = start;
    this.#cells[at + 1] = end;
    this.#cells[at + 2] = pattern;
    this.count++;
  }

  start(hit: number): number {
    return this.#cells[hit * CELLS] ?? 0;
  }

  end(hit: number): number {
    return this.#cells[hit * CELLS + 1] ?? 0;
  }

  pattern(hit: number): number {
    return this.#cells[hit * CELLS + 2] ?? 0;
  }

  /** Brings hits pushed out of order into the order of a scan: end, then start, then pattern. Allocates. */
  sort(): void {
    const rows = Array.from(
      { length: this.count },
      (_, hit) => [this.start(hit), this.end(hit), this.pattern(hit)] as const,
    );
    rows.sort((a, b) => a[1] - b[1] || a[0] - b[0] || a[2] - b[2]);
    this.count = 0;
    for (const row of rows) this.push(...row);
  }

  #grow(): void {
    const larger = new Int32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

/** The scan of a matcher that has no words. */
export function scanNothing(_text: string, hits: HitBuffer): number {
  hits.clear();
  return 0;
}

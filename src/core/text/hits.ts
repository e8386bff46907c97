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

  /** Adds the hits of another buffer. Both are in the order of a scan (end, then start, then pattern), and so is the outcome. */
  merge(other: HitBuffer): void {
    let mine = this.count - 1;
    let theirs = other.count - 1;
    for (let hit = 0; hit < other.count; hit++) this.push(0, 0, 0);
    for (let to = this.count - 1; theirs >= 0; to--) {
      if (mine >= 0 && isBefore(other, theirs, this, mine)) this.#set(to, this, mine--);
      else this.#set(to, other, theirs--);
    }
  }

  #set(to: number, from: HitBuffer, hit: number): void {
    this.#cells[to * CELLS] = from.start(hit);
    this.#cells[to * CELLS + 1] = from.end(hit);
    this.#cells[to * CELLS + 2] = from.pattern(hit);
  }

  #grow(): void {
    const larger = new Int32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

function isBefore(a: HitBuffer, i: number, b: HitBuffer, j: number): boolean {
  return (a.end(i) - b.end(j) || a.start(i) - b.start(j) || a.pattern(i) - b.pattern(j)) < 0;
}

/** The scan of a matcher that has no words. */
export function scanNothing(_text: string, hits: HitBuffer): number {
  hits.clear();
  return 0;
}

/** A text read in another way, with the way back. */
export interface Reading {
  readonly text: string;
  /** Code unit of `text` → where that character starts in the original. */
  readonly starts: readonly number[];
  /** Code unit of `text` → where it ends there, exclusive. */
  readonly ends: readonly number[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of a reading as the span of the original that it came from. */
export function inOriginal<Of extends Span>(span: Of, { starts, ends }: Reading): Of {
  return {
    ...span,
    start: Math.min(...starts.slice(span.start, span.end)),
    end: Math.max(...ends.slice(span.start, span.end)),
  };
}

/** A reading of a reading as one of the original. */
export function through(inner: Reading, outer: Reading): Reading {
  return {
    text: inner.text,
    starts: inner.starts.map((start) => outer.starts[start] ?? 0),
    ends: inner.ends.map((end) => outer.ends[end - 1] ?? 0),
  };
}

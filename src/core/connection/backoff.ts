import type { Instant } from '../model/instant.js';
import type { LineFault } from './state.js';

/** The longest wait before another try, in milliseconds: a cause that goes away is noticed within it. */
const LONGEST: Readonly<Record<LineFault['kind'], Instant>> = { lost: 5000, deaf: 5000, refused: 10_000 };

/** How long to wait before the line is built anew, after so many failures in a row: `first`, then twice as long each time, up to a bound. */
export function waitBefore(fault: LineFault, failures: number, first: Instant): Instant {
  return Math.min(first * 2 ** Math.max(0, failures - 1), LONGEST[fault.kind]);
}

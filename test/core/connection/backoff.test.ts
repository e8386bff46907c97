import { expect, it } from 'vitest';
import { waitBefore } from '../../../src/core/connection/backoff.js';
import type { LineFault } from '../../../src/core/connection/state.js';

const DROPPED: LineFault = { kind: 'lost', why: 'dropped' };

it.each<{ name: string; fault: LineFault; failures: number; want: number }>([
  { name: 'a line that had held: at once', fault: DROPPED, failures: 0, want: 250 },
  { name: 'the first failure', fault: DROPPED, failures: 1, want: 250 },
  { name: 'the third', fault: DROPPED, failures: 3, want: 1000 },
  { name: 'never longer than a few seconds', fault: DROPPED, failures: 500, want: 5000 },
  { name: 'deaf alike', fault: { kind: 'deaf' }, failures: 500, want: 5000 },
  { name: 'a refused token a little longer', fault: { kind: 'refused' }, failures: 500, want: 10_000 },
])('$name', ({ fault, failures, want }) => {
  expect(waitBefore(fault, failures, 250)).toBe(want);
});

import type { PlannedAction } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';

/** Counts what is done, for whoever watches the program: kinds and outcomes, nothing of persons. */
export interface Meter {
  settled(planned: PlannedAction, outcome: Outcome): void;
}

/** Where nobody watches. */
export const NO_METER: Meter = { settled: () => undefined };

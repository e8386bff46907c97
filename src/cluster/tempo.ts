export interface Tempo {
  /** How long a process leads after its last sign of life, ms. */
  readonly leaseMs: number;
  /** How often it gives one, and looks for groups that nobody leads, ms. */
  readonly lookMs: number;
}

export const TEMPO: Tempo = { leaseMs: 15_000, lookMs: 2000 };

import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.js';

/** The breaker of sending. A platform that forbids it is left alone, each time in a row for longer. */
export interface Circuit {
  /** How many cut-offs came in a row. */
  readonly rounds: number;
  readonly openedAt: Instant;
  /** Nothing is sent before. */
  readonly until: Instant;
}

/** People report bans of a day after a few dozen messages, and of a week after the next. */
export const PAUSES: readonly Instant[] = [15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY];

/** A cut-off this long after the last pause is a new matter. */
const CALM: Instant = DAY;

/** The breaker after a line that the platform refused; the same one while it is open already. */
export function trip(circuit: Circuit | null, now: Instant, pauses: readonly Instant[]): Circuit {
  if (circuit !== null && now < circuit.until) return circuit;
  const rounds = circuit === null || now - circuit.until >= CALM ? 0 : circuit.rounds + 1;
  const pause = pauses[Math.min(rounds, pauses.length - 1)] ?? DAY;
  return { rounds, openedAt: now, until: now + pause };
}

import { z } from 'zod';
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

const KEPT = z.object({ rounds: z.int().nonnegative(), openedAt: z.number(), until: z.number() });

/** The breaker as it is kept for the next process. */
export function keptCircuit({ rounds, openedAt, until }: Circuit): string {
  return JSON.stringify({ rounds, openedAt, until });
}

/**
 * The breaker that an earlier process has kept; null where there is none, or none that can be read. Where the clock was put back since,
 * its pause begins anew: it is not known how much of it is over.
 */
export function circuitAgain(kept: string | undefined, now: Instant): Circuit | null {
  const found = KEPT.safeParse(kept === undefined ? null : parsed(kept));
  if (!found.success) return null;
  const { rounds, openedAt, until } = found.data;
  if (openedAt <= now) return { rounds, openedAt, until: Math.min(until, openedAt + DAY) };
  return { rounds, openedAt: now, until: now + Math.min(Math.max(0, until - openedAt), DAY) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How long the supervisor waits for what, in milliseconds. */
export interface Patience {
  /** Between two looks whether the platform was heard of; a silent one is asked. */
  readonly probeMs: number;
  /** For an answer to that. */
  readonly answerMs: number;
  /** For a start to come to an end before the operator hears that nothing comes back. */
  readonly silentMs: number;
  /** For a start to come to an end at all: a connection that leads nowhere is given up by the machine before that. */
  readonly startMs: number;
  /** For the first word after a start; without one the client is deaf. */
  readonly deafMs: number;
  /** For a login after the first word. */
  readonly loginMs: number;
  /** A line that held so long was no failure. */
  readonly steadyMs: number;
  /** Before the first try after a failure; twice as long before each further one, up to a few seconds. */
  readonly retryMs: number;
}

export const PATIENCE: Patience = {
  probeMs: 10_000,
  answerMs: 10_000,
  silentMs: 10_000,
  startMs: 20 * 60_000,
  deafMs: 5000,
  loginMs: 15_000,
  steadyMs: 5000,
  retryMs: 250,
};

const STEPS = 10;

/**
 * Waits for the time in steps. A process that was held up (the tables are being loaded) has its timers ring before it reads what
 * came meanwhile; in one step that would look like silence. Answers how to stop waiting.
 */
export function wait(ms: number, work: () => void): () => void {
  let left = STEPS;
  const tick = (): void => {
    left -= 1;
    if (left > 0) timer = setTimeout(tick, ms / STEPS);
    else work();
  };
  let timer = setTimeout(tick, ms / STEPS);
  return () => clearTimeout(timer);
}

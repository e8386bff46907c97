import {
  type ConnectionState,
  isSame,
  maySend,
  type Signal,
  type Standing,
  STARTING,
  stateOf,
  step,
} from '../../../src/core/connection/state.js';
import type { Instant } from '../../../src/core/model/instant.js';
import { connectionText } from '../../../src/core/wording/connection.js';
import type { Clock, Log } from '../../../src/ports.js';

/** What the protocol cannot give back, since the process started. */
export interface Losses {
  /** Times without hearing the platform, and how long they were together. What was said in them is not known. */
  readonly gaps: number;
  readonly unheardMs: number;
  /** Events that were announced and whose content could not be had. */
  readonly events: number;
}

/** The connection as whoever watches it may read it. */
export interface Connection {
  state(): ConnectionState;
  /** When that state began. */
  since(): Instant;
  losses(): Losses;
}

/** The connection as it is kept: each change is logged once, with what to do. */
export interface ConnectionBook extends Connection {
  readonly tell: (signal: Signal) => void;
  /** Whether the bot may act on the platform. */
  maySend(): boolean;
  /** An event whose content could not be had. */
  readonly lostEvent: () => void;
  /** Nothing was heard for so long. */
  gap(ms: number): void;
}

interface Keeping {
  readonly clock: Clock;
  readonly log: Log;
}

export function createConnection({ clock, log }: Keeping): ConnectionBook {
  let standing: Standing = STARTING;
  let since = clock.now();
  let losses: Losses = { gaps: 0, unheardMs: 0, events: 0 };
  return {
    state: () => stateOf(standing),
    since: () => since,
    maySend: () => maySend(standing),
    losses: () => losses,
    tell(signal) {
      const before = stateOf(standing);
      standing = step(standing, signal);
      const after = stateOf(standing);
      if (isSame(before, after)) return;
      since = clock.now();
      report(log, after, since);
    },
    lostEvent() {
      losses = { ...losses, events: losses.events + 1 };
    },
    gap(ms) {
      losses = { ...losses, gaps: losses.gaps + 1, unheardMs: losses.unheardMs + ms };
    },
  };
}

function report(log: Log, state: ConnectionState, now: Instant): void {
  const fields = { connection: state.kind, ...('why' in state ? { why: state.why } : {}) };
  const line = { ...fields, advice: connectionText(state, now) };
  const isWell = state.kind === 'connected' || state.kind === 'stopped' || state.kind === 'starting';
  if (isWell) log.info(line, 'connection');
  else log.warn(line, 'connection');
}

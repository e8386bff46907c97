import { type Circuit, PAUSES, trip } from '../../../src/core/connection/circuit.js';
import type { ConnectionState, Signal } from '../../../src/core/connection/state.js';
import type { Instant } from '../../../src/core/model/instant.js';
import type { Clock, Log } from '../../../src/ports.js';
import { type Connection, createConnection } from './connection.js';

/** The line to the platform over all the bots that carry it: what may be done on it, and what was missed. */
export interface Line {
  readonly connection: Connection;
  /** `heardAt`: until when the platform was heard, where that is known. */
  readonly tell: (signal: Signal, heardAt?: Instant | null) => void;
  readonly lostEvent: () => void;
  /** The platform refused a line because there were too many. */
  readonly cutOff: () => void;
  /** The breaker of the account that is logged in, as an earlier process or login has left it; null: it never opened. */
  readonly takeUp: (circuit: Circuit | null) => void;
  /** Whether messages are heard. */
  hears(): boolean;
  /** Whether the bot may act on the platform. */
  maySend(): boolean;
  /** Calls back when they are not heard any more; answers how to forget that. */
  readonly whenLost: (tell: () => void) => () => void;
  close(): void;
}

export interface LineOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** How long nothing is sent after a cut-off, the first, the second …, in milliseconds. */
  readonly pauses?: readonly Instant[] | undefined;
  /** Whether the bot may act on the platform may have changed. */
  readonly onTurn: () => void;
  /** The platform has forbidden sending: to be kept, for it holds after a restart too. */
  readonly onTrip?: ((circuit: Circuit) => void) | undefined;
  /** The platform is heard; `unheardSince` is null the first time. */
  readonly onHearing: (unheardSince: Instant | null) => void;
  /** A pause is over that began then. */
  readonly onResumed: (since: Instant) => void;
}

/** Even a long pause is looked at: a clock that was set, a laptop that slept. */
const LOOK_MS = 1000;

export function createLine(options: LineOptions): Line {
  return new PlatformLine(options);
}

class PlatformLine implements Line {
  readonly connection;
  private circuit: Circuit | null = null;
  private isCutOff = false;
  private timer: NodeJS.Timeout | undefined;
  private isHeard = false;
  private unheardSince: Instant | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: LineOptions) {
    this.connection = createConnection(options);
  }

  readonly whenLost = (tell: () => void): (() => void) => {
    this.waiting.add(tell);
    return () => void this.waiting.delete(tell);
  };

  readonly lostEvent = (): void => this.connection.lostEvent();

  readonly tell = (signal: Signal, heardAt: Instant | null = null): void => {
    const { clock, onTurn } = this.options;
    this.connection.tell(signal);
    const hears = isHeard(this.connection.state());
    if (this.isHeard && !hears) {
      this.unheardSince = heardAt ?? clock.now();
      for (const tell of this.waiting) tell();
    }
    if (!this.isHeard && hears) this.mended();
    this.isHeard = hears;
    onTurn();
  };

  readonly cutOff = (): void => {
    const { clock, pauses = PAUSES, onTrip } = this.options;
    const before = this.circuit;
    const circuit = trip(before, clock.now(), pauses);
    if (circuit !== before) onTrip?.(circuit);
    this.open(circuit);
  };

  readonly takeUp = (circuit: Circuit | null): void => {
    const isOpen = circuit !== null && this.options.clock.now() < circuit.until;
    if (isOpen) return this.open(circuit);
    this.circuit = circuit;
    if (!this.isCutOff) return;
    this.isCutOff = false;
    this.tell({ kind: 'resumed' });
  };

  hears(): boolean {
    return this.isHeard;
  }

  maySend(): boolean {
    return this.connection.maySend();
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private open(circuit: Circuit): void {
    this.circuit = circuit;
    this.isCutOff = true;
    this.tell({ kind: 'cut-off', until: circuit.until });
    this.look();
  }

  private mended(): void {
    const since = this.unheardSince;
    if (since !== null) this.connection.gap(this.options.clock.now() - since);
    this.options.onHearing(since);
  }

  private look(): void {
    clearTimeout(this.timer);
    if (this.circuit === null || !this.isCutOff) return;
    const left = this.circuit.until - this.options.clock.now();
    if (left > 0) {
      this.timer = setTimeout(() => this.look(), Math.min(left, LOOK_MS));
      return;
    }
    this.isCutOff = false;
    this.tell({ kind: 'resumed' });
    this.options.onResumed(this.circuit.openedAt);
  }
}

function isHeard({ kind }: ConnectionState): boolean {
  return kind === 'connected' || kind === 'cut-off';
}

import { HOUR, type Instant, MINUTE } from '../src/core/model/instant.js';
import type { Clock, Log } from '../src/ports.js';

/** A clock that does not leap because the machine's does. */
export interface SteadyClock extends Clock {
  /** The platform dated something at this instant: a second opinion on what time it is. */
  heard(at: Instant): void;
}

export interface Sources {
  /** The machine's clock: right in the end, but it can be set. */
  readonly wall: () => Instant;
  /** Milliseconds that never leap; they may stand still while the machine sleeps. */
  readonly monotonic: () => number;
  readonly log: Log;
}

/** More than this between two looks is no correction of a clock but a leap. */
const LEAP: Instant = 5 * MINUTE;
/** The platform's date agrees with a clock that is no further off. */
const AGREES: Instant = 10 * MINUTE;
/** A leap that nobody contradicts for so long is believed. */
const PATIENCE = HOUR;

/**
 * Goes on by the monotonic clock when the machine's leaps, until the platform dates something by the new time (a laptop that slept), or
 * an hour has passed in which it dated nothing by the old (a clock that was put right). A wrong clock thus reminds, removes and forgets
 * nobody: all that waits for an instant waits by the time in which messages come.
 */
export function createSteadyClock(sources: Sources): SteadyClock {
  return new Steady(sources);
}

class Steady implements SteadyClock {
  private at: Instant;
  private tick: number;
  /** Since when, by the monotonic clock, the machine's clock has been somewhere else unopposed; null: it agrees. */
  private doubtedSince: number | null = null;

  constructor(private readonly sources: Sources) {
    this.at = sources.wall();
    this.tick = sources.monotonic();
  }

  now(): Instant {
    const { wall, monotonic } = this.sources;
    const tick = monotonic();
    const expected = Math.round(this.at + (tick - this.tick));
    const shown = wall();
    if (Math.abs(shown - expected) <= LEAP) return this.follow(shown, tick);
    if (this.doubtedSince === null) this.doubt(shown - expected, tick);
    else if (tick - this.doubtedSince >= PATIENCE) return this.believe(shown, tick);
    return expected;
  }

  heard(at: Instant): void {
    const expected = this.now();
    if (this.doubtedSince === null) return;
    const { wall, monotonic } = this.sources;
    const shown = wall();
    if (Math.abs(at - shown) <= AGREES) this.believe(shown, monotonic());
    else if (Math.abs(at - expected) <= AGREES) this.doubtedSince = monotonic();
  }

  private follow(shown: Instant, tick: number): Instant {
    this.at = shown;
    this.tick = tick;
    this.doubtedSince = null;
    return shown;
  }

  private doubt(leapMs: number, tick: number): void {
    this.doubtedSince = tick;
    const advice = '机器的时间突然变了;请检查系统时间和时间同步(NTP)。核实之前我按原来的时间走';
    this.sources.log.warn({ leapMs, advice }, 'the clock leapt');
  }

  private believe(shown: Instant, tick: number): Instant {
    this.sources.log.warn({}, 'the new time is right');
    return this.follow(shown, tick);
  }
}

/** The process's own clocks, ms: one that never goes back, and the machine's, which goes on while the machine sleeps. */
export interface TwoClocks {
  readonly monotonic: () => number;
  readonly wall: () => number;
}

interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

/**
 * Whether a time that the database granted still runs, as told without asking it. It is counted from before the question was sent, so it
 * ends here first; it is over when either clock says so.
 */
export interface Lease {
  /** The moment from which a grant that is asked for now will count. */
  ask(): Moment;
  grant(asked: Moment, ms: number): void;
  holds(): boolean;
}

/** Clocks run at slightly different speeds, and a thing that is begun takes a while: a tenth of the lease is not used. */
const USED = 0.9;

export function createLease({ monotonic, wall }: TwoClocks): Lease {
  let until: Moment = { monotonic: -Infinity, wall: -Infinity };
  return {
    ask: () => ({ monotonic: monotonic(), wall: wall() }),
    grant(asked, ms) {
      until = { monotonic: asked.monotonic + ms * USED, wall: asked.wall + ms * USED };
    },
    holds: () => monotonic() < until.monotonic && wall() < until.wall,
  };
}

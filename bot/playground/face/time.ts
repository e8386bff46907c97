import type { Instant } from '../../../src/core/model/instant.js';
import { MINUTE } from '../../../src/core/model/instant.js';
import type { Session } from '../../session.js';
import type { PlayClock } from './clock.js';

/** Time passes only as far as somebody wants it to, and never waits for a timer. */
export interface Time {
  /** Lets the bot finish: what is on its way arrives, what is due is done, and pauses between two lines are leapt over. */
  settle(): Promise<void>;
  /** Lets time pass; what falls due on the way is done at its time. */
  passTo(instant: Instant): Promise<void>;
}

export interface Clockwork {
  readonly clock: PlayClock;
  readonly session: Session;
  /** A number that grows while events are on their way from the platform to the bot. */
  readonly reads: () => number;
}

/** Pauses like a person's are shorter; nights and deadlines are longer. */
const LEAP: Instant = 1.5 * MINUTE;
/** Nothing on its way passes more turns of the event loop without a look at the platform. */
const STILL_TURNS = 6;
/** A thing that cannot be done must not hold up the prompt. */
const MOST_HOPS = 500;

export function createTime({ clock, session, reads }: Clockwork): Time {
  const quiet = async (): Promise<void> => {
    for (let still = 0; still < STILL_TURNS; still += 1) {
      const before = reads();
      await new Promise((resolve) => void setImmediate(resolve));
      await session.idle();
      if (reads() !== before) still = -1;
    }
  };
  const settle = async (): Promise<void> => {
    await quiet();
    for (let hop = 0; hop < MOST_HOPS && session.app.nextAction() - clock.now() <= LEAP; hop += 1) {
      clock.advanceTo(session.app.nextAction());
      await quiet();
    }
  };
  return {
    settle,
    async passTo(instant) {
      for (let hop = 0; hop < MOST_HOPS && session.app.nextDue() <= instant; hop += 1) {
        clock.advanceTo(session.app.nextDue());
        await settle();
      }
      clock.advanceTo(instant);
      await settle();
    },
  };
}

import type { Instant } from '../core/model/instant.js';
import { MINUTE } from '../core/model/instant.js';
import type { Clock, Log, Records, Store } from '../ports.js';
import type { Trouble } from '../ports/trouble.js';

/** What could not be recorded of one group; null: of none. */
export interface Lost {
  readonly groupId: string | null;
  readonly events: number;
}

export interface Resumption {
  readonly from: Instant;
  readonly lost: readonly Lost[];
}

/**
 * The time in which nothing can be written: from the first error of the database until something can be written again. Meanwhile the
 * store is not asked at all, so that nobody waits for it and nothing is done that no record shows.
 */
export interface Standstill {
  isOn(): boolean;
  /** When to try again; Infinity while all is well, and where only a restart can help. */
  nextDue(): Instant;
  /** Whether the error is that of a store that cannot be used; from then on it is not. */
  isTrouble(error: unknown): boolean;
  /** An event could not be recorded. */
  lost(groupId: string | null): void;
  /** True once an standstill for each key: who was told need not be told again. */
  isNews(key: string): boolean;
  /** Tries whether `write` succeeds, and ends the standstill where it does. False: it goes on. */
  tryAgain<T>(write: (records: Records, resumption: Resumption) => Promise<T>): Promise<T | null>;
}

export interface StandstillParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** What an operator can do about an error of the store; null: it is another kind of error. */
  readonly trouble: (error: unknown) => Trouble | null;
}

const FIRST_PAUSE: Instant = 5000;
const LONGEST_PAUSE: Instant = MINUTE;
/** In characters. */
const ROOM = 262_144;

class StoreRests extends Error {
  override readonly name = 'StoreRests';
}

interface State {
  readonly since: Instant;
  readonly lost: Map<string | null, number>;
  readonly told: Set<string>;
  lasts: Trouble['lasts'];
  pause: Instant;
  tryAt: Instant;
}

/** The standstill, and the store as everybody else is to use it. */
export function createStandstill(parts: StandstillParts): {
  readonly standstill: Standstill;
  readonly store: Store;
} {
  const watch = new Watch(parts);
  return { standstill: watch, store: resting(parts.store, watch) };
}

class Watch implements Standstill {
  private state: State | null = null;

  constructor(private readonly parts: StandstillParts) {}

  isOn(): boolean {
    return this.state !== null;
  }

  nextDue(): Instant {
    const { state } = this;
    if (state === null || state.lasts === 'until-restart') return Infinity;
    // A clock that was put back does not make it wait for longer.
    return Math.min(state.tryAt, this.parts.clock.now() + state.pause);
  }

  isTrouble(error: unknown): boolean {
    if (error instanceof StoreRests) return true;
    const trouble = this.parts.trouble(error);
    if (trouble === null) return false;
    this.note(trouble);
    return true;
  }

  lost(groupId: string | null): void {
    const counts = this.state?.lost;
    counts?.set(groupId, (counts.get(groupId) ?? 0) + 1);
  }

  isNews(key: string): boolean {
    if (this.state === null || this.state.told.has(key)) return false;
    this.state.told.add(key);
    return true;
  }

  async tryAgain<T>(write: (records: Records, resumption: Resumption) => Promise<T>): Promise<T | null> {
    const { state, parts } = this;
    if (state === null || state.lasts === 'until-restart') return null;
    const lost = [...state.lost].map(([groupId, events]) => ({ groupId, events }));
    try {
      const result = await parts.store.transaction(async (records) => {
        await makeRoom(records);
        return write(records, { from: state.since, lost });
      });
      this.state = null;
      const events = lost.reduce((sum, one) => sum + one.events, 0);
      parts.log.warn({ lost: events, since: state.since }, 'recording again');
      return result;
    } catch (error) {
      const trouble = parts.trouble(error);
      if (trouble === null) throw error;
      this.note(trouble);
      state.pause = Math.min(2 * state.pause, LONGEST_PAUSE);
      state.tryAt = parts.clock.now() + state.pause;
      return null;
    }
  }

  /** The first trouble begins it; damage that shows later makes it last. */
  private note({ says, lasts }: Trouble): void {
    const isWorse = this.state?.lasts === 'a-while' && lasts === 'until-restart';
    if (this.state !== null && !isWorse) return;
    const now = this.parts.clock.now();
    const { since, lost, told } = this.state ?? { since: now, lost: new Map(), told: new Set() };
    this.state = { since, lost, told, lasts, pause: FIRST_PAUSE, tryAt: now + FIRST_PAUSE };
    this.parts.log.error({ trouble: says }, 'nothing can be recorded: the bot only looks on');
  }
}

/**
 * A full disk takes one more line now and then. Room for many is asked for before anything is promised; it is then used by what is
 * written next.
 */
async function makeRoom(records: Records): Promise<void> {
  await records.putSetting('', 'room', ' '.repeat(ROOM));
  await records.putSetting('', 'room', '');
}

/** Refuses everything while the standstill lasts, and notices when one begins. */
function resting(store: Store, standstill: Standstill): Store {
  const noticed = async <T>(work: () => Promise<T>): Promise<T> => {
    if (standstill.isOn()) throw new StoreRests('the store rests');
    try {
      return await work();
    } catch (error) {
      standstill.isTrouble(error);
      throw error;
    }
  };
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'close') return value;
      return (...args: readonly unknown[]) =>
        noticed(() => Promise.resolve(Reflect.apply(value, target, args)));
    },
  });
}

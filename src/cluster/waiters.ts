/** Events that wait until it is known who leads their group. Bounded: of more than so many the rest is given up, and counted. */
export interface Waiters {
  /** Resolves at the next waking; false: given up. */
  wait(): Promise<boolean>;
  wake(): void;
  /** Gives up all that wait, and every one that comes. */
  end(): void;
  /** How many were given up since last asked. */
  takeLost(): number;
}

const MOST = 5000;

export function createWaiters(most: number = MOST): Waiters {
  let waiting: ((goOn: boolean) => void)[] = [];
  let lost = 0;
  let ended = false;
  const wakeWith = (goOn: boolean): void => {
    const woken = waiting;
    waiting = [];
    for (const one of woken) one(goOn);
  };
  return {
    wait() {
      if (ended || waiting.length >= most) {
        lost += 1;
        return Promise.resolve(false);
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    wake: () => wakeWith(true),
    end() {
      ended = true;
      lost += waiting.length;
      wakeWith(false);
    },
    takeLost() {
      const count = lost;
      lost = 0;
      return count;
    },
  };
}

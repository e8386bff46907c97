import { type Circuit, circuitAgain, keptCircuit } from '../src/core/connection/circuit.js';
import type { Clock, Store } from '../src/ports.js';

/**
 * Keeps in the store how long an account may not send, so that a restart in the middle of the pause does not end it: a platform that
 * is spoken to while it forbids that bans for longer.
 */
export interface BreakerMemory {
  /** Takes up what is kept of the account that is logged in, once each login of another one. Never rejects. */
  recall(store: Store, account: string | null): Promise<void>;
  keep(store: Store, circuit: Circuit): Promise<void>;
}

interface Remembering {
  readonly clock: Clock;
  readonly takeUp: (circuit: Circuit | null) => void;
}

export function createBreakerMemory({ clock, takeUp }: Remembering): BreakerMemory {
  let known: { readonly account: string; readonly taken: Promise<void> } | null = null;
  const taken = async (store: Store, account: string): Promise<void> => {
    // A store that cannot be read is noticed elsewhere; nothing is sent while it cannot be written to.
    const kept = await store.settings('').catch((): Readonly<Record<string, string>> => ({}));
    takeUp(circuitAgain(kept[keyOf(account)], clock.now()));
  };
  return {
    recall(store, account) {
      if (account === null) return Promise.resolve();
      if (known?.account !== account) known = { account, taken: taken(store, account) };
      return known.taken;
    },
    async keep(store, circuit) {
      if (known !== null) await store.putSetting('', keyOf(known.account), keptCircuit(circuit));
    },
  };
}

function keyOf(account: string): string {
  return `breaker:${account}`;
}

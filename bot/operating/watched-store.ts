import type { Case } from '../../src/core/model/case.js';
import type { Records, Store } from '../../src/ports.js';
import type { Instruments } from './instruments.js';

type Operation = 'transaction' | 'call';

/** The store, timed; cases are counted when they are written for good. */
export function watchedStore(store: Store, instruments: Instruments): Store {
  const opened = ({ verdict, category }: Case): void => instruments.decisions.inc({ verdict, category });
  const plain = counting(store, opened);
  return new Proxy(plain, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (name === 'transaction') {
        return <T>(work: (records: Records) => Promise<T>) =>
          timed(instruments, 'transaction', () => transaction(store, work, opened));
      }
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]) =>
        timed(instruments, 'call', () => Promise.resolve(Reflect.apply(value, target, args)));
    },
  });
}

/** A transaction may run its work again: only what the last run opened is counted, and only once it holds. */
async function transaction<T>(
  store: Store,
  work: (records: Records) => Promise<T>,
  opened: (one: Case) => void,
): Promise<T> {
  let cases: Case[] = [];
  const result = await store.transaction((records) => {
    cases = [];
    return work(counting(records, (one) => cases.push(one)));
  });
  cases.forEach(opened);
  return result;
}

function counting<R extends Records>(records: R, opened: (one: Case) => void): R {
  return new Proxy(records, {
    get(target, name, receiver) {
      if (name !== 'openCase') return Reflect.get(target, name, receiver);
      return async (...args: Parameters<Records['openCase']>) => {
        const one = await target.openCase(...args);
        if (one !== null) opened(one);
        return one;
      };
    },
  });
}

async function timed<T>(instruments: Instruments, operation: Operation, work: () => Promise<T>): Promise<T> {
  const end = instruments.store.startTimer({ operation });
  try {
    return await work();
  } catch (error) {
    instruments.storeErrors.inc({ operation });
    throw error;
  } finally {
    end();
  }
}

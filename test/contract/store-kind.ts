import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/ports.js';

/** One implementation of the store, as the contract needs it. */
export interface StoreKind {
  /** The url of a database that does not exist yet, or is empty. */
  fresh(): Promise<string>;
  open(url: string): Promise<Store>;
  /** Runs statements past the store; no store is open on the database meanwhile. */
  raw(url: string, statements: readonly string[]): Promise<void>;
  /** Whether two stores may be open on one database. */
  readonly shared: boolean;
}

/** Opens one new database for the tests of the enclosing `describe`. */
export function openedStore(kind: StoreKind): () => Store {
  let store: Store | null = null;
  beforeAll(async () => {
    store = await kind.open(await kind.fresh());
  });
  afterAll(() => store?.close());
  return () => {
    if (store === null) throw new Error('the store is not open yet');
    return store;
  };
}

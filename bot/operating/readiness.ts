import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionState } from '../../src/core/connection/state.js';
import type { Store } from '../../src/ports.js';

/** What has to work for messages to be moderated. */
export interface Readiness {
  readonly ready: boolean;
  readonly connection: ConnectionState['kind'];
  readonly store: 'ok' | 'not-open' | 'failed' | 'slow';
}

const PATIENCE_MS = 2000;

/** Messages are heard while sending is cut off: that is ready. */
const HEARING: readonly ConnectionState['kind'][] = ['connected', 'cut-off'];

export async function readiness(
  connection: ConnectionState['kind'],
  store: Pick<Store, 'job'> | null,
  patienceMs = PATIENCE_MS,
): Promise<Readiness> {
  const state = store === null ? 'not-open' : await stateOf(store, patienceMs);
  return { ready: state === 'ok' && HEARING.includes(connection), connection, store: state };
}

/** A read by primary key: cheap, and it fails where the store does. */
async function stateOf(store: Pick<Store, 'job'>, patienceMs: number): Promise<Readiness['store']> {
  const asked = store.job('readyz').then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  const late = new AbortController();
  const slow = sleep(patienceMs, 'slow' as const, { signal: late.signal }).catch(() => 'slow' as const);
  const state = await Promise.race([asked, slow]);
  late.abort();
  return state;
}

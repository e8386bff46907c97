import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app/app.js';
import type { ConnectionState } from '../../src/core/connection/state.js';
import type { Store } from '../../src/ports.js';

/** What has to work for messages to be moderated. */
export interface Readiness {
  readonly ready: boolean;
  readonly connection: ConnectionState['kind'];
  /** `standstill`: nothing can be recorded, so the bot only looks on. */
  readonly store: 'ok' | 'not-open' | 'failed' | 'slow' | 'standstill';
}

const PATIENCE_MS = 2000;

/** Messages are heard while sending is cut off: that is ready. */
const HEARING: readonly ConnectionState['kind'][] = ['connected', 'cut-off'];

export async function readiness(
  connection: ConnectionState['kind'],
  session: Watched | null,
  patienceMs = PATIENCE_MS,
): Promise<Readiness> {
  const state = session === null ? 'not-open' : await stateOf(session, patienceMs);
  return { ready: state === 'ok' && HEARING.includes(connection), connection, store: state };
}

interface Watched {
  readonly store: Pick<Store, 'job'>;
  readonly app: Pick<App, 'isRecording'>;
}

/** A read by primary key: cheap, and it fails where the store does. A full disk can be read: that nothing is written, the app knows. */
async function stateOf({ store, app }: Watched, patienceMs: number): Promise<Readiness['store']> {
  if (!app.isRecording()) return 'standstill';
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

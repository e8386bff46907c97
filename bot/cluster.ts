import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { ClusterLeadership } from '../src/cluster/leadership.js';
import { type Tempo, TEMPO } from '../src/cluster/tempo.js';
import type { App } from '../src/app/app.js';
import { isPostgres, openCluster } from '../src/store/open.js';
import type { Clock, Log } from '../src/ports.js';

/** This process among those that share a database: it looks at it every few seconds, until it is stopped. */
export interface Cluster {
  readonly leadership: ClusterLeadership;
  /** From here on groups are taken up. `onTurn`: called when something may be due that was not before. */
  start(app: Pick<App, 'shared'>, onTurn: () => void): void;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly database: string;
  readonly account: () => string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly tempo?: Tempo | undefined;
}

/** Null where the database is a file, which has one process. */
export async function joinCluster(options: ClusterOptions): Promise<Cluster | null> {
  const { database, account, clock, log, tempo = TEMPO } = options;
  if (!isPostgres(database)) return null;
  const leadership = new ClusterLeadership({
    records: openCluster(database),
    log,
    account,
    tempo,
    clocks: { monotonic: () => performance.now(), wall: () => clock.now() },
    name: () => `${hostname()}:${process.pid}:${randomUUID()}`,
  });
  await leadership.begin();
  return createLooks(leadership, tempo);
}

function createLooks(leadership: ClusterLeadership, { lookMs }: Tempo): Cluster {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let turn: () => void = () => undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    again = running !== null;
    running ??= leadership.look().finally(() => {
      running = null;
      turn();
      if (again) look();
      else timer = setTimeout(look, lookMs);
    });
  };
  return {
    leadership,
    start(app, onTurn) {
      leadership.attach(app.shared);
      leadership.onWanted = look;
      turn = onTurn;
      look();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await leadership.stop();
    },
  };
}

import { type App, createApp } from '../src/app/app.js';
import type { LoadedConfig } from '../src/config/load.js';
import type { Inbound } from '../src/core/model/event.js';
import type { Pictures } from '../src/ports/pictures.js';
import type { Tables } from '../src/ports/tables.js';
import type { PaceLimits } from '../src/core/policy/pace.js';
import { StoreError } from '../src/store/error.js';
import { openStore } from '../src/store/open.js';
import { storeTrouble } from '../src/store/trouble.js';
import type { Tempo } from '../src/cluster/tempo.js';
import { createWebhook } from '../src/webhook/webhook.js';
import type { Clock, Log, Platform, Store } from '../src/ports.js';
import { createCalendar } from '../src/schedule/calendar.js';
import { type Backups, createBackups } from './backups.js';
import { compose } from './compose.js';
import { type Cluster, joinCluster } from './cluster.js';
import { createEngine, type Engine } from './engine.js';
import type { Watch } from './operating/watch.js';
import { createPulse, type Pulse } from './pulse.js';
import { createSteadyClock } from './steady-clock.js';

/** The bot at work on one platform: started, fed with events, stopped. */
export interface Session {
  readonly app: App;
  /** To look something up in; what is written goes through the app. */
  readonly store: Store;
  hear(event: Inbound): Promise<void>;
  /** Events that are being handled. */
  underWay(): number;
  /** The platform cannot be reached: what is due waits. */
  hold(): void;
  /** The platform can be reached (again): what is due is done. */
  release(): void;
  /** Resolves when every event handed in is handled and nothing is due at the clock's now. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SessionOptions {
  readonly loaded: LoadedConfig;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace?: PaceLimits | undefined;
  readonly pictures?: Pictures | undefined;
  readonly tables?: Tables | undefined;
  /** What watches the session; nobody unless told. */
  readonly watch?: Watch | null;
  /** Opens the database; `openStore` unless a program wants to stand in between. */
  readonly open?: (url: string) => Promise<Store>;
  /** Made from the tables under `lexicons/` unless told. */
  readonly engine?: Engine;
  /** The account that is logged in, null while none is. Left out: the process shares its database with no other. */
  readonly account?: () => string | null;
  /** How often processes that share a database look after each other. */
  readonly tempo?: Tempo | undefined;
  /** `held`: what is due waits for `release`, as before a login. Default `at-once`. */
  readonly begin?: 'at-once' | 'held';
}

/** Opens the store, makes the tables, takes up what an earlier run left. Throws ConfigError or StoreError, one sentence each. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { loaded, platform, clock, pace, pictures, tables, watch = null } = options;
  const log = watch?.log ?? options.log;
  const opened = await (options.open ?? openStore)(loaded.config.database);
  const store = watch?.store(opened) ?? opened;
  const year = (): number => new Date(clock.now()).getFullYear();
  const engine = options.engine ?? createEngine(loaded.config.organisation, year);
  for (const warning of engine.warnings) log.warn({ warning }, 'lexicon');
  const { webhook } = loaded.config;
  const report = webhook === null ? undefined : createWebhook(webhook, clock);
  const reach = { held: options.begin === 'held' };
  const worker = `${process.pid}-${clock.now()}`;
  const cluster = await clusterOf(options);
  const { leadership } = cluster ?? {};
  const mayAct = (): boolean => !reach.held;
  const made = { store, platform, clock, log, worker, pace, report, pictures, tables, mayAct };
  const app = createApp(compose(loaded.config, engine, { ...made, leadership, meter: watch?.meter }));
  await started(app, loaded.config.database);
  const pulse = createPulse(app, clock, log);
  if (reach.held) {
    pulse.hold();
    leadership?.hold();
  } else pulse.touch();
  cluster?.start(app, () => pulse.touch());
  const { database, backup: settings } = loaded.config;
  const backups = createBackups({ database, settings, calendar: createCalendar(), clock, log });
  const session = sessionOf({ app, pulse, store, watch, cluster, backups, reach });
  watch?.attach(session);
  return session;
}

/** What is read at the start may lie on a damaged page: that is said as it is for a file that cannot be opened. */
async function started(app: App, database: string): Promise<void> {
  try {
    await app.start();
  } catch (error) {
    const trouble = storeTrouble(error, database);
    throw trouble === null ? error : new StoreError(trouble.says, { cause: error });
  }
}

function clusterOf({ loaded, account, clock, log, tempo }: SessionOptions): Promise<Cluster | null> {
  const { database } = loaded.config;
  return account === undefined
    ? Promise.resolve(null)
    : joinCluster({ database, account, clock, log, tempo });
}

interface Running {
  readonly app: App;
  readonly pulse: Pulse;
  readonly store: Store;
  readonly watch: Watch | null;
  readonly cluster: Cluster | null;
  readonly backups: Backups | null;
  readonly reach: { held: boolean };
}

function sessionOf({ app, pulse, store, watch, cluster, backups, reach }: Running): Session {
  const underWay = new Set<Promise<void>>();
  return {
    app,
    store,
    hear(event) {
      const work = app.handle(event).finally(() => {
        underWay.delete(work);
        pulse.touch();
      });
      underWay.add(work);
      watch?.event(event, work);
      return work;
    },
    underWay: () => underWay.size,
    async idle() {
      do {
        await Promise.allSettled(underWay);
        await pulse.drain();
      } while (underWay.size > 0);
    },
    hold() {
      reach.held = true;
      pulse.hold();
      cluster?.leadership.hold();
    },
    release() {
      reach.held = false;
      pulse.release();
      cluster?.leadership.release();
    },
    async stop() {
      cluster?.leadership.endWaiting();
      await Promise.allSettled(underWay);
      await pulse.stop();
      await cluster?.stop();
      await backups?.stop();
      await app.flush();
      await store.close();
    },
  };
}

/** The machine's own clock, without its leaps. */
export function systemClock(log: Log): Clock {
  return createSteadyClock({ wall: () => Date.now(), monotonic: () => performance.now(), log });
}

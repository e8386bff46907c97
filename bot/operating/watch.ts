import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gauge } from 'prom-client';
import type { ConnectionState } from '../../src/core/connection/state.js';
import type { Inbound } from '../../src/core/model/event.js';
import type { OperatingSettings } from '../../src/core/policy/settings.js';
import { listenFailedText } from '../../src/core/wording/operating.js';
import type { Clock, Log, Store } from '../../src/ports.js';
import type { Meter } from '../../src/ports/meter.js';
import { packageRoot } from '../root.js';
import type { Session } from '../session.js';
import type { Connection } from '../wechaty/connection/connection.js';
import { countingLog } from './counting-log.js';
import { createInstruments, type Instruments, readGauge } from './instruments.js';
import { readiness } from './readiness.js';
import { type Answer, type Pages, serve } from './server.js';
import { watchedStore } from './watched-store.js';

/** What the session lets itself be watched by. Each part does nothing else than before, and is counted. */
export interface Watch {
  readonly meter: Meter;
  readonly log: Log;
  store(store: Store): Store;
  /** One event, from being handed in until it is handled. */
  event(event: Inbound, work: Promise<void>): void;
  /** The session is there: from now on its load is shown and the store is asked. */
  attach(session: Session): void;
  /** Where it listens, once it does; null where it cannot. */
  readonly address: Promise<string | null>;
  stop(): Promise<void>;
}

export interface WatchOptions {
  readonly operating: OperatingSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly connection: Connection;
}

/** Serves health and metrics; null where the configuration asks for none. */
export function createWatch(options: WatchOptions): Watch | null {
  const { operating, clock, log, connection } = options;
  const { listen } = operating;
  if (listen === null) return null;
  const instruments = createInstruments();
  let session: Session | null = null;
  showVersion(instruments);
  showConnection(instruments, connection, clock);
  showLoad(instruments, () => session, clock);
  const serving = serve(
    listen,
    pagesOf(instruments, connection, () => session),
  ).catch((error: unknown) => {
    // Moderation does not stop because nobody can watch it.
    log.error({ code: codeOf(error), advice: listenFailedText(listen) }, 'metrics not served');
    return null;
  });
  return {
    meter: meterOf(instruments),
    log: countingLog(log, instruments),
    store: (store) => watchedStore(store, instruments),
    event: (event, work) => timeEvent({ instruments, clock }, event, work),
    attach(one) {
      session = one;
    },
    address: serving.then((one) => one?.address ?? null),
    stop: async () => (await serving)?.close(),
  };
}

function pagesOf({ registry }: Instruments, connection: Connection, session: () => Session | null): Pages {
  return {
    '/healthz': () => json(200, { alive: true }),
    '/readyz': async () => {
      const state = await readiness(connection.state().kind, session());
      return json(state.ready ? 200 : 503, state);
    },
    '/metrics': async () => ({ status: 200, type: registry.contentType, body: await registry.metrics() }),
  };
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}

function meterOf({ actions }: Instruments): Meter {
  return {
    settled: ({ action, stage }, outcome) =>
      actions.inc({
        kind: action.kind,
        stage,
        outcome: outcome.kind === 'refused' ? outcome.reason : outcome.kind,
      }),
  };
}

function timeEvent(
  { instruments, clock }: { readonly instruments: Instruments; readonly clock: Clock },
  event: Inbound,
  work: Promise<void>,
): void {
  const end = instruments.handling.startTimer();
  const settled = work.catch(() => undefined);
  void settled.then(() => {
    end();
    instruments.events.inc({ kind: event.kind });
    if (event.kind === 'message') instruments.lag.observe(Math.max(0, clock.now() - event.message.at) / 1000);
  });
}

/** A state left out does not compile. */
const STATES: Readonly<Record<ConnectionState['kind'], true>> = {
  starting: true,
  connected: true,
  'waiting-for-login': true,
  broken: true,
  deaf: true,
  refused: true,
  'cut-off': true,
  stopped: true,
};

function showConnection({ registry }: Instruments, connection: Connection, clock: Clock): void {
  const states = new Gauge({
    name: 'qunshao_connection',
    help: 'The state of the connection: 1 for the one that holds, 0 for the others',
    labelNames: ['state'],
    registers: [],
    collect() {
      const now = connection.state().kind;
      for (const state of Object.keys(STATES)) this.set({ state }, state === now ? 1 : 0);
    },
  });
  registry.registerMetric(states);
  const show = (name: string, help: string, read: () => number): void =>
    readGauge(registry, { name: `qunshao_${name}`, help }, read);
  show(
    'connection_state_seconds',
    'How long that state has lasted',
    () => (clock.now() - connection.since()) / 1000,
  );
  show(
    'connection_gaps',
    'Times without hearing the platform, since the start',
    () => connection.losses().gaps,
  );
  show(
    'connection_unheard_seconds',
    'How long they were together',
    () => connection.losses().unheardMs / 1000,
  );
  show(
    'events_lost',
    'Events announced whose content could not be had, since the start',
    () => connection.losses().events,
  );
}

function showLoad({ registry }: Instruments, session: () => Session | null, clock: Clock): void {
  const show = (name: string, help: string, read: () => number): void =>
    readGauge(registry, { name: `qunshao_${name}`, help }, read);
  const overdue = (): number => {
    const due = session()?.app.waiting().oldestDueAt ?? null;
    return due === null ? 0 : Math.max(0, clock.now() - due) / 1000;
  };
  show('session_open', 'Whether the store is open and events are handled', () =>
    session() === null ? 0 : 1,
  );
  show('recording', 'Whether what happens can be recorded; 0 while the bot only looks on', () =>
    session()?.app.isRecording() === true ? 1 : 0,
  );
  show(
    'messages',
    'Messages handled after deduplication, since the start',
    () => session()?.app.messages() ?? 0,
  );
  show('events_under_way', 'Events being handled now', () => session()?.underWay() ?? 0);
  show('actions_waiting', 'Actions planned and not done', () => session()?.app.waiting().actions ?? 0);
  show('actions_overdue_seconds', 'How long the oldest action that is due has waited', overdue);
}

function showVersion({ registry }: Instruments): void {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '';
  new Gauge({
    name: 'qunshao_build_info',
    help: 'The version that runs; always 1',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.versions.node }, 1);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

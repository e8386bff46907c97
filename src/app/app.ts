import type { Inbound } from '../core/model/event.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { ring } from './alarms/index.js';
import { createCommands } from './run-command.js';
import { createConductWatch } from './conduct/watch.js';
import { createHarassmentWatch } from './conduct/harassment.js';
import { createPictureWatch } from './conduct/pictures.js';
import { createPieceWatch } from './conduct/pieces.js';
import { createNewcomers } from './conduct/newcomers.js';
import { createCounters } from './counters.js';
import type { Deps } from './deps.js';
import { createDispatch, type Waiting } from './dispatch.js';
import { createFeeWatch } from './fee-scam.js';
import { createGate, groupOf } from './gate.js';
import { createGroups, type GroupState } from './groups.js';
import { createHandlers } from './handlers.js';
import type { Parts } from './parts.js';
import { createHeard } from './heard.js';
import { createJobs } from './jobs.js';
import { createLanes, SETTLED } from './lanes.js';
import { eventLost, recordAgain } from './standstill-told.js';
import { createPassedOn } from './passed-on.js';
import { createSeen } from './seen.js';
import { createShared, type Shared } from './shared.js';
import { createTurnstile } from './turnstile.js';

/** The whole of the bot, without its outside: events in, actions out, time by the clock that it was given. */
export interface App {
  /** Loads what is known and takes up what an earlier process left. Where several share the store, groups are taken up later. */
  start(): Promise<void>;
  /** For whoever says which groups this process leads. */
  readonly shared: Shared;
  /** Handles one event, in order within its group. Never throws: what fails is logged and the next event goes on. */
  handle(event: Inbound): Promise<void>;
  /** The earliest instant at which `runDue` has something to do; Infinity when nothing waits. */
  nextDue(): Instant;
  /** The same for what is already planned alone, leaving out the calendar. */
  nextAction(): Instant;
  /** Does everything that is due at the clock's now. */
  runDue(): Promise<void>;
  runActions(): Promise<void>;
  /** What is planned and not done yet. */
  waiting(): Waiting;
  /** False during a standstill: what happens is seen, and nothing is recorded or done. */
  isRecording(): boolean;
  /** Messages handled since the start. */
  messages(): number;
  /** Writes what is counted in memory. */
  flush(): Promise<void>;
}

/**
 * Messages of so many groups are recorded at once: enough to share a commit, few enough that a command, which does not stand in this line,
 * finds the store and the platform free within some milliseconds.
 */
const RECORDED_AT_ONCE = 24;

interface Whole extends Parts {
  readonly shared: Shared;
}

function createParts(deps: Deps): Whole {
  const groups = createGroups(deps);
  const dispatch = createDispatch(deps, groups);
  const jobs = createJobs(deps, groups);
  const counters = createCounters(deps.store);
  const shared = { deps, groups, dispatch, jobs, counters, heard: createHeard() };
  const newcomers = createNewcomers(deps);
  const conduct = createConductWatch({ holidays: deps.holidays, newcomers });
  return {
    ...shared,
    commands: createCommands(shared),
    seen: createSeen(),
    conduct,
    newcomers,
    pictures: createPictureWatch(deps, newcomers),
    harassment: createHarassmentWatch(deps),
    pieces: createPieceWatch(deps.rules),
    turnstile: createTurnstile(deps.clock, RECORDED_AT_ONCE),
    passedOn: createPassedOn(),
    fees: createFeeWatch(deps),
    shared: createShared({ ...shared, conduct, newcomers }),
  };
}

export function createApp(deps: Deps): App {
  const parts = createParts(deps);
  const { groups, dispatch, jobs, counters } = parts;
  const lanes = createLanes();
  const { leadership } = deps;
  const handlers = createGate({ leadership, seen: parts.seen, handlers: createHandlers(parts) });
  const soonest = (): Instant => Math.min(dispatch.nextDue(), jobs.nextDue(), deps.alarms.nextDue());
  const guarded = guard(parts, (event) => handlers.handle(event));
  return {
    async start() {
      const states = await groups.load();
      await deps.signatures.catchUp(deps.store, deps.clock.now(), 'new');
      for (const notice of await deps.store.publishedNotices()) deps.published.put(notice);
      dispatch.remember(await deps.store.doneSince(deps.clock.now() - MINUTE));
      if (leadership.kind === 'alone') await leadAll(parts, states);
    },
    shared: parts.shared,
    handle: (event) => lanes.run(laneOf(event), () => guarded(event)),
    nextDue() {
      if (deps.standstill.isOn()) return deps.standstill.nextDue();
      return leadership.isWell() ? soonest() : Infinity;
    },
    nextAction: () => dispatch.nextDue(),
    async runDue() {
      if (deps.standstill.isOn()) dispatch.add((await recordAgain(parts)) ?? []);
      await untilStandstill(deps, () => due(parts));
    },
    runActions: () => untilStandstill(deps, () => (leadership.isWell() ? dispatch.run() : SETTLED)),
    waiting: () => dispatch.waiting(),
    isRecording: () => !deps.standstill.isOn(),
    messages: () => counters.total(),
    flush: () => counters.flush(),
  };
}

/** Jobs, alarms and actions that are due. Without the store nothing can be claimed; what is due waits. */
async function due(parts: Whole): Promise<void> {
  const { deps, groups, dispatch, jobs, counters } = parts;
  if (!deps.leadership.isWell()) return;
  if (jobs.nextDue() <= deps.clock.now()) {
    await counters.flush();
    dispatch.add(await jobs.run());
  }
  if (deps.alarms.nextDue() <= deps.clock.now()) dispatch.add(await ring(deps, groups));
  await dispatch.run();
}

/** While nothing can be recorded nothing is done; what a standstill breaks off is told by the standstill. */
async function untilStandstill({ standstill }: Deps, work: () => Promise<void>): Promise<void> {
  if (standstill.isOn()) return;
  try {
    await work();
  } catch (error) {
    if (!standstill.isTrouble(error) || !standstill.isOn()) throw error;
  }
}

/** One process by itself takes up every group at once. */
async function leadAll(parts: Whole, states: readonly GroupState[]): Promise<void> {
  const { deps, jobs, newcomers, dispatch } = parts;
  for (const state of states) if (state.introducedAt !== null) await jobs.watch(state);
  await newcomers.load();
  for (const incident of await deps.store.openIncidents(null)) deps.incidents.put(incident);
  for (const alarm of await deps.store.alarms()) deps.alarms.set(alarm);
  dispatch.resume(await deps.store.unsettled());
}

/** What fails is logged or, where the store failed it, counted and told; the next event goes on. */
function guard(parts: Whole, handle: (event: Inbound) => Promise<void>): (event: Inbound) => Promise<void> {
  const { log, standstill } = parts.deps;
  return (event) => {
    const lost = (error: unknown): Promise<void> => {
      if (standstill.isTrouble(error) && standstill.isOn()) return eventLost(parts, event, groupOf(event));
      log.error({ event: event.kind, error: faultOf(error) }, 'event not handled');
      return SETTLED;
    };
    try {
      const handled = handle(event);
      return handled === SETTLED ? SETTLED : handled.catch(lost);
    } catch (error) {
      return lost(error);
    }
  };
}

function laneOf(event: Inbound): string {
  switch (event.kind) {
    case 'direct':
      return `person:${event.from.id}`;
    case 'invitation':
    case 'friendship':
      return `person:${event.fromId}`;
    case 'group':
    case 'message':
    case 'join':
    case 'leave':
    case 'card':
    case 'topic':
    case 'role':
    case 'recall':
    case 'resync':
      return groupOf(event) ?? '';
    case 'outage':
      return 'outage';
  }
}

/** Name and place of a fault; its message may hold somebody's words. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [
    error.name,
    ...(error.stack
      ?.split('\n')
      .slice(1, 5)
      .map((line) => line.trim()) ?? []),
  ].join(' | ');
}

import { join } from 'node:path';
import { type App, createApp } from '../../src/app/app.js';
import type { Deps } from '../../src/app/deps.js';
import { createPlaces } from '../../src/core/group-name/branch.js';
import { loadAbove } from '../../src/names/above.js';
import { parseConfig } from '../../src/config/parse.js';
import type { NoticeClaim } from '../../src/core/policy/authority.js';
import { type Config, settingsOf } from '../../src/core/policy/settings.js';
import { invitationRule } from '../../src/core/rules/invitation.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import type { Rule } from '../../src/core/rules/rule.js';
import { readHolidays } from '../../src/schedule/holidays.js';
import { createVirtualClock, type VirtualClock } from '../../src/simulate/clock.js';
import { parseEvent } from '../../src/simulate/parse.js';
import { createSimulatedPlatform, type TranscriptLine } from '../../src/simulate/platform.js';
import { createReplay } from '../../src/simulate/replay.js';
import { createWorld, type World } from '../../src/simulate/world.js';
import { openStore } from '../../src/store/open.js';
import type { Leadership } from '../../src/ports/leadership.js';
import type { Pictures } from '../../src/ports/pictures.js';
import type { Tables } from '../../src/ports/tables.js';
import type { Platform, Store } from '../../src/ports.js';
import type { RunTotals } from '../../src/ports/totals.js';
import { compose } from '../../bot/compose.js';
import {
  createCards,
  createGroupNames,
  createIdentity,
  createMatchTables,
  lexiconsFolder,
} from '../../bot/engine.js';
import { WORD_RULE } from '../builders/rules.js';
import { createMemoryLog, type LogEntry } from './log.js';

/** An event as a replay file has it. */
export type Event = Readonly<Record<string, unknown>>;

export interface StageOptions {
  /** The text of a `qunshao.yaml`. */
  readonly config?: string;
  readonly rules?: readonly Rule[];
  /** What notices claim; in most scenes it is read off plain words. */
  readonly notice?: Deps['notice'];
  /** A store that an earlier stage used; a new one in memory unless told. */
  readonly store?: Store;
  readonly world?: World;
  readonly pictures?: Pictures;
  readonly tables?: Tables;
  /** Where several stages share a store. */
  readonly leadership?: Leadership;
  /** Stands between the app and the simulated platform: to let something fail. */
  readonly platform?: (platform: Platform) => Platform;
}

/** The whole system over a simulated chat: real store, real cards, virtual time, and rules that know a few words. */
export interface Stage {
  readonly app: App;
  readonly store: Store;
  readonly world: World;
  readonly clock: VirtualClock;
  readonly lines: readonly TranscriptLine[];
  readonly log: readonly LogEntry[];
  play(...events: readonly Event[]): Promise<void>;
  /** Plays them and hands out the lines that they led to. */
  after(...events: readonly Event[]): Promise<readonly string[]>;
  finish(): Promise<RunTotals>;
}

const { card: cards, tables } = createCards({
  lexicons: lexiconsFolder(),
  organisation: { founded: 1951, majors: [] },
  year: 2026,
});
const places = createPlaces(tables, loadAbove(join(lexiconsFolder(), 'names')));

const FOLDING = makeFoldTable();
const { holidays } = readHolidays(join(lexiconsFolder(), 'calendar'));
const identity = createIdentity(lexiconsFolder(), tables);

export const ENFORCED = 'groups:\n  - id: g1\n';

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { config } = parseConfig(options.config ?? ENFORCED, 'qunshao.yaml');
  const store = options.store ?? (await openStore(':memory:', { durability: 'batched' }));
  const world = options.world ?? createWorld();
  const clock = createVirtualClock(0);
  const lines: TranscriptLine[] = [];
  const log = createMemoryLog();
  const zone = zoneOf(config, world);
  const simulated = createSimulatedPlatform({
    world,
    clock,
    timezone: zone,
    write: (line) => void lines.push(line),
  });
  const platform = options.platform?.(simulated) ?? simulated;
  const { words } = config.organisation;
  const invitations = words.length === 0 ? [] : [invitationRule(words)];
  const groupName = createGroupNames(lexiconsFolder(), tables, config.organisation).check;
  const engine = {
    content: [],
    rules: [...(options.rules ?? [WORD_RULE]), ...invitations],
    card: cards,
    identity,
    names: createMatchTables(tables),
    groupName,
    holidays,
    folding: FOLDING,
    places,
    warnings: [],
  };
  const deps: Deps = {
    ...compose(config, engine, {
      store,
      platform,
      clock,
      log,
      worker: 'test',
      pictures: options.pictures,
      tables: options.tables,
      leadership: options.leadership,
    }),
    notice: options.notice ?? claimOf,
  };
  const app = createApp(deps);
  const replay = createReplay(world, clock, app);
  let started = false;
  const play = async (...events: readonly Event[]): Promise<void> => {
    for (const event of events) {
      const parsed = parseEvent(event);
      if (parsed.kind === 'wrong') throw new Error(`${parsed.reason}: ${JSON.stringify(event)}`);
      if (!started) clock.set(parsed.at);
      if (!started) await app.start();
      started = true;
      await replay.play(parsed.event, parsed.at);
    }
  };
  return {
    app,
    store,
    world,
    clock,
    lines,
    log: log.entries,
    play,
    async after(...events) {
      const before = lines.length;
      await play(...events);
      return lines.slice(before).map(readable);
    },
    async finish() {
      await replay.finish();
      await app.flush();
      return store.runTotals(clock.now());
    },
  };
}

function zoneOf(config: Config, world: World) {
  return (groupId: string | null): string =>
    settingsOf(config, groupId ?? '', world.group(groupId ?? '')?.name ?? '').digest.timezone;
}

/** In the scenes a notice names its level and subject by these words. */
function claimOf(message: { readonly text: string }): NoticeClaim {
  return {
    level: message.text.includes('总会') ? 'organisation' : 'branch',
    subject: message.text.includes('活动') ? '活动' : null,
  };
}

/** `03-02 09:01 say →u6 #1 | text`: the local time, what was done, to whom, in which case, the words. */
export function readable(line: TranscriptLine): string {
  const when = line.at.slice(5, 16).replace('T', ' ');
  const to = line.to === undefined ? '' : ` →${[line.to].flat().join(',')}`;
  const about = line.case === undefined ? '' : ` #${line.case}`;
  const text = line.text === undefined ? '' : ` | ${line.text.replaceAll('\n', ' / ')}`;
  return `${when} ${line.type}${to}${about}${text}`;
}

import { DEFAULT_BACKUP } from '../../../src/core/policy/backup.js';
import type { LoadedConfig } from '../../../src/config/load.js';
import { DEFAULT_OPERATING } from '../../../src/core/policy/settings.js';
import type { Instant } from '../../../src/core/model/instant.js';
import { createLog } from '../../log.js';
import { GROUP, ORGANISATION, ROOM } from '../scene/alumni.js';
import { createAudience } from './audience.js';
import { createFlowingClock, createSteppedClock, type PlayClock } from './clock.js';
import { chooseDatabase } from './database.js';
import { localTime } from './day.js';
import { Face } from './face.js';
import { createOutput, type Output } from './output.js';
import { play } from './play.js';
import { createPeople } from './people.js';
import { Reasons } from './reasons.js';
import { Screen } from './screen.js';
import type { ScriptLine } from './script.js';
import { createWorld, openStage, type Stage } from './stage.js';

/** A fixed day, so that a script is told the same way whenever it is played: Monday, 2 March 2026, 09:30 in Beijing. */
const SCRIPT_DAY: Instant = Date.UTC(2026, 2, 2, 1, 30);

type Mode = 'terminal' | 'pipe' | 'script';

export interface Theatre {
  readonly mode: Mode;
  readonly clock: PlayClock;
  readonly stage: Stage;
  readonly face: Face;
  readonly screen: Screen;
  readonly output: Output;
  readonly database: string;
}

/** Opens everything, plays, closes everything. `lines` null: at the terminal, or from what is piped in. */
export async function start(loaded: LoadedConfig, lines: readonly ScriptLine[] | null): Promise<void> {
  // `npm start | head`: the reader has what it wanted.
  process.stdout.on('error', () => process.exit(0));
  const mode: Mode = lines !== null ? 'script' : process.stdin.isTTY ? 'terminal' : 'pipe';
  const database = chooseDatabase(loaded, mode === 'script' ? 'script' : 'play');
  const theatre = await open(withPlayground(loaded, database.url), mode);
  const end = once(async () => {
    await theatre.stage.close();
    database.dispose();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void end().finally(() => process.exit(0)));
  }
  try {
    await play(theatre, lines);
  } finally {
    await end();
  }
  process.exit(0);
}

async function open(loaded: LoadedConfig, mode: Mode): Promise<Theatre> {
  const clock = clockFor(mode);
  const world = createWorld(clock, `${Date.now().toString(36)}-`);
  const output = createOutput(process.stdout);
  const isColoured = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && mode !== 'script';
  const screen = new Screen(world, { width: () => process.stdout.columns ?? 80, isColoured });
  const print = (text: string): void => output.print(text);
  const reasons = new Reasons((text) => print(screen.reason(text)));
  const audience = createAudience(world, { screen, reasons, print });
  const log = createLog(loaded.env['QUNSHAO_LOG'], 'silent');
  const stage = await openStage(world, { loaded, clock, log }, reasons);
  const people = createPeople(world, ROOM);
  const face = new Face({ stage, people, clock, screen, audience, reasons, print });
  return { mode, clock, stage, face, screen, output, database: loaded.config.database };
}

function clockFor(mode: Mode): PlayClock {
  if (mode === 'script') return createSteppedClock(SCRIPT_DAY);
  const morning = localTime(Date.now(), 9, 30);
  return mode === 'pipe' ? createSteppedClock(morning) : createFlowingClock(morning, Date.now);
}

/** What is played is not kept. */
const NO_BACKUPS = { ...DEFAULT_BACKUP, at: null };

/** Where the configuration lists no groups, the playground brings its own. */
function withPlayground(loaded: LoadedConfig, database: string): LoadedConfig {
  const { config } = loaded;
  if (config.groups.length > 0) return { ...loaded, config: { ...config, database, backup: NO_BACKUPS } };
  return {
    ...loaded,
    config: {
      organisation: ORGANISATION,
      groups: [GROUP],
      database,
      webhook: null,
      operating: DEFAULT_OPERATING,
      backup: NO_BACKUPS,
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}

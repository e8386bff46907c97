import { join } from 'node:path';
import { type Random, seededRandom } from '../../src/train/random.js';
import { broken } from './check.js';
import { type Fate, journalOf, type JournalLine, Life, type Orders } from './life.js';
import { CONFIG, makeScene } from './scene.js';
import { reading } from './sql.js';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  readonly folder: string;
  readonly fresh: () => Promise<string>;
}

export interface ChaosResult {
  readonly kills: number;
  readonly scenes: number;
  readonly events: number;
  readonly cases: number;
  readonly strikes: number;
  readonly actions: number;
  /** Cut off between doing and recording, and not done again: each at most one warning that was not given. */
  readonly uncertain: number;
  readonly removals: number;
  /** The scene that was played last: where something is broken, that one. */
  readonly scene: number;
  readonly broken: readonly string[];
  /** How many processes were killed at what. */
  readonly where: Readonly<Record<string, number>>;
}

const SCENE_LENGTH = 60;
const MOST_KILLS_PER_SCENE = 12;

/** Plays scene after scene, killing the bot again and again, until there were `kills`, or a promise was broken. */
export async function runChaos({ kills, seed, folder, fresh }: ChaosOptions): Promise<ChaosResult> {
  const sum = emptySum();
  const stage = new Understudies();
  try {
    for (let scene = 0; sum.kills < kills; scene += 1) {
      const random = seededRandom(seed + scene * 7919);
      const orders: Orders = {
        config: CONFIG,
        database: await fresh(),
        journal: join(folder, `${scene}.jsonl`),
        scene: makeScene(random, SCENE_LENGTH),
        redeliver: scene % 2 === 0,
        window: 1 + Math.floor(random() * 4),
      };
      const wrong = await playScene(orders, {
        random,
        kills: Math.min(MOST_KILLS_PER_SCENE, kills - sum.kills),
        stage,
      });
      await add(sum, orders);
      if (wrong.length > 0) return { ...sum, scene, broken: wrong };
    }
    return { ...sum, scene: sum.scenes - 1, broken: [] };
  } finally {
    await stage.close();
  }
}

/** One process is always getting ready. */
class Understudies {
  private next = Life.begin();

  take(): Life {
    const mine = this.next;
    this.next = Life.begin();
    return mine;
  }

  close(): Promise<void> {
    return this.next.discard();
  }
}

interface Playing {
  readonly random: Random;
  readonly kills: number;
  readonly stage: Understudies;
}

async function playScene(orders: Orders, { random, kills, stage }: Playing): Promise<readonly string[]> {
  for (let killed = 0; ;) {
    const life = stage.take();
    const ending = await life.live(orders, killed < kills ? fateOf(random) : { kind: 'none' });
    const evidence = { ...orders, journal: journalOf(orders.journal) };
    const wrong = await broken(evidence);
    if (wrong.length > 0) return [...wrong, ...faultsOf(life)];
    if (ending === 'finished') return [];
    killed += 1;
  }
}

function faultsOf(life: Life): readonly string[] {
  return life.faults() === '' ? [] : [`logged: ${life.faults()}`];
}

/** One of five at any time, the start included; the others at a step, most where something is being done or written. */
function fateOf(random: Random): Fate {
  const kind = random();
  // Squared: early steps, after which much is still to be taken up, are the more telling.
  const step = (most: number): number => 1 + Math.floor(random() ** 2 * most);
  if (kind < 0.2) return { kind: 'time', ms: Math.floor(random() * 600) };
  if (kind < 0.35) return { kind: 'step', among: 'any', step: step(600) };
  if (kind < 0.6) return { kind: 'step', among: 'committing', step: step(150) };
  return { kind: 'step', among: 'acting', step: step(60) };
}

type Sum = { -readonly [Key in Exclude<keyof ChaosResult, 'scene' | 'broken' | 'where'>]: number } & {
  where: Record<string, number>;
};

function emptySum(): Sum {
  const none = {
    kills: 0,
    scenes: 0,
    events: 0,
    cases: 0,
    strikes: 0,
    actions: 0,
    uncertain: 0,
    removals: 0,
  };
  return { ...none, where: {} };
}

async function add(sum: Sum, { database, journal: path }: Orders): Promise<void> {
  const journal = journalOf(path);
  sum.scenes += 1;
  sum.events += journal.filter(({ kind }) => kind === 'handled').length;
  sum.removals += journal.filter((line) => line.kind === 'effect' && line.line.type === 'remove').length;
  for (const line of journal) if (line.kind === 'killed') note(sum, line);
  await reading(database, async (query) => {
    const count = async (of: string): Promise<number> =>
      Number((await query(`select count(*) as n from ${of}`))[0]?.['n'] ?? 0);
    sum.cases += await count('cases');
    sum.strikes += await count('strike');
    sum.actions += await count('outbox');
    sum.uncertain += await count("outbox where outcome = 'uncertain'");
  });
}

function note(sum: Sum, { by, at }: Extract<JournalLine, { kind: 'killed' }>): void {
  const place =
    by === 'time' ? 'at any moment' : at.replace(/^store\.(?!claim).*/u, 'reading or writing alone');
  sum.kills += 1;
  sum.where[place] = (sum.where[place] ?? 0) + 1;
}

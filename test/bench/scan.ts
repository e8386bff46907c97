import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, round } from './measure.js';

const WORKER = join(dirname(fileURLToPath(import.meta.url)), 'scan-worker.js');
const SIZES = { '1k': 1000, '10k': 10_000, '60k': 60_000 } as const;

/** Now and then a process runs some loop slower all its life, whoever's it is: the compiler's luck, not the matcher's. */
const PROCESSES = 3;

interface Speeds {
  readonly messages: number;
  readonly charsPerSecond: Readonly<Record<string, number>>;
}

interface Figures extends Speeds {
  readonly worst: { readonly ratio: number; readonly text: string };
  readonly buildMs: { readonly ours: number; readonly ahoCorasick: number };
  readonly memoryMB: { readonly ours: number; readonly ahoCorasick: number };
}

/** The matcher against its opponents, each size of lexicon in processes of its own: of each engine the median of three. */
export function scanFigures() {
  const at = { '1k': figures('1k'), '10k': figures('10k'), '60k': figures('60k') };
  const speed = at['10k'].charsPerSecond;
  const large = at['60k'];
  return {
    scan: { '1k': compare(at['1k']), '10k': compare(at['10k']), '60k': compare(large) },
    foldedVsExact: ratio(speed['folded'], speed['exact']),
    foldedVsNormaliseThenScan: ratio(speed['folded'], speed['normalised']),
    buildVsAhoCorasick: ratio(large.buildMs.ours, large.buildMs.ahoCorasick),
    memoryVsAhoCorasick: ratio(large.memoryMB.ours, large.memoryMB.ahoCorasick),
    worstCaseRatio: Math.max(...Object.values(at).map(({ worst }) => worst.ratio)),
    worstCase: { '1k': at['1k'].worst, '10k': at['10k'].worst, '60k': large.worst },
    build60k: { ms: large.buildMs, memoryMB: large.memoryMB },
  };
}

function figures(size: keyof typeof SIZES): Figures {
  const whole = work(size, 'all') as Figures;
  const again = Array.from({ length: PROCESSES - 1 }, () => work(size, 'speeds') as Speeds);
  const speeds = [whole, ...again].map(({ charsPerSecond }) => charsPerSecond);
  const names = Object.keys(whole.charsPerSecond);
  const middle = names.map((name) => [name, median(speeds.map((speed) => speed[name] ?? 0))] as const);
  return { ...whole, charsPerSecond: Object.fromEntries(middle) };
}

function work(size: keyof typeof SIZES, part: 'all' | 'speeds'): unknown {
  const run = spawnSync(process.execPath, ['--expose-gc', WORKER, String(SIZES[size]), part], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function compare({ charsPerSecond: speed }: Figures) {
  const versus = (name: 'exact' | 'folded') => ({
    charsPerSecond: Math.round(speed[name] ?? 0),
    vsAhoCorasick: ratio(speed[name], speed['aho']),
    // Left out where the package is not installed.
    ...(speed['monyone'] === undefined ? {} : { vsMonyone: ratio(speed[name], speed['monyone']) }),
    ...(speed['modern'] === undefined ? {} : { vsModern: ratio(speed[name], speed['modern']) }),
  });
  return { exact: versus('exact'), folded: versus('folded') };
}

function ratio(mine: number | undefined, theirs: number | undefined): number {
  return round((mine ?? 0) / (theirs ?? 1));
}

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { round } from './measure.js';

const WORKER = join(dirname(fileURLToPath(import.meta.url)), 'scan-worker.js');
const SIZES = { '1k': 1000, '10k': 10_000, '60k': 60_000 } as const;

interface Figures {
  readonly messages: number;
  readonly charsPerSecond: Readonly<Record<string, number>>;
  readonly worst: { readonly ratio: number; readonly text: string };
  readonly buildMs: { readonly ours: number; readonly ahoCorasick: number };
  readonly memoryMB: { readonly ours: number; readonly ahoCorasick: number };
}

/** The matcher against its opponents, each size of lexicon in a process of its own. */
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
  const run = spawnSync(process.execPath, ['--expose-gc', WORKER, String(SIZES[size])], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Figures;
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

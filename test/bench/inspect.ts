import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { round } from './measure.js';

const WORKER = join(dirname(fileURLToPath(import.meta.url)), 'inspect-worker.js');

interface PerSecond {
  readonly inspect: number;
  /** The lexicons as shipped, whatever the size. */
  readonly shipped: number;
  readonly aho: number;
  readonly onHits: number;
  readonly onAll: number;
}

/** What a message costs with all content rules on; lexicons of 1k, 10k and 60k words. */
export function inspectFigures() {
  const [small, middle, large] = [figures(1000), figures(10_000), figures(60_000)];
  return {
    inspect: {
      messagesPerSecond: Math.round(middle.inspect),
      vsAhoCorasickScan: round(middle.inspect / middle.aho),
      cost60kVs1k: round(small.inspect / large.inspect),
      shipped: {
        messagesPerSecond: Math.round(middle.shipped),
        vsAhoCorasickScan: round(middle.shipped / middle.aho),
      },
    },
    segmentOnHitsVsAll: round(middle.onHits / middle.onAll),
  };
}

function figures(size: number): PerSecond {
  const run = spawnSync(process.execPath, [WORKER, String(size)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as PerSecond;
}

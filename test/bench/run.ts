import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load.js';
import { compileLexicon } from '../../src/core/lexicon/compile.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { replay } from '../../bot/cli/replay.js';
import { lexiconsFolder } from '../../bot/engine.js';
import { createLog } from '../../bot/log.js';
import { writeChat } from './events.js';
import { inspectFigures } from './inspect.js';
import { scanFigures } from './scan.js';
import { ahoCorasickMessagesPerSecond } from './yardstick.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const CLI = join(HERE, '..', '..', 'bot', 'cli.js');

/** `npm run bench -- --json`: speed and memory, with opponents measured in the same run; `--scan`: the matcher alone. */
async function main(): Promise<void> {
  if (process.argv.includes('--scan')) return report({ ...scanFigures(), ...inspectFigures() });
  const folder = await mkdtemp(join(tmpdir(), 'qunshao-bench-'));
  try {
    const yardstick = ahoCorasickMessagesPerSecond(lexiconWords(), 100_000);
    const ordinary = await replayed(join(folder, 'ordinary.jsonl'), 300_000, 0);
    const busy = await replayed(join(folder, 'busy.jsonl'), 60_000, 50);
    report({
      ...scanFigures(),
      ...inspectFigures(),
      yardstick: { ahoCorasickMessagesPerSecond: yardstick, words: lexiconWords().length },
      replay: {
        ordinary: { ...ordinary, vsAhoCorasickScan: ratio(ordinary.messagesPerSecond, yardstick) },
        fivePercentViolations: { ...busy, vsAhoCorasickScan: ratio(busy.messagesPerSecond, yardstick) },
      },
      start: { scanReadyMs: startMs() },
      memory: { groups: 1000, membersEach: 500, ...memory() },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lexiconWords(): readonly string[] {
  const { sources } = readLexiconDirectory(join(lexiconsFolder(), 'prohibited'));
  return compileLexicon(sources, makeFoldTable()).patterns.map((pattern) => pattern.word);
}

async function replayed(path: string, messages: number, perMille: number) {
  await writeChat({ path, messages, perMille, members: 500 });
  const { config } = loadConfig({ path: undefined, env: {}, directory: dirname(path) });
  const enforced = { ...config, groups: [] };
  const totals = await replay({
    file: path,
    config: enforced,
    db: null,
    out: null,
    log: createLog('silent', 'silent'),
    warn: () => undefined,
  });
  return { messages: totals.messages, cases: totals.cases, messagesPerSecond: totals.messagesPerSecond };
}

/** From starting the process until its first answer: tables, lexicons, dictionary and all. Median of five. */
function startMs(): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, [CLI, 'scan'], { input: '{"text":"你好"}\n' });
    return performance.now() - started;
  });
  times.sort((a, b) => a - b);
  return Math.round(times[2] ?? 0);
}

function memory(): Record<string, number> {
  const run = spawnSync(process.execPath, ['--expose-gc', join(HERE, 'memory.js')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Record<string, number>;
}

function ratio(mine: number, theirs: number): number {
  return Math.round((mine / theirs) * 1000) / 1000;
}

function report(figures: object): void {
  const json = process.argv.includes('--json');
  process.stdout.write(`${json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2)}\n`);
}

await main();

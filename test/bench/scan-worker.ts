import { makeFoldTable } from '../../src/core/text/fold.js';
import { HitBuffer } from '../../src/core/text/hits.js';
import { compileExact, compileFolded, type Matcher } from '../../src/core/text/matcher.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { measure, median, round } from './measure.js';
import {
  ahoCorasickPass,
  buildAhoCorasick,
  makeNormaliser,
  modernPass,
  monyonePass,
  type Pass,
} from './opponents.js';
import { flat, makeMaterial } from './words.js';

const ROUNDS = 15;
const SLOW_CHARS = 20_000;
/** Holds what is weighed, so that the collector leaves it alone. */
const kept = new Set<object>();
const material = makeMaterial(20_000);
const fold = makeFoldTable(readTraditionalPairs());

/** Prints the figures of one size of lexicon as JSON, in a process of its own. Run with --expose-gc. */
function main(size: number): void {
  const words = material.words(size);
  const weight = weigh(words);
  process.stdout.write(JSON.stringify({ ...speeds(words), ...weight }));
}

function speeds(words: readonly string[]) {
  const { messages } = material;
  const chars = messages.reduce((sum, text) => sum + text.length, 0);
  const exact = compileExact(words);
  const folded = compileFolded(words, fold);
  const passes: Record<string, Pass | null> = {
    exact: exactPass(exact),
    folded: foldedPass(folded),
    normalised: normalisedPass(exact),
    aho: ahoCorasickPass(words),
    monyone: monyonePass(words),
    modern: modernPass(words),
  };
  const runners = Object.entries(passes).flatMap(([name, pass]) =>
    pass === null ? [] : [{ name, run: () => pass(messages) }],
  );
  const ms = measure(runners, ROUNDS);
  return {
    messages: messages.length,
    charsPerSecond: Object.fromEntries(
      Object.entries(ms).map(([name, time]) => [name, (chars / time) * 1000]),
    ),
    worstCaseRatio: worstCase(
      { exact, folded, words, typical: (ms['exact'] ?? 0) / chars },
      (ms['folded'] ?? 0) / chars,
    ),
  };
}

// A loop of its own for each: one shared by two matchers would be slower for both.
function exactPass(matcher: Matcher): Pass {
  const hits = new HitBuffer();
  return (messages) => {
    let found = 0;
    for (const text of messages) found += matcher.scan(text, hits);
    return found;
  };
}

function foldedPass(matcher: Matcher): Pass {
  const hits = new HitBuffer();
  return (messages) => {
    let found = 0;
    for (const text of messages) found += matcher.scan(text, hits);
    return found;
  };
}

function normalisedPass(matcher: Matcher): Pass {
  const hits = new HitBuffer();
  const normalise = makeNormaliser();
  return (messages) => {
    let found = 0;
    for (const text of messages) found += matcher.scan(normalise(text), hits);
    return found;
  };
}

interface Worst {
  readonly exact: Matcher;
  readonly folded: Matcher;
  readonly words: readonly string[];
  /** Milliseconds a code unit on chat. */
  readonly typical: number;
}

/** How much slower a code unit is in texts of words without their last character, and of words only: the worst. */
function worstCase({ exact, folded, words, typical }: Worst, typicalFolded: number): number {
  const hits = new HitBuffer();
  const texts = [words.map((word) => word.slice(0, -1)), words].map((list) =>
    flat(list.join('').slice(0, SLOW_CHARS)),
  );
  const runners = texts.flatMap((text, at) => [
    { name: `exact ${at}`, run: () => exact.scan(text, hits) },
    { name: `folded ${at}`, run: () => folded.scan(text, hits) },
  ]);
  const ratios = Object.entries(measure(runners, ROUNDS)).map(([name, ms]) => {
    const length = texts[name.endsWith('0') ? 0 : 1]?.length ?? 1;
    return ms / length / (name.startsWith('exact') ? typical : typicalFolded);
  });
  return round(Math.max(...ratios), 2);
}

/** Build time (first and later ones, median) and what stays in memory, ours (folded) and aho-corasick's. */
function weigh(words: readonly string[]) {
  const ours = buildFigures(() => compileFolded(words, fold));
  const theirs = buildFigures(() => buildAhoCorasick(words));
  return {
    buildMs: { ours: round(ours.ms, 1), ahoCorasick: round(theirs.ms, 1) },
    memoryMB: { ours: round(ours.mb, 2), ahoCorasick: round(theirs.mb, 2) },
  };
}

function buildFigures(build: () => object): { ms: number; mb: number } {
  const times: number[] = [];
  const weights: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    kept.clear();
    const before = used();
    const started = performance.now();
    kept.add(build());
    times.push(performance.now() - started);
    weights.push(used() - before);
  }
  return { ms: median(times), mb: median(weights) / 2 ** 20 };
}

function used(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

main(Number(process.argv[2] ?? 10_000));

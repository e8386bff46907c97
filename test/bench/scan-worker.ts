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

const ROUNDS = 8;
const WORST_ROUNDS = 9;
const SLOW_CHARS = 20_000;
/** Holds what is weighed, so that the collector leaves it alone. */
const kept = new Set<object>();
const material = makeMaterial(20_000);
const fold = makeFoldTable(readTraditionalPairs());

/** Prints the figures of one size of lexicon as JSON, in a process of its own; `all`: weight and worst case too. Run with --expose-gc. */
function main(size: number, part: string | undefined): void {
  const words = material.words(size);
  const all = part === 'all';
  const weight = all ? weigh(words) : {};
  process.stdout.write(JSON.stringify({ ...speeds(words, all), ...weight }));
}

function speeds(words: readonly string[], all: boolean) {
  const { messages } = material;
  const chars = messages.reduce((sum, text) => sum + text.length, 0);
  const exact = compileExact(words);
  const folded = compileFolded(words, fold);
  const passes: Record<string, Pass | null> = {
    exact: exactPass(exact),
    folded: foldedPass(folded),
    normalised: normalisedPass(compileExact(words)),
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
    ...(all
      ? {
          worst: worstCase({
            exact,
            folded,
            words,
            typical: { exact: (ms['exact'] ?? 0) / chars, folded: (ms['folded'] ?? 0) / chars },
          }),
        }
      : {}),
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
  readonly typical: { readonly exact: number; readonly folded: number };
}

/** How much slower than on chat a code unit is in texts made to be slow: the worst of them, in either mode. */
function worstCase({ exact, folded, words, typical }: Worst) {
  const hits = new HitBuffer();
  const ratios = Object.entries(hardTexts(words)).flatMap(([name, text]) => {
    const ms = measure(
      [
        { name: 'exact', run: () => exact.scan(text, hits) },
        { name: 'folded', run: () => folded.scan(text, hits) },
      ],
      WORST_ROUNDS,
      1,
    );
    return (['exact', 'folded'] as const).map((mode) => ({
      ratio: round((ms[mode] ?? 0) / text.length / typical[mode], 2),
      text: `${mode}: ${name}`,
    }));
  });
  return ratios.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
}

function hardTexts(words: readonly string[]): Readonly<Record<string, string>> {
  const inside = (sign: string): string => words.map((word) => Array.from(word).join(sign)).join(sign);
  const texts = {
    'words only': words.join(''),
    'words of two characters': words.filter((word) => word.length === 2).join(''),
    'words of three characters': words.filter((word) => word.length === 3).join(''),
    'words without their last character': words.map((word) => word.slice(0, -1)).join(''),
    'the beginnings of long words': words
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 4))
      .join(''),
    'every character doubled': Array.from(words.join(''), (char) => char + char).join(''),
    'stars inside': inside('*'),
    'emoji inside': inside('😀'),
    'full stops inside': inside('。'),
    'one character': words[0]?.charAt(0) ?? 'a',
    'one sign': '*',
    'one letter outside the plane': '𝐚',
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      flat(text.repeat(SLOW_CHARS / text.length + 1).slice(0, SLOW_CHARS)),
    ]),
  );
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

main(Number(process.argv[2] ?? 10_000), process.argv[3]);

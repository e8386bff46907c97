import { disguise, type Disguises } from './disguise.js';
import type { Example } from './example.js';
import { type Grammar, GrammarError } from './grammar.js';
import { pick, type Random, seededRandom, seedOf } from './random.js';

type Classes = ReadonlyMap<string, readonly string[]>;
/** Classes may hold classes; deeper than this they hold each other. */
const MAX_DEPTH = 12;
/** Tries for each line that is wanted: short sentences run out of new expansions. */
const TRIES = 4;
const PLACEHOLDER = /\{[^{}]+\}|\([^()]*\|[^()]*\)/gu;

/** All lines of all grammars, in the order of the files; the same every time. Classes and disguises are shared. */
export function expandAll(grammars: readonly Grammar[]): readonly Example[] {
  const classes = new Map(grammars.flatMap((grammar) => [...grammar.classes]));
  const disguises: Disguises = [...new Map(grammars.flatMap((grammar) => [...grammar.disguises]))];
  return grammars.flatMap((grammar) => expandOne(grammar, { classes, disguises }));
}

interface Shared {
  readonly classes: Classes;
  readonly disguises: Disguises;
}

function expandOne(grammar: Grammar, { classes, disguises }: Shared): readonly Example[] {
  if (grammar.category === 'shared' || grammar.sentences.length === 0) return [];
  const random = seededRandom(seedOf(grammar.file));
  const category = grammar.category === 'benign' || grammar.category === 'twins' ? null : grammar.category;
  const origin = grammar.category === 'twins' ? 'twin' : 'grammar';
  const lines = new Map<string, string>();
  const tries = Math.ceil((grammar.amount * TRIES) / grammar.sentences.length);
  for (let turn = 0; turn < tries && lines.size < grammar.amount; turn++) {
    for (const sentence of grammar.sentences) {
      const line = expandSentence(sentence, { classes, random, file: grammar.file });
      const text = random() < grammar.disguised ? disguise(line, disguises, random) : line;
      if (!lines.has(text)) lines.set(text, sentence);
    }
  }
  return Array.from(lines, ([text, from]) =>
    isPlain(from)
      ? { text, category, origin, sentence: `${grammar.file}\n${from}` }
      : { text, category, origin },
  );
}

/** What a sentence must be filled with to be one: `{class}`, not `{class?}`. */
const NEEDED = /\{[^{}?]+\}|\([^()]*\|[^()]*\)/u;
/** Shorter ones are cant, of which every character counts. */
const SAYING = 10;

/** Whether all lines of a sentence say the same, but for how they begin and end. */
function isPlain(sentence: string): boolean {
  return !NEEDED.test(sentence) && sentence.replaceAll(PLACEHOLDER, '').length >= SAYING;
}

interface Expanding {
  readonly classes: Classes;
  readonly random: Random;
  readonly file: string;
}

/** @throws GrammarError for a class that no file defines, and for classes that hold each other */
function expandSentence(sentence: string, { classes, random, file }: Expanding): string {
  let line = sentence;
  for (let depth = 0; line.search(PLACEHOLDER) >= 0; depth++) {
    if (depth > MAX_DEPTH)
      throw new GrammarError(`${file}:“${sentence.slice(0, 30)}”展开不完,词类互相包含了`);
    line = line.replace(PLACEHOLDER, (hole) => fill(hole, { classes, random, file }));
  }
  return line;
}

/** One hole of a sentence: `{class}`, `{class?}` or `(this|that|)`. */
function fill(hole: string, { classes, random, file }: Expanding): string {
  const inside = hole.slice(1, -1);
  if (hole.startsWith('(')) return pick(inside.split('|'), random) ?? '';
  if (inside.endsWith('?') && random() < 0.5) return '';
  const name = inside.replace('?', '');
  const words = classes.get(name);
  if (words === undefined) throw new GrammarError(`${file}:没有词类“${name}”,请先写 [${name}]`);
  return pick(words, random) ?? '';
}

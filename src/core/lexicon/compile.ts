import type { FoldTable } from '../text/fold.js';
import { ClassTable } from './classes.js';
import type { Combination, CompiledLexicon, Scope } from './compiled.js';
import { readDisguises } from './disguise.js';
import type {
  CombinationEntry,
  LexiconFile,
  LexiconProblem,
  LexiconSource,
  Rating,
  WordEntry,
} from './format.js';
import { parseLexicon } from './parse.js';
import { makePatterns, type Reach } from './patterns.js';
import { makeUndisguise } from './undisguise.js';

/** Compiles all lexicon files together. Problems are values: what is broken is left out, the rest works. */
export function compileLexicon(sources: readonly LexiconSource[], fold: FoldTable): CompiledLexicon {
  const parsed = sources.map((source) => parseLexicon(source));
  const files = parsed.map((one) => one.file);
  const build = new Build(files);
  for (const file of files) build.addFile(file);
  const disguises = readDisguises(files);
  const made = makePatterns({
    words: build.classes.words,
    reach: reachOf(build, build.classes.words.length),
    parted: partedClasses(build),
    disguises,
    fold,
  });
  const problems = [
    ...parsed.flatMap((one) => one.problems),
    ...build.classes.problems,
    ...made.unreachable,
    ...emptyWarnings(files),
  ];
  return {
    matcher: made.matcher,
    echo: made.echo,
    echoFrom: made.echoFrom,
    parted: made.parted,
    patterns: made.patterns,
    entities: build.classes.entities,
    combinations: build.combinations,
    triggered: triggers(build.combinations, build.classes.words.length),
    scopes: build.scopes,
    undisguise: makeUndisguise(files),
    alike: disguises.alike,
    words: made.words,
    phrases: new Set(made.words),
    problems,
  };
}

/** Left to each organisation to fill (clause 3.9): empty is how it ships. */
const OWN_WORDS = 'organisation';

function emptyWarnings(files: readonly LexiconFile[]): readonly LexiconProblem[] {
  const warn = (file: string, message: string): LexiconProblem => ({
    severity: 'warning',
    file,
    line: 0,
    message,
  });
  if (files.length === 0)
    return [warn('lexicons/prohibited', '没有任何词库，违禁内容不会被发现；请放入 <类别>.txt')];
  return files
    .filter((file) => file.category !== null && file.category !== OWN_WORDS)
    .filter((file) => file.words.length + file.combinations.length === 0)
    .map((file) => warn(file.file, '词库里没有词条，这一类不会被发现；请补充词条'));
}

class Build {
  readonly classes: ClassTable;
  readonly combinations: Combination[] = [];
  readonly scopes: Scope[] = [];
  readonly #sharedExceptions: readonly number[];
  readonly #sharedContexts: readonly number[];

  constructor(files: readonly LexiconFile[]) {
    this.classes = new ClassTable(files);
    const shared = files.filter((file) => file.category === null);
    this.#sharedExceptions = shared.map((file) => this.classes.add(file.exceptions));
    this.#sharedContexts = shared.map((file) => this.classes.add(file.contexts));
  }

  addFile(file: LexiconFile): void {
    if (file.category === null) return;
    this.scopes.push({
      category: file.category,
      clause: file.clause,
      exceptions: [this.classes.add(file.exceptions), ...this.#sharedExceptions],
      contexts: [this.classes.add(file.contexts), ...(file.sharedContexts ? this.#sharedContexts : [])],
    });
    this.#addWords(file.words);
    for (const entry of file.combinations) this.#addCombination(entry, file);
  }

  // Words of equal worth make one class, so that a word is a combination of one part.
  #addWords(entries: readonly WordEntry[]): void {
    const groups = new Map<string, { rating: Rating; words: string[] }>();
    for (const { word, rating } of entries) {
      const key = `${rating.certainty} ${rating.weight}`;
      const group = groups.get(key) ?? { rating, words: [] };
      group.words.push(word);
      groups.set(key, group);
    }
    for (const { rating, words } of groups.values()) this.#push([this.classes.add(words)], [], rating);
  }

  #addCombination(entry: CombinationEntry, file: LexiconFile): void {
    const parts: number[] = [];
    const absent: number[] = [];
    for (const part of entry.parts) {
      const id = part.literal ? this.classes.add([part.name]) : this.classes.resolve(part.name, file);
      if (id === null) {
        return this.classes.problem(
          file,
          entry.line,
          `组合里的词类“${part.name}”没有定义；若是词本身请写成「${part.name}」`,
        );
      }
      (part.absent ? absent : parts).push(id);
    }
    if (this.classes.words[parts[0] ?? -1]?.length === 0) {
      return this.classes.problem(file, entry.line, '组合的第一项必须含有词，不能只有“#”识别项');
    }
    this.#push(parts, absent, entry.rating);
  }

  #push(parts: readonly number[], absent: readonly number[], rating: Rating): void {
    this.combinations.push({
      id: this.combinations.length,
      scope: this.scopes.length - 1,
      parts,
      absent,
      rating,
    });
  }
}

// A word that is a combination of one part acts by itself: it is followed into every disguise.
function reachOf(build: Build, classes: number): readonly Reach[] {
  const reach = Array.from({ length: classes }, (): Reach => 'half');
  for (const { parts } of build.combinations) {
    if (parts.length === 1) reach[parts[0] ?? -1] = 'full';
  }
  for (const { exceptions, contexts } of build.scopes) {
    for (const id of [...exceptions, ...contexts]) reach[id] = 'none';
  }
  return reach;
}

/** Where words are parted to be read by eyes alone; elsewhere the character between is ordinary language (看一片). */
const PARTED: readonly string[] = ['hatred', 'insult'];

function partedClasses({ combinations, scopes }: Build): ReadonlySet<number> {
  return new Set(
    combinations
      .filter(({ scope }) => PARTED.includes(scopes[scope]?.category ?? ''))
      .flatMap(({ parts }) => parts),
  );
}

function triggers(combinations: readonly Combination[], classes: number): number[][] {
  const triggered: number[][] = Array.from({ length: classes }, () => []);
  for (const { id, parts } of combinations) triggered[parts[0] ?? -1]?.push(id);
  return triggered;
}

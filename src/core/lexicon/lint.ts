import { foldText, type FoldTable } from '../text/fold.js';
import { TABLES } from './disguise.js';
import type { ClassEntry, LexiconFile, LexiconProblem, LexiconSource } from './format.js';
import { parseLexicon } from './parse.js';
import { compileLexicon } from './compile.js';

/** Words that a lexicon may not punish by themselves. All empty: those checks are left out. */
export interface KnownWords {
  /** The commonest words of the language. */
  readonly common: ReadonlySet<string>;
  readonly cities: readonly string[];
  readonly majors: readonly string[];
  readonly surnames: ReadonlySet<string>;
  /** Member cards as shown in the group. */
  readonly cards: readonly string[];
}

export const NO_KNOWN_WORDS: KnownWords = {
  common: new Set(),
  cities: [],
  majors: [],
  surnames: new Set(),
  cards: [],
};

/** Everything wrong with the lexicons: what does not parse, what can never match, what would hit the innocent. */
export function lintLexicon(
  sources: readonly LexiconSource[],
  fold: FoldTable,
  known: KnownWords = NO_KNOWN_WORDS,
): readonly LexiconProblem[] {
  const files = sources.map((source) => parseLexicon(source).file);
  return [
    ...compileLexicon(sources, fold).problems.map((problem) => located(problem, sources)),
    ...files.flatMap((file) => lintFile(file, fold, known)),
    ...files.flatMap((file) => unusedClasses(file, files)),
  ];
}

/** A word that the compiler could not take stands somewhere: the place is what its writer needs. */
function located(problem: LexiconProblem, sources: readonly LexiconSource[]): LexiconProblem {
  const word = /^“(.+?)”/u.exec(problem.message)?.[1];
  if (problem.line > 0 || word === undefined) return problem;
  for (const { file, text } of sources) {
    const line = text.split(/\r\n|\r|\n/u).findIndex((written) => written.includes(word));
    if (line >= 0) return { ...problem, file, line: line + 1 };
  }
  return problem;
}

function lintFile(file: LexiconFile, fold: FoldTable, known: KnownWords): readonly LexiconProblem[] {
  const warn = (line: number, message: string): LexiconProblem => ({
    severity: 'warning',
    file: file.file,
    line,
    message,
  });
  const plain = (word: string): string => foldText(word, fold).text;
  const exceptions = new Set(file.exceptions.map(plain));
  const problems: LexiconProblem[] = [];
  const seen = new Map<string, number>();
  for (const { word, line } of file.words) {
    const folded = plain(word);
    const before = seen.get(folded);
    if (before !== undefined) problems.push(warn(line, `“${word}”和第 ${before} 行重复，请删去一处`));
    else seen.set(folded, line);
    if (folded.length === 1) problems.push(warn(line, `“${word}”折叠之后只剩一个字，会误伤，请写长些`));
    if (exceptions.has(folded)) problems.push(warn(line, `“${word}”又写在例外里，永远不会命中，请留一处`));
    const clash = clashOf(folded, known);
    if (clash !== null) problems.push(warn(line, `“${word}”${clash}，单独命中会误伤，请改成组合或加例外`));
  }
  return [
    ...problems,
    ...file.classes.flatMap((entry) => doubles(entry, plain).map((word) => warn(entry.line, word))),
  ];
}

function doubles(entry: ClassEntry, plain: (word: string) => string): readonly string[] {
  if (isTable(entry.name)) return [];
  const seen = new Set<string>();
  return entry.words.flatMap((word) => {
    const folded = plain(word);
    if (seen.has(folded)) return [`词类“${entry.name}”里“${word}”重复，请删去一处`];
    seen.add(folded);
    return [];
  });
}

/** What of the ordinary world a folded word is, or lies in; null: nothing. */
export function clashOf(
  word: string,
  { common, cities, majors, surnames, cards }: KnownWords,
): string | null {
  if (common.has(word)) return '是常用词';
  if (surnames.has(word)) return '是姓氏';
  const city = cities.find((name) => name.includes(word));
  if (city !== undefined) return `在地名“${city}”里`;
  const major = majors.find((name) => name.includes(word));
  if (major !== undefined) return `在专业名“${major}”里`;
  const card = cards.find((name) => name.toLowerCase().includes(word));
  return card === undefined ? null : `在本群名片“${card}”里`;
}

function unusedClasses(file: LexiconFile, files: readonly LexiconFile[]): readonly LexiconProblem[] {
  const users = file.category === null ? files : [file];
  const used = new Set(
    users.flatMap((user) => [
      ...user.combinations.flatMap((entry) => entry.parts.map((part) => part.name)),
      ...user.classes.flatMap((entry) => entry.includes),
    ]),
  );
  return file.classes
    .filter((entry) => !isTable(entry.name) && !used.has(entry.name))
    .map((entry) => ({
      severity: 'warning',
      file: file.file,
      line: entry.line,
      message: `词类“${entry.name}”没有组合用到，里面的词不会命中，请用上或删去`,
    }));
}

function isTable(name: string): boolean {
  return TABLES.some((table) => table === name);
}

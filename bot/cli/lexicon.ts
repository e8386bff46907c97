import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importList, toLexiconText } from '../../src/core/lexicon/import-list.js';
import { type KnownWords, lintLexicon } from '../../src/core/lexicon/lint.js';
import { parseLexicon } from '../../src/core/lexicon/parse.js';
import type { LexiconProblem } from '../../src/core/lexicon/format.js';
import { CONTENT_CATEGORIES } from '../../src/core/model/category.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { loadNameTables } from '../../src/names/tables.js';
import { commonWords } from '../../src/segment/common-words.js';
import { lexiconsFolder } from '../engine.js';
import { NotInOrder, UsageError } from './fail.js';

type Print = (text: string) => void;

/** So frequent in jieba's corpus that a word can hardly be prohibited by itself. */
const COMMON = 3000;

/** `qunshao lexicon lint [--cards FILE]`. @throws NotInOrder where anything is found */
export function lintLexicons(cards: string | null, print: Print): void {
  const { sources, problems } = readLexiconDirectory(join(lexiconsFolder(), 'prohibited'));
  const fold = makeFoldTable(readTraditionalPairs());
  const found = [...problems, ...lintLexicon(sources, fold, knownWords(cards))];
  for (const problem of found) print(describe(problem));
  if (found.length > 0) throw new NotInOrder(`词库有 ${found.length} 处问题，见上 (lexicon has problems)`);
  print(`词库没有问题：${sources.length} 个文件`);
}

/** The lists that words of a lexicon may collide with. `cards`: a file of member cards, one a line. */
export function knownWords(cards: string | null): KnownWords {
  const { tables } = loadNameTables(join(lexiconsFolder(), 'names'));
  return {
    common: commonWords(COMMON),
    cities: [...tables.places.keys()],
    majors: [...tables.majors],
    surnames: new Set([...tables.surnames, ...tables.compoundSurnames]),
    cards: cards === null ? [] : readLines(cards),
  };
}

/** `qunshao lexicon list`: one line for each file. */
export function listLexicons(print: Print): void {
  for (const source of readLexiconDirectory(join(lexiconsFolder(), 'prohibited')).sources) {
    const { file } = parseLexicon(source);
    const { category, words, classes, combinations, exceptions } = file;
    print(
      JSON.stringify({
        file: source.file,
        category,
        clause: file.clause,
        words: words.length,
        classes: classes.length,
        classWords: classes.reduce((total, entry) => total + entry.words.length, 0),
        combinations: combinations.length,
        exceptions: exceptions.length,
      }),
    );
  }
}

/** `qunshao lexicon import FILE [--category C] [--out DIR]`: what was taken, what was refused and why. */
export function importLexicon(
  path: string,
  options: { readonly category?: string; readonly out?: string },
  print: Print,
): void {
  const category = CONTENT_CATEGORIES.find((known) => known === options.category) ?? null;
  if (options.category !== undefined && category === null)
    throw new UsageError(`--category ${options.category} 不认识；可用：${CONTENT_CATEGORIES.join(' ')}`);
  const imported = importList(readText(path), {
    category,
    fold: makeFoldTable(readTraditionalPairs()),
    common: commonWords(COMMON),
  });
  for (const [of, words] of imported.words) {
    const file = `import-${of}.txt`;
    if (options.out !== undefined) writeFileSync(join(options.out, file), toLexiconText(of, words));
    print(
      JSON.stringify({ category: of, taken: words.length, file: options.out === undefined ? null : file }),
    );
  }
  for (const refused of imported.refused)
    print(JSON.stringify({ refused: refused.word, line: refused.line, why: refused.why }));
}

function readLines(path: string): readonly string[] {
  return readText(path)
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '');
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new UsageError(`${path} 读不出来或不是 UTF-8；请检查路径，用 UTF-8 另存 (cannot read)`);
  }
}

function describe({ severity, file, line, message }: LexiconProblem): string {
  return `${file}${line > 0 ? `:${line}` : ''} ${severity === 'error' ? '错误' : '提醒'} ${message}`;
}

import type {
  ClassEntry,
  CombinationEntry,
  CombinationPart,
  LexiconFile,
  LexiconProblem,
  LexiconSource,
  WordEntry,
} from './format.js';
import { EMPTY_HEADER, readHeaderLine, readRating, type Header } from './header.js';

export interface ParsedLexicon {
  readonly file: LexiconFile;
  readonly problems: readonly LexiconProblem[];
}

interface OpenClass {
  readonly name: string;
  readonly words: string[];
  readonly includes: string[];
  readonly entities: string[];
  readonly line: number;
}

/** What has been read so far. */
interface Draft {
  readonly source: LexiconSource;
  header: Header;
  section: string;
  readonly words: WordEntry[];
  readonly classes: OpenClass[];
  readonly combinations: CombinationEntry[];
  readonly exceptions: string[];
  readonly contexts: string[];
  readonly problems: LexiconProblem[];
}

/** Sections that are no class of words, by their English name. */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['words', '单词'],
  ['combinations', '组合'],
  ['exceptions', '例外'],
  ['context', '语境'],
]);

/** Parses one file. A line with a problem is left out, the rest counts. */
export function parseLexicon(source: LexiconSource): ParsedLexicon {
  const draft: Draft = {
    source,
    header: EMPTY_HEADER,
    section: '',
    words: [],
    classes: [],
    combinations: [],
    exceptions: [],
    contexts: [],
    problems: [],
  };
  const lines = source.text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  lines.forEach((raw, index) => {
    const line = raw.replace(/(^|\s)#(?=\s).*$|^#$/u, '').trim();
    if (line !== '') readLine(draft, line, index + 1);
  });
  return finish(draft);
}

function finish(draft: Draft): ParsedLexicon {
  const { header, words, combinations, exceptions, contexts, problems } = draft;
  const classes: readonly ClassEntry[] = draft.classes;
  const { category, clause, sharedContexts } = header;
  if (category === null && !header.shared) complain(draft, 0, '缺少“类别:”一行，整个文件不起作用');
  const file = {
    file: draft.source.file,
    category,
    clause,
    words,
    classes,
    combinations,
    exceptions,
    contexts,
    sharedContexts,
  };
  return { file, problems };
}

function complain(draft: Draft, line: number, message: string): void {
  draft.problems.push({ severity: 'error', file: draft.source.file, line, message });
}

function readLine(draft: Draft, line: string, number: number): void {
  const section = /^\[\s*(.+?)\s*\]$/.exec(line);
  if (section !== null) openSection(draft, section[1] ?? '', number);
  else if (draft.section === '') {
    const header = readHeaderLine(draft.header, line);
    if (typeof header === 'string') complain(draft, number, header);
    else draft.header = header;
  } else readEntry(draft, line, number);
}

function openSection(draft: Draft, written: string, line: number): void {
  const name = SECTIONS.get(written) ?? written;
  draft.section = name;
  if ([...SECTIONS.values()].includes(name)) return;
  if (draft.classes.some((known) => known.name === name))
    complain(draft, line, `词类“${name}”重复，请合并成一个`);
  draft.classes.push({ name, words: [], includes: [], entities: [], line });
}

function readEntry(draft: Draft, line: string, number: number): void {
  const [body = '', ...fields] = line.split('|').map((part) => part.trim());
  const rating = readRating(fields, draft.header.rating);
  if (typeof rating === 'string') return complain(draft, number, rating);
  const items = body
    .split('、')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) return complain(draft, number, '这一行没有词，请补上或删去');
  switch (draft.section) {
    case '单词':
      for (const word of items) {
        if (symbolCount(word) < 2) complain(draft, number, `“${word}”只有一个字，单独一个字不能作词条`);
        else draft.words.push({ word, rating, line: number });
      }
      return;
    case '组合':
      return readCombination(draft, { body, rating, line: number });
    case '例外':
      draft.exceptions.push(...items);
      return;
    case '语境':
      draft.contexts.push(...items);
      return;
    default:
      for (const item of items) addToClass(draft.classes.at(-1), item);
  }
}

function addToClass(open: OpenClass | undefined, item: string): void {
  if (item.startsWith('@')) open?.includes.push(item.slice(1).trim());
  else if (item.startsWith('#')) open?.entities.push(item.slice(1).trim());
  else open?.words.push(item);
}

function symbolCount(word: string): number {
  return Array.from(word).length;
}

function readCombination(
  draft: Draft,
  entry: Omit<CombinationEntry, 'parts'> & { readonly body: string },
): void {
  const parts = entry.body.split(/\s+\+\s+/).map((part) => readPart(part.trim()));
  if (parts[0]?.absent === true) return complain(draft, entry.line, '组合的第一项不能是“!”开头的排除项');
  draft.combinations.push({ parts, rating: entry.rating, line: entry.line });
}

function readPart(text: string): CombinationPart {
  const absent = text.startsWith('!');
  const name = absent ? text.slice(1).trim() : text;
  const quoted = /^[「"“](.+)[」"”]$/.exec(name);
  return { name: quoted?.[1] ?? name, literal: quoted !== null, absent };
}

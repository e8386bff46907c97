import { type ContentCategory, CONTENT_CATEGORIES } from '../core/model/category.js';

/**
 * One file of the project's own training text (docs/rules/learned.md):
 *
 *     类别: fraud              or `benign`, `twins` (harmless, about prohibited things), `shared` (classes and
 *                              disguises only)
 *     数量: 4000               lines to make of it
 *     变形: 0.3                share of them that is disguised
 *     [商品]                   a class: words separated by 、 or line ends; words may hold {classes}
 *     [句]                     sentences, one a line: {class}, {class?} (or nothing), (this|that|)
 *     [变形]                   disguises: 微信 = 薇信、威信
 */
export interface Grammar {
  readonly file: string;
  readonly category: ContentCategory | 'benign' | 'twins' | 'shared';
  readonly amount: number;
  readonly disguised: number;
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly sentences: readonly string[];
  readonly disguises: ReadonlyMap<string, readonly string[]>;
}

/** The place is `file:line`; the message is Chinese and says what to do. */
export class GrammarError extends Error {
  override readonly name = 'GrammarError';
}

interface Draft {
  category: Grammar['category'] | null;
  amount: number;
  disguised: number;
  section: string | null;
  readonly classes: Map<string, string[]>;
  readonly sentences: string[];
  readonly disguises: Map<string, readonly string[]>;
}

const SENTENCES = '句';
const DISGUISES = '变形';

/** @throws GrammarError for a line that cannot be read */
export function parseGrammar(file: string, text: string): Grammar {
  const draft: Draft = {
    category: null,
    amount: 0,
    disguised: 0,
    section: null,
    classes: new Map(),
    sentences: [],
    disguises: new Map(),
  };
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (!readLine(line, draft))
      throw new GrammarError(`${file} 第 ${at + 1} 行:看不懂“${line.slice(0, 20)}”`);
  }
  if (draft.category === null) throw new GrammarError(`${file}:缺少“类别:”,请写在第一行`);
  return { file, ...draft, category: draft.category };
}

function readLine(line: string, draft: Draft): boolean {
  const section = /^\[([^\]|]+)\]$/u.exec(line);
  if (section !== null) {
    draft.section = section[1] ?? '';
    return true;
  }
  if (draft.section === null) return readHeader(line, draft);
  if (draft.section === SENTENCES) draft.sentences.push(line);
  else if (draft.section === DISGUISES) return readDisguise(line, draft);
  else draft.classes.set(draft.section, [...(draft.classes.get(draft.section) ?? []), ...words(line)]);
  return true;
}

function readHeader(line: string, draft: Draft): boolean {
  const [, name, value] = /^(类别|数量|变形)\s*[::]\s*(.+)$/u.exec(line) ?? [];
  if (name === undefined || value === undefined) return false;
  if (name === '类别') return readCategory(value.trim(), draft);
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) return false;
  if (name === '数量') draft.amount = number;
  else draft.disguised = number;
  return true;
}

function readCategory(value: string, draft: Draft): boolean {
  const known =
    value === 'benign' || value === 'twins' || value === 'shared'
      ? value
      : CONTENT_CATEGORIES.find((category) => category === value);
  draft.category = known ?? null;
  return known !== undefined;
}

function readDisguise(line: string, draft: Draft): boolean {
  const [, from, to] = /^(\S+)\s*=\s*(.+)$/u.exec(line) ?? [];
  if (from === undefined || to === undefined) return false;
  draft.disguises.set(from, words(to));
  return true;
}

function words(line: string): string[] {
  return line
    .split('、')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

import { CONTENT_CATEGORIES, type ContentCategory } from '../model/category.js';
import { foldText, type FoldTable } from '../text/fold.js';

export interface Imported {
  /** Category → words, in the order of the list. */
  readonly words: ReadonlyMap<ContentCategory, readonly string[]>;
  readonly refused: readonly { readonly line: number; readonly word: string; readonly why: string }[];
}

export interface ImportOptions {
  /** For lines without a category; null: such lines are refused. */
  readonly category: ContentCategory | null;
  readonly fold: FoldTable;
  /** Words too common to be punished. */
  readonly common: ReadonlySet<string>;
}

/** Reads a list of others: one word per line, or `word,category`. Comments (`#`) and blank lines are left out. */
export function importList(text: string, options: ImportOptions): Imported {
  const words = new Map<ContentCategory, string[]>();
  const refused: { line: number; word: string; why: string }[] = [];
  const seen = new Set<string>();
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .forEach((raw, index) => {
      if (raw.trim() === '' || raw.startsWith('#')) return;
      const [word = '', written] = raw.split(/[,，\t]/u).map((part) => part.trim());
      const category = categoryOf(written, options.category);
      const why = refusal(word, { category, seen, options });
      if (why !== null || category === null) refused.push({ line: index + 1, word, why: why ?? '没有类别' });
      else words.set(category, [...(words.get(category) ?? []), word]);
      seen.add(foldText(word, options.fold).text);
    });
  return { words, refused };
}

function categoryOf(written: string | undefined, fallback: ContentCategory | null): ContentCategory | null {
  if (written === undefined || written === '') return fallback;
  return CONTENT_CATEGORIES.find((known) => known === written) ?? null;
}

interface Candidate {
  readonly category: ContentCategory | null;
  readonly seen: ReadonlySet<string>;
  readonly options: ImportOptions;
}

function refusal(word: string, { category, seen, options }: Candidate): string | null {
  const folded = foldText(word, options.fold).text;
  if (category === null) return '没有类别或类别不认识，写成“词,类别”或加 --category';
  if (folded === '') return '除了符号没有字';
  if (folded.length === 1) return '只有一个字';
  if (/[|、[\]]/u.test(word)) return '含有词库格式的符号 | 、 [ ]';
  if (seen.has(folded)) return '重复';
  return options.common.has(folded) ? '是常用词' : null;
}

/** The imported words of one category as a lexicon file. They are suspected only: nobody has weighed them. */
export function toLexiconText(category: ContentCategory, words: readonly string[]): string {
  return `# 导入的词表，未经逐条核对：只作疑似。\n类别: ${category}\n默认: 疑似 | 0.5\n\n[单词]\n${words.join('\n')}\n`;
}

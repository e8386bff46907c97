import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GroupWords, NO_GROUP_WORDS } from '../core/group-name/words.js';
import { readSections, wordsOf } from './section.js';

const FILE = 'group-words.txt';

export interface LoadedGroupWords {
  readonly words: GroupWords;
  /** Chinese sentences for the operator. */
  readonly warnings: readonly string[];
}

/** Reads the words of group names from a directory (`lexicons/names`). Without the file nothing is refused for it. */
export function loadGroupWords(directory: string): LoadedGroupWords {
  const text = readText(join(directory, FILE));
  if (text === null) {
    const warning = `没有找到名称表 ${FILE},群名的检查从宽。请把它放回 lexicons/names。`;
    return { words: NO_GROUP_WORDS, warnings: [warning] };
  }
  const sections = readSections(text);
  const of = (kind: string): ReadonlySet<string> => new Set(wordsOf(sections, kind));
  return { words: { regions: of('区域'), industries: of('行业'), fillers: of('可省') }, warnings: [] };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

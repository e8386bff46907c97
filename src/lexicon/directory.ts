import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LexiconProblem, LexiconSource } from '../core/lexicon/format.js';

export interface LexiconDirectory {
  readonly sources: readonly LexiconSource[];
  readonly problems: readonly LexiconProblem[];
}

/** Reads every `*.txt` of a directory, in order of name. A missing or unreadable one is a problem, not an error. */
export function readLexiconDirectory(directory: string): LexiconDirectory {
  const sources: LexiconSource[] = [];
  const problems: LexiconProblem[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const name of namesIn(directory, problems)) {
    try {
      sources.push({ file: name, text: decoder.decode(readFileSync(join(directory, name))) });
    } catch {
      problems.push({
        severity: 'error',
        file: name,
        line: 0,
        message: '读不出来或不是 UTF-8，这个文件不起作用；请用 UTF-8 另存',
      });
    }
  }
  return { sources, problems };
}

function namesIn(directory: string, problems: LexiconProblem[]): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.txt'))
      .sort();
  } catch {
    const message = '词库目录不存在或打不开，违禁内容不会被发现；请检查安装或路径';
    problems.push({ severity: 'warning', file: basename(directory), line: 0, message });
    return [];
  }
}

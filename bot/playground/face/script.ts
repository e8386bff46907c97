import { readFileSync } from 'node:fs';
import { UsageError } from '../../cli/fail.js';

export interface ScriptLine {
  /** For messages: the file and the number of the line. */
  readonly place: string;
  readonly text: string;
}

/** @throws UsageError where the file cannot be read as UTF-8 text */
export function fileLines(path: string): readonly ScriptLine[] {
  return textOf(path)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((text, index) => ({ place: `${path}:${index + 1}`, text }));
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new UsageError(`找不到脚本 ${path}`);
    if (error instanceof TypeError)
      throw new UsageError(`脚本 ${path} 不是 UTF-8 编码:请用编辑器另存为 UTF-8`);
    throw new UsageError(`读不了脚本 ${path}(${code})`);
  }
}

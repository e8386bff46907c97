import type { Config } from '../core/policy/settings.js';
import { ConfigError } from './error.js';
import { pathText, type Problem, problemsOf } from './problem.js';
import { resolve } from './resolve.js';
import { type ConfigFile, fileSchema } from './schema.js';
import { readSource, type Source } from './source.js';
import { syntaxSentence } from './syntax.js';

/** A sound configuration. Warnings are Chinese sentences for the log. */
export interface ParsedConfig {
  readonly config: Config;
  readonly warnings: readonly string[];
}

/** A list of problems longer than this helps nobody; one slip of indentation can make hundreds. */
const MOST_SHOWN = 20;

/** Sections that may stand empty, as when all their lines are commented out. */
const SECTIONS = new Set([
  'organisation',
  'words',
  'admins',
  'group-name',
  'groups',
  'card',
  'strikes',
  'conduct',
  'domains',
  'off-topic',
  'publishers',
  'subjects',
  'digest',
  'operating',
  'backup',
]);

function withoutEmptySections(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptySections);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => inner !== null || !SECTIONS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmptySections(inner)]));
}

function line(name: string, problem: Problem): string {
  const path = pathText(problem.path);
  const place = `${name} 第 ${problem.line} 行 第 ${problem.column} 列`;
  return `${place}:${path === '' ? '' : `${path} `}${problem.text}(${name}:${problem.line}:${problem.column})`;
}

function refuse(name: string, problems: readonly Problem[]): never {
  const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = inOrder.slice(0, MOST_SHOWN).map((problem) => line(name, problem));
  const rest = inOrder.length - shown.length;
  throw new ConfigError([...shown, ...(rest > 0 ? [`${name} 还有 ${rest} 处问题没有列出`] : [])].join('\n'));
}

function sourceOf(text: string, name: string): Source {
  try {
    return readSource(text);
  } catch {
    throw new ConfigError(`${name} 第 1 行 第 1 列:嵌套太深,读不下去(${name}:1:1)`);
  }
}

function check(source: Source, name: string): ConfigFile {
  if (source.faults.length > 0) {
    // One slip makes the parser stumble on; what follows on the same line is an echo.
    const first = source.faults.filter(
      (fault, index, all) => all.findIndex((each) => each.line === fault.line) === index,
    );
    refuse(
      name,
      first.map((fault) => ({ ...fault, path: [], text: syntaxSentence(fault.code) })),
    );
  }
  const value = withoutEmptySections(source.value ?? {});
  const result = fileSchema.safeParse(value);
  if (result.success) return result.data;
  return refuse(
    name,
    result.error.issues.flatMap((issue) => problemsOf(issue, source, value)),
  );
}

function warningsOf(source: Source, file: ConfigFile, name: string): readonly string[] {
  const tags = source.warnings.map(
    (fault) => `${name} 第 ${fault.line} 行 第 ${fault.column} 列:${syntaxSentence(fault.code)}`,
  );
  const short = file.organisation.words.filter((word) => /^.$/u.test(word.trim()));
  return [
    ...tags,
    ...short.map((word) => `${name}:organisation.words 里的“${word}”只有一个字,容易误伤,建议写全称`),
  ];
}

/** Reads a configuration from text; `name` is the file's name in messages. Throws ConfigError, and nothing else. */
export function parseConfig(text: string, name: string): ParsedConfig {
  const source = sourceOf(text, name);
  const file = check(source, name);
  return { config: resolve(file), warnings: warningsOf(source, file, name) };
}

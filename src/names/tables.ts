import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameTables, NotNames } from '../core/card/tables.js';
import { readPlaces } from './places.js';
import { readSections, wordsOf, type Section } from './section.js';

/** A table that could not be used. `message` is a Chinese sentence for the operator. */
export interface NameTableWarning {
  readonly file: string;
  readonly kind: 'missing' | 'empty' | 'unknown-section';
  readonly message: string;
}

export interface LoadedNameTables {
  readonly tables: NameTables;
  readonly warnings: readonly NameTableWarning[];
}

const SECTIONS: Readonly<Record<string, readonly string[] | null>> = {
  'surnames.txt': ['常见', '单姓', '复姓'],
  'not-names.txt': ['包含', '无姓包含', '整体', '身份', '称呼', '昵称头', '昵称尾', '句中字', '非专业'],
  'cities.txt': ['省级', '地级', '县级市', '县', '市辖区', '区', '国家', '海外'],
  'majors.txt': null,
};

/** Traditional characters, each with its simplified one. */
type Pairs = readonly (readonly [string, string])[];

/**
 * Reads the tables of a directory (`lexicons/names`). A missing or empty file gives a warning and an empty table; an
 * empty table refuses nobody. Other failures to read throw.
 */
export function loadNameTables(directory: string, traditional: Pairs = []): LoadedNameTables {
  const files = Object.keys(SECTIONS).map((file) => [file, readTable(directory, file)] as const);
  const sections = new Map(files.map(([file, read]) => [file, read.sections]));
  const of = (file: string): readonly Section[] => sections.get(file) ?? [];
  const surnames = of('surnames.txt');
  const notNames = of('not-names.txt');
  const tables: NameTables = {
    commonSurnames: wordsOf(surnames, '常见'),
    surnames: new Set([...wordsOf(surnames, '常见'), ...wordsOf(surnames, '单姓')]),
    compoundSurnames: new Set(wordsOf(surnames, '复姓')),
    notNames: readNotNames(notNames),
    places: readPlaces(of('cities.txt')),
    majors: new Set(of('majors.txt').flatMap((section) => section.words.flatMap((word) => word.split('=')))),
    majorKeys: majorKeys(of('majors.txt')),
    notMajors: wordsOf(notNames, '非专业'),
    simple: new Map(traditional),
  };
  return { tables, warnings: files.flatMap(([, read]) => read.warnings) };
}

function majorKeys(sections: readonly Section[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const word of sections.flatMap((section) => section.words)) {
    const [first = '', ...others] = word.split('=');
    for (const form of [first, ...others]) if (!keys.has(form)) keys.set(form, first);
  }
  return keys;
}

function readNotNames(sections: readonly Section[]): NotNames {
  return {
    contains: wordsOf(sections, '包含'),
    containsWithoutSurname: wordsOf(sections, '无姓包含'),
    whole: new Set(wordsOf(sections, '整体')),
    offices: wordsOf(sections, '身份'),
    titles: new Set(wordsOf(sections, '称呼')),
    heads: wordsOf(sections, '昵称头'),
    tails: wordsOf(sections, '昵称尾'),
    sentence: wordsOf(sections, '句中字'),
  };
}

interface ReadTable {
  readonly sections: readonly Section[];
  readonly warnings: readonly NameTableWarning[];
}

function readTable(directory: string, file: string): ReadTable {
  const text = readText(join(directory, file));
  if (text === null) {
    const message = `没有找到名称表 ${file},相应的检查从宽。请把它放回 lexicons/names。`;
    return { sections: [], warnings: [{ file, kind: 'missing', message }] };
  }
  const sections = readSections(text);
  if (sections.length === 0) {
    const message = `名称表 ${file} 是空的,相应的检查从宽。请补上内容。`;
    return { sections, warnings: [{ file, kind: 'empty', message }] };
  }
  const known = SECTIONS[file] ?? null;
  const strange = known === null ? [] : sections.filter((section) => !known.includes(section.kind));
  return { sections, warnings: strange.map((section) => strangeSection(file, section)) };
}

function strangeSection(file: string, section: Section): NameTableWarning {
  const message = `名称表 ${file} 里的“[${section.kind}]”一节不认识,没有采用。`;
  return { file, kind: 'unknown-section', message };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

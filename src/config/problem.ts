import type { z } from 'zod';
import { unknownKey } from './keys.js';
import { nearest } from './nearest.js';
import type { Path, Place, Source } from './source.js';

/** One thing that is wrong, where it stands, and what to do: a Chinese clause. */
export interface Problem extends Place {
  readonly path: Path;
  readonly text: string;
}

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  string: '文字',
  int: '整数',
  number: '整数',
  array: '列表(每项一行,以“- ”开头,或写成 [甲, 乙])',
  object: '一组“键: 值”',
};

function shown(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '一组“键: 值”';
  if (typeof value === 'number') return '数字';
  return typeof value === 'boolean' ? '是非值' : '文字';
}

/** A wrong type. Unquoted numbers lose leading zeros and long tails, so they are never taken for text. */
function wrongType(expected: string, value: unknown, written: string | null): string {
  if (value === undefined) return '没有写;这一项必须有';
  if (value === null) return '没有写值;写上值,或者删掉这一行';
  const plain = written ?? (typeof value === 'object' ? null : JSON.stringify(value));
  if (expected === 'string' && typeof value !== 'object')
    return `应是文字,现在是${kindOf(value)};加上引号:"${shown(plain ?? '')}"`;
  const now = plain === null ? kindOf(value) : `${kindOf(value)} ${shown(plain)}`;
  return `应是${EXPECTED[expected] ?? '别的类型'},现在是${now}`;
}

function wrongChoice(values: readonly unknown[], written: string | null): string {
  const allowed = values.map(String);
  if (written === null) return `没有写对;可选:${allowed.join('、')}`;
  const like = nearest(written, allowed);
  return `不能是 ${shown(written)};${like === null ? '' : `是不是想写 ${like}?`}可选:${allowed.join('、')}`;
}

/** Of the ways in which a value may be written, the one that was tried says best what is wrong. */
function unionSentence(issue: Extract<Issue, { code: 'invalid_union' }>, written: string): string {
  const told = issue.errors.flat().find((inner) => inner.code === 'custom');
  if (told !== undefined) return told.message;
  const form =
    issue.path.at(-1) === 'group-name' ? '一个群名格式,或几个格式的列表' : ' 1 到 3650 的整数(天),或 never';
  return `不能是 ${shown(written)};应是${form}`;
}

function sentence(issue: Issue, source: Source, value: unknown): string {
  const written = source.writtenAt(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, valueAt(value, issue.path), written);
    case 'invalid_value':
      return wrongChoice(issue.values, written);
    case 'too_small':
      return `太小;最少 ${issue.minimum}`;
    case 'too_big':
      return `太大;最多 ${issue.maximum}`;
    case 'invalid_format':
      return '是空的;写上文字,或者删掉这一项';
    case 'invalid_union':
      return unionSentence(issue, written ?? kindOf(valueAt(value, issue.path)));
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return '不合要求';
  }
}

/** Puts one issue of the schema into words; several unknown keys are several problems. */
export function problemsOf(issue: Issue, source: Source, value: unknown): readonly Problem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ ...source.placeOf(issue.path), path: issue.path, text: sentence(issue, source, value) }];
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    return { ...source.placeOfKey(path), path, text: unknownKey(issue.path, key) };
  });
}

/** `groups[1].strikes` */
export function pathText(path: Path): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${shown(String(key))}`));
  return parts.join('').replace(/^\./u, '');
}

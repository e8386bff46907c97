import { InputError } from './input-error.js';
import type { Row } from './read.js';

/** @throws InputError where the field is missing or no string; the empty string is a string */
export function stringField(row: Row, name: string): string {
  const value = row.value[name];
  if (typeof value === 'string') return value;
  const problem = value === undefined ? `缺少字段 "${name}"` : `字段 "${name}" 不是字符串`;
  throw new InputError(row.place, `${problem};请写成 {"${name}":"…"} (field "${name}" must be a string)`);
}

/** The row's own id, handed through to the answer. Undefined where there is none. */
export function idField(row: Row): string | number | undefined {
  const { id } = row.value;
  if (id === undefined || id === null) return undefined;
  if (typeof id === 'string' || typeof id === 'number') return id;
  throw new InputError(row.place, '字段 "id" 只能是字符串或数字 (field "id" must be a string or a number)');
}

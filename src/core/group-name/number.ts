const DIGITS = '零一二三四五六七八九';
const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两]|[IVX]{1,4})';
const WHOLE = new RegExp(`^第?(${NUMERAL})号?$`, 'u');
const AT_END = new RegExp(`^(.*?)第?(${NUMERAL})号?$`, 'u');
const AT_START = new RegExp(`^第?(${NUMERAL})号?(.+)$`, 'u');
const ROMAN: readonly string[] = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
];

/** A serial number as people write it — 1, 01, 一, 第二, III — as digits; null where it is none. */
export function serialOf(raw: string): string | null {
  const written = WHOLE.exec(raw)?.[1];
  return written === undefined ? null : digitsOf(written);
}

function digitsOf(written: string): string | null {
  if (/^\d+$/u.test(written)) return Number(written) > 0 ? written : null;
  const roman = ROMAN.indexOf(written);
  if (roman > 0) return String(roman);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : valueOf(tens)) : 0;
  const value = ten * 10 + (ones === '' ? 0 : valueOf(ones));
  return value > 0 ? String(value) : null;
}

function valueOf(digit: string | undefined): number {
  return digit === '两' ? 2 : Math.max(0, DIGITS.indexOf(digit ?? ''));
}

/** Parts a number from the words beside it: 北京一 → 北京, 1. Null where there is none at either end. */
export function withoutSerial(segment: string): { readonly rest: string; readonly number: string } | null {
  const [, before = '', last = ''] = AT_END.exec(segment) ?? [];
  const [, first = '', after = ''] = AT_START.exec(segment) ?? [];
  const found = last !== '' ? { rest: before, written: last } : { rest: after, written: first };
  const number = found.written === '' ? null : digitsOf(found.written);
  return number === null || found.rest === '' ? null : { rest: found.rest, number };
}

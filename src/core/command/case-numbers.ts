/** The numbers at the head of a command's words, and what follows them. */
export interface Numbered {
  readonly numbers: readonly number[];
  readonly rest: string;
}

/** So many numbers of one answer are taken; a range may not be longer either. */
export const MOST_NUMBERS = 20;

const DIGITS = '零一二三四五六七八九';
const WRITTEN = String.raw`(\d{1,9}|[零一二两三四五六七八九十百]{1,7})`;
const ENDS = String.raw`(?=$|[\s,、。.;:!和跟与及])`;
/** 12看错了 is a number and a reason; 3月2日 is none. */
const REASON = String.raw`(?<=\d)(?=\p{Script=Han})(?![月日号天年点个次人位岁块元万千百十分小])`;
const ONE = new RegExp(
  String.raw`^(?:编号|案件|第|#|no\.?)?\s*${WRITTEN}(?:\s*[号件条]?${ENDS}|${REASON})`,
  'iu',
);
const RANGE = new RegExp(String.raw`^#?(\d{1,9})\s*[-~—到至]\s*(\d{1,9})${ENDS}`, 'u');
const BETWEEN = /^[\s,、;和跟与及]+/u;
const AFTER = /^[\s,。.;:!]+/u;

/** The first number alone: 编号12, 第12号, #12, 十二. Null where the words do not begin with one. */
export function leadingNumber(text: string): { readonly number: number; readonly rest: string } | null {
  const trimmed = text.trim();
  const found = ONE.exec(narrow(trimmed));
  const number = found === null ? null : valueOf(found[1] ?? '');
  if (found === null || number === null) return null;
  return { number, rest: after(trimmed.slice(found[0].length), AFTER) };
}

/** A choice from a list of up to nine: 1, 1。, 第一个, 二. Null: something else was said. */
export function readOrdinal(text: string): number | null {
  const word = /^\s*第?([1-9]|[一二三四五六七八九])\s*[个位号]?[.。)\s]*$/u.exec(narrow(text))?.[1];
  return word === undefined ? null : valueOf(word);
}

/** All numbers at the head, each once: 12 13 15; 12、13和15; 12-15. Null where there is none. */
export function leadingNumbers(text: string): Numbered | null {
  let rest = text.trim();
  const numbers: number[] = [];
  for (;;) {
    const range = RANGE.exec(narrow(rest));
    const one = range ?? ONE.exec(narrow(rest));
    const read = range === null ? [valueOf(one?.[1] ?? '')] : rangeOf(range);
    if (one === null || read.includes(null)) break;
    numbers.push(...read.filter((value) => value !== null));
    rest = after(rest.slice(one[0].length), BETWEEN);
  }
  if (numbers.length === 0) return null;
  return { numbers: [...new Set(numbers)], rest: after(rest, AFTER) };
}

/** Full-width signs as narrow ones, each in its place. */
function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0),
  );
}

function after(text: string, separators: RegExp): string {
  return text.slice(separators.exec(narrow(text))?.[0].length ?? 0);
}

function rangeOf([, from = '', to = '']: RegExpExecArray): readonly (number | null)[] {
  const [first, last] = [Number(from), Number(to)];
  if (last < first || last - first >= MOST_NUMBERS) return [null];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** 十二 → 12, 二十 → 20, 一百零五 → 105. Null where it is no number. */
function valueOf(written: string): number | null {
  if (/^\d+$/u.test(written)) return Number(written);
  const parts = /^(?:(.)百)?零?(?:(.)?(十))?(.)?$/u.exec(written.replaceAll('两', '二'));
  if (parts === null) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const value =
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) +
    digit(ones);
  return Number.isNaN(value) ? null : value;
}

function digit(character: string | undefined): number {
  if (character === undefined) return 0;
  const value = DIGITS.indexOf(character);
  return value === -1 ? Number.NaN : value;
}

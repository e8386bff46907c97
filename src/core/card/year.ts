/** Why a year is refused. */
export type YearFault = 'form' | 'numerals' | 'founded' | 'future' | 'graduation';

/**
 * `year` is four digits. A bad year may still be certain in what it means (九七级 is 1997): then `year` is set and the
 * suggestion may use it.
 */
export type YearReading =
  | { readonly kind: 'year'; readonly year: number; readonly graduation: boolean }
  | { readonly kind: 'bad'; readonly fault: YearFault; readonly year: number | null };

export interface YearRange {
  readonly founded: number;
  readonly thisYear: number;
  readonly graduation: boolean;
}

const DIGITS = /^(\d+) ?(级|級|届|屆|年级|年級|年)?$/u;
const NUMERALS = /^([〇零○一二三四五六七八九十两]{1,5}) ?(级|級|届|屆|年级|年級|年)?$/u;
const NUMERAL_DIGITS = '零一二三四五六七八九';
const OTHER_ZEROES = /[〇○]/gu;

/** Reads 97级, 1997级, 97, 1997; two digits belong to the last hundred years that end this year. */
export function readYear(raw: string, range: YearRange): YearReading {
  const text = raw.trim();
  const digits = DIGITS.exec(text);
  if (digits !== null) return readDigits(digits[1] ?? '', digits[2] ?? '', range);
  const numerals = NUMERALS.exec(text);
  if (numerals === null) return { kind: 'bad', fault: 'form', year: null };
  const plain = readDigits(digitsOf(numerals[1] ?? ''), numerals[2] ?? '', range);
  const year = plain.kind === 'year' && !plain.graduation ? plain.year : null;
  return { kind: 'bad', fault: 'numerals', year };
}

function readDigits(digits: string, suffix: string, range: YearRange): YearReading {
  const year = yearOf(digits, range.thisYear);
  if (year === null) return { kind: 'bad', fault: 'form', year: null };
  if (year > range.thisYear && digits.length === 4 && !isGraduation(suffix)) return bad('future');
  if (year < range.founded) return bad('founded');
  if (isGraduation(suffix)) {
    return range.graduation ? { kind: 'year', year, graduation: true } : bad('graduation');
  }
  if (suffix.startsWith('年')) return { kind: 'bad', fault: 'form', year };
  return { kind: 'year', year, graduation: false };
}

function bad(fault: YearFault): YearReading {
  return { kind: 'bad', fault, year: null };
}

function isGraduation(suffix: string): boolean {
  return suffix === '届' || suffix === '屆';
}

function yearOf(digits: string, thisYear: number): number | null {
  if (digits.length === 4) return Number(digits);
  return digits.length === 2 ? slide(Number(digits), thisYear) : null;
}

/** 26 in 2026 is 2026, 27 is 1927. */
function slide(two: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  return two <= thisYear % 100 ? century + two : century - 100 + two;
}

/** 九七 → 97, 二〇〇三 → 2003, 九十七 → 97, 十二 → 12. */
function digitsOf(numerals: string): string {
  const plain = numerals.replace(OTHER_ZEROES, '零').replace(/两/gu, '二');
  const tens = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain);
  const spelled = tens === null ? plain : `${tens[1] || '一'}${tens[2] || '零'}`;
  return Array.from(spelled, (numeral) => NUMERAL_DIGITS.indexOf(numeral)).join('');
}

/** 1997 → 97级; four digits where two would be read as another year. 97届 stays a year of graduation. */
export function writeYear(year: number, range: YearRange, graduation: boolean): string {
  const two = String(year % 100).padStart(2, '0');
  const digits = slide(year % 100, range.thisYear) === year ? two : String(year);
  return `${digits}${graduation ? '届' : '级'}`;
}

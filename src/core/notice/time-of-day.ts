/** Which half of the day is said before an hour. */
const HALF =
  '(上午|早上|早晨|清晨|凌晨|今早|明早|早|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|今晚|明晚|当晚|晚)?';

/** 下午2:30, 14:30 */
export const CLOCK = new RegExp(`${HALF}\\s?(?<!\\d)(\\d{1,2}):(\\d{2})(?!\\d)`, 'gu');
/** 下午2点半, 14时30分 */
export const HOURS = new RegExp(`${HALF}\\s?(?<!\\d)(\\d{1,2})\\s?[点时](半|\\d{1,2}分?)?`, 'gu');
/** 下午两点半: in words only where the half of the day is said, since 一点 is also a little. */
export const IN_WORDS = new RegExp(
  `${HALF.slice(0, -1)}\\s?([一二两三四五六七八九十]{1,3})点(半|\\d{1,2}分?)?`,
  'gu',
);

const DIGITS = '零一二三四五六七八九';

/**
 * A time as `14:00`; one that may be in either half of the day (2点, 2:00) as `02:00/14:00`: it is not told that a copy changed what
 * it only leaves open.
 */
export function timeValue([, half, hour = '', minute]: RegExpMatchArray): string {
  const minutes = minute === '半' ? '30' : two((minute ?? '00').replace('分', ''));
  const said = hourOf(hour);
  const at = (value: number): string => `${two(String(value))}:${minutes}`;
  if (half !== undefined) return at(inHalf(said, half));
  return said >= 1 && said <= 11 ? `${at(said)}/${at(said + 12)}` : at(said);
}

/** Whether two times may be the same. */
export function isSameTime(one: string, other: string): boolean {
  return one.split('/').some((value) => other.split('/').includes(value));
}

/** 14:00; 2:00 where the half of the day was not said. */
export function shownTimeValue(value: string): string {
  const [first = value] = value.split('/');
  return first === value ? value : first.replace(/^0/u, '');
}

function inHalf(hour: number, half: string): number {
  if (/早|上午|清晨|凌晨/u.test(half)) return hour === 12 ? 0 : hour;
  if (half === '中午' || half === '正午') return hour < 10 ? hour + 12 : hour;
  if (hour === 12) return /晚|夜/u.test(half) ? 0 : 12;
  return hour < 12 ? hour + 12 : hour;
}

function hourOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const value = (digit: string | undefined): number => DIGITS.indexOf((digit ?? '').replace('两', '二'));
  const ten = written.includes('十') ? 10 * (tens === '' ? 1 : value(tens)) : 0;
  return ten + (ones === '' || ones === undefined ? 0 : value(ones));
}

function two(text: string): string {
  return text.padStart(2, '0');
}

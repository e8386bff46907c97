import type { Instant } from '../model/instant.js';
import { dayNumber, parseDay } from './localtime.js';

/** What the state has settled for single days: off although in the week, or worked although a weekend. Keys are day numbers. */
export type HolidayTable = ReadonlyMap<number, 'off' | 'work'>;

/** No table: weekends alone are off. */
export const NO_HOLIDAYS: HolidayTable = new Map();

/** A line of a table that could not be read, counted from 1. */
export interface HolidayProblem {
  readonly line: number;
  readonly message: string;
}

const LINE = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?\s+([休班])(?:\s.*)?$/u;
/** Nobody has a holiday of longer than this; a slip of the year would make one. */
const LONGEST = 31;

/** Reads `2026-02-15..2026-02-23 休 春节`, `2026-02-14 班 调休`. Empty lines and lines that begin with # say nothing. */
export function parseHolidays(text: string): {
  readonly days: HolidayTable;
  readonly problems: readonly HolidayProblem[];
} {
  const days = new Map<number, 'off' | 'work'>();
  const problems: HolidayProblem[] = [];
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    // A byte order mark is a blank, too.
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const read = readLine(line);
    if (read === null) {
      problems.push({ line: index + 1, message: '读不懂:写成 2026-02-15..2026-02-23 休 春节' });
      continue;
    }
    for (let day = read.first; day <= read.last; day += 1) days.set(day, read.kind);
  }
  return { days, problems };
}

function readLine(line: string): { first: number; last: number; kind: 'off' | 'work' } | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const first = parseDay(match[1] ?? '');
  const last = match[2] === undefined ? first : parseDay(match[2]);
  if (first === null || last === null || last < first || last - first > LONGEST) return null;
  return { first, last, kind: match[3] === '休' ? 'off' : 'work' };
}

/** Whether people work on the local day of `at`. Day 0 (1970-01-01) was a Thursday. */
export function isWorkday(at: Instant, timezone: string, holidays: HolidayTable): boolean {
  const day = dayNumber(at, timezone);
  const settled = holidays.get(day);
  if (settled !== undefined) return settled === 'work';
  return (((day + 3) % 7) + 7) % 7 < 5;
}

/** Whether the local day of `at` is a holiday by the table, weekends in it included. */
export function isHoliday(at: Instant, timezone: string, holidays: HolidayTable): boolean {
  return holidays.get(dayNumber(at, timezone)) === 'off';
}

import { dayNumber, parseDay, startOfDay } from '../policy/localtime.js';
import type { Instant } from '../model/instant.js';

/**
 * The day that people write: 2026-12-31, 2026年12月31日, 12月31日 (the coming one), 12.31. The instant at which the day after it
 * begins: the day itself counts in full. Null: no such day.
 */
export function endOfDay(typed: string, now: Instant, timezone: string): Instant | null {
  const match = /^(?:(20\d{2})\s?[-/.年]\s?)?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/u.exec(
    typed.normalize('NFKC').trim(),
  );
  if (match === null) return null;
  const today = dayNumber(now, timezone);
  const thisYear = new Date(today * 86_400_000).getUTCFullYear();
  const year = match[1] === undefined ? thisYear : Number(match[1]);
  const day = numberOf(year, match);
  const coming = match[1] === undefined && day !== null && day < today ? numberOf(year + 1, match) : day;
  return coming === null ? null : startOfDay(coming + 1, timezone);
}

function numberOf(year: number, match: RegExpExecArray): number | null {
  const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
  return parseDay(`${year}-${two(match[2])}-${two(match[3])}`);
}

import type { Instant } from '../model/instant.js';
import { dayNumber, dayText, startOfDay } from './localtime.js';

/** A run of whole local days: `from` and `firstDay` inclusive, `to` and `endDay` (`YYYY-MM-DD`) exclusive. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDay: string;
  readonly endDay: string;
}

/** The `days` local days before the day of `at`. */
export function daysBefore(at: Instant, days: number, timezone: string): Span {
  return spanOf(dayNumber(at, timezone) - days, dayNumber(at, timezone), timezone);
}

/** The last `days` local days up to and with the day of `at`. */
export function daysUntil(at: Instant, days: number, timezone: string): Span {
  return spanOf(dayNumber(at, timezone) - days + 1, dayNumber(at, timezone) + 1, timezone);
}

function spanOf(first: number, end: number, timezone: string): Span {
  return {
    from: startOfDay(first, timezone),
    to: startOfDay(end, timezone),
    firstDay: dayText(first),
    endDay: dayText(end),
  };
}

import { Temporal } from 'temporal-polyfill';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.js';

function at(instant: Instant, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
}

/** 3月2日 */
export function shownDay(instant: Instant, timezone: string): string {
  const local = at(instant, timezone);
  return `${local.month}月${local.day}日`;
}

/** 3月2日 09:05 */
export function shownTime(instant: Instant, timezone: string): string {
  const local = at(instant, timezone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local.month}月${local.day}日 ${two(local.hour)}:${two(local.minute)}`;
}

/** 09:05 */
export function shownClock(instant: Instant, timezone: string): string {
  return shownTime(instant, timezone).replace(/^.* /u, '');
}

/** The last day of something that ends, exclusive, when a day begins: `12月31日`. */
export function lastDay(end: Instant, timezone: string): string {
  return shownDay(end - 1, timezone);
}

/** 25分钟, 3小时, 2天: rounded, at least a minute. */
export function shownLength(length: Instant): string {
  if (length >= 2 * DAY) return `${Math.round(length / DAY)}天`;
  if (length >= 2 * HOUR) return `${Math.round(length / HOUR)}小时`;
  return `${Math.max(1, Math.round(length / MINUTE))}分钟`;
}

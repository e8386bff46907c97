import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant } from '../model/instant.js';

/** A stretch of time in which a zone keeps one offset: `from` inclusive, `to` exclusive, `offset` in milliseconds. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

// One stretch per zone is remembered: chats come in time order, and asking Temporal for each line would be the
// slowest part of a replay. The answer depends on the arguments alone, so remembering it changes nothing.
const remembered = new Map<string, Stretch>();

function stretchAt(at: Instant, timezone: string): Stretch {
  const known = remembered.get(timezone);
  if (known !== undefined && at >= known.from && at < known.to) return known;
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timezone);
  // `previous` is strictly before: a transition that falls on `here` itself is found from one millisecond later.
  const before = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = here.getTimeZoneTransition('next');
  const stretch: Stretch = {
    from: before === null ? -Infinity : before.epochMilliseconds,
    to: after === null ? Infinity : after.epochMilliseconds,
    offset: here.offsetNanoseconds / 1_000_000,
  };
  remembered.set(timezone, stretch);
  return stretch;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at `at`. Throws RangeError for an unknown zone. */
export function offsetAt(at: Instant, timezone: string): number {
  return stretchAt(at, timezone).offset;
}

/** The zone's wall clock at `at`, as milliseconds since 1970-01-01T00:00 on that clock. */
export function wallClock(at: Instant, timezone: string): number {
  return at + offsetAt(at, timezone);
}

/** The local day at `at`, counted from 1970-01-01 (a Thursday) as 0. */
export function dayNumber(at: Instant, timezone: string): number {
  return Math.floor(wallClock(at, timezone) / DAY);
}

let lastDay = { day: NaN, text: '' };

/** `YYYY-MM-DD` of a day number. Remembers the last one: lines of one day come in a row. */
export function dayText(day: number): string {
  if (lastDay.day !== day) lastDay = { day, text: new Date(day * DAY).toISOString().slice(0, -14) };
  return lastDay.text;
}

/** The day number of a calendar date `YYYY-MM-DD`; null where it is not written so or there is no such date. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  return Number.isNaN(day) || dayText(day) !== text ? null : day;
}

/**
 * The instant at which the wall clock shows `minutes` after midnight of a local day. A time that is skipped in spring
 * is the moment after the gap; one that comes twice in autumn is the first.
 */
export function instantOf(day: number, minutes: number, timezone: string): Instant {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return date.toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds;
}

/** The instant at which a local day begins. */
export function startOfDay(day: number, timezone: string): Instant {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(timezone).epochMilliseconds;
}

/** The days that share one stretch and one day number with `at`: what a day clock may remember. */
export function dayBounds(at: Instant, timezone: string): { readonly from: Instant; readonly to: Instant } {
  const stretch = stretchAt(at, timezone);
  const from = Math.floor((at + stretch.offset) / DAY) * DAY - stretch.offset;
  return { from: Math.max(from, stretch.from), to: Math.min(from + DAY, stretch.to) };
}

/** Whether a name is an IANA zone that the runtime knows (`Asia/Shanghai`; a bare offset such as `+08:00` is not). */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

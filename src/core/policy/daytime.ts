import type { Instant } from '../model/instant.js';
import { DAY, MINUTE } from '../model/instant.js';
import { dayBounds, dayNumber, dayText, instantOf, offsetAt, startOfDay, wallClock } from './localtime.js';

/** Night is 22:30–07:30 on the group's wall clock (22:30 itself is night, 07:30 itself is day). In minutes after midnight. */
const NIGHT_FROM = 22 * 60 + 30;
const DAY_FROM = 7 * 60 + 30;

function minutesOfDay(at: Instant, timezone: string): number {
  const clock = wallClock(at, timezone);
  return (clock - Math.floor(clock / DAY) * DAY) / MINUTE;
}

/** Whether it is night in the zone: warnings, reminders and digests wait, alerts and severe removals do not. */
export function isNight(at: Instant, timezone: string): boolean {
  const minutes = minutesOfDay(at, timezone);
  return minutes >= NIGHT_FROM || minutes < DAY_FROM;
}

/** `at` itself by day; at night the coming 07:30 local. The first moment from `at` on at which the bot may speak. */
export function nextDaytime(at: Instant, timezone: string): Instant {
  const minutes = minutesOfDay(at, timezone);
  const day = dayNumber(at, timezone);
  if (minutes >= NIGHT_FROM) return instantOf(day + 1, DAY_FROM, timezone);
  return minutes < DAY_FROM ? instantOf(day, DAY_FROM, timezone) : at;
}

/** The date on the zone's calendar at `at`: `YYYY-MM-DD`. */
export function localDay(at: Instant, timezone: string): string {
  return dayText(dayNumber(at, timezone));
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 60 }, (_, value) =>
  String(value).padStart(2, '0'),
);

/** `HH:MM:SS` of a time in milliseconds. */
function clockText(time: number): string {
  const seconds = Math.floor(time / 1000);
  return `${TWO_DIGITS[Math.floor(seconds / 3600)]}:${TWO_DIGITS[Math.floor(seconds / 60) % 60]}:${TWO_DIGITS[seconds % 60]}`;
}

function offsetText(offset: number): string {
  const text = clockText(Math.abs(offset));
  // Before standard time zones kept seconds; RFC 9557 writes them only where there are some.
  return (offset < 0 ? '-' : '+') + (text.endsWith(':00') ? text.slice(0, 5) : text);
}

/** ISO 8601 in the zone with its offset: `2026-03-02T09:00:00+08:00`; milliseconds only where there are some. */
export function isoWithOffset(at: Instant, timezone: string): string {
  const offset = offsetAt(at, timezone);
  const day = Math.floor((at + offset) / DAY);
  const time = at + offset - day * DAY;
  const rest = Math.floor(time % 1000);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  return `${dayText(day)}T${clockText(time)}${fraction}${offsetText(offset)}`;
}

/** Answers the local day for a stream of instants. */
export interface DayClock {
  /** `YYYY-MM-DD` in the zone. Any order is right; instants of one day in a row are fast. */
  dayOf(at: Instant): string;
}

/** A day clock of one zone. It remembers the bounds of the day it answered last. */
export function createDayClock(timezone: string): DayClock {
  let bounds = { from: Infinity, to: -Infinity };
  let day = '';
  return {
    dayOf(at) {
      if (at >= bounds.from && at < bounds.to) return day;
      bounds = dayBounds(at, timezone);
      day = localDay(at, timezone);
      return day;
    },
  };
}

/**
 * One ISO 8601 week in a zone, Monday 00:00 local to the next Monday 00:00 local.
 * `from` and `firstDay` inclusive, `to` and `endDay` (`YYYY-MM-DD`) exclusive. `label` is `2026-W10`.
 */
export interface Week {
  readonly label: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDay: string;
  readonly endDay: string;
}

/** Monday of the day's week. Day 0 (1970-01-01) was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function yearOf(day: number): number {
  return Number(dayText(day).slice(0, -6));
}

/** Monday of week 1: the week that holds 4 January. */
function firstMonday(year: number): number {
  return mondayOf(Math.floor(Date.UTC(year, 0, 4) / DAY));
}

function labelOf(monday: number): string {
  // A week belongs to the year of its Thursday.
  const year = yearOf(monday + 3);
  const week = (monday - firstMonday(year)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function weekFrom(monday: number, timezone: string): Week {
  return {
    label: labelOf(monday),
    from: startOfDay(monday, timezone),
    to: startOfDay(monday + 7, timezone),
    firstDay: dayText(monday),
    endDay: dayText(monday + 7),
  };
}

/** The week that holds `at`. */
export function weekOf(at: Instant, timezone: string): Week {
  return weekFrom(mondayOf(dayNumber(at, timezone)), timezone);
}

/** The week named `2026-W10`; null where that is not written so, or the year has no such week. */
export function parseWeek(label: string, timezone: string): Week | null {
  const match = /^([1-9]\d{3})-W(\d{2})$/.exec(label.trim().toUpperCase());
  if (match === null) return null;
  const monday = firstMonday(Number(match[1])) + (Number(match[2]) - 1) * 7;
  const week = weekFrom(monday, timezone);
  return week.label === match[0] ? week : null;
}

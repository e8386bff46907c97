import { DAY, type Instant, MINUTE } from '../model/instant.js';
import type { DaySpan } from '../policy/conduct-settings.js';
import { isWithin } from '../policy/conduct-settings.js';
import { type HolidayTable, isHoliday, isWorkday } from '../policy/holidays.js';
import { wallClock } from '../policy/localtime.js';

/** Where and by which table time is read. */
export interface LocalTime {
  readonly timezone: string;
  readonly holidays: HolidayTable;
}

/**
 * The rest that `at` falls into, as a number that is the same all through one rest (the local day on which it began); null
 * outside. On the eve of a holiday and on holidays nobody is asked to rest.
 */
export function restAt(at: Instant, rest: DaySpan, { timezone, holidays }: LocalTime): number | null {
  const clock = wallClock(at, timezone);
  const minute = Math.floor((clock - Math.floor(clock / DAY) * DAY) / MINUTE);
  if (!isWithin(rest, minute)) return null;
  if (isHoliday(at, timezone, holidays) || isHoliday(at + DAY / 2, timezone, holidays)) return null;
  return Math.floor((clock - rest.from * MINUTE) / DAY);
}

/** Whether `at` lies outside working hours: any other time of a working day, and all of a day off. */
export function isOffWork(at: Instant, work: DaySpan, { timezone, holidays }: LocalTime): boolean {
  if (!isWorkday(at, timezone, holidays)) return true;
  const clock = wallClock(at, timezone);
  return !isWithin(work, Math.floor((clock - Math.floor(clock / DAY) * DAY) / MINUTE));
}

/** What cannot wait for the morning is nobody's fault. */
const URGENT =
  /紧急|救命|急救|求助|报警|失联|走失|住院|抢救|去世|病危|讣告|地震|火灾|着火|洪水|事故|120|110|119|急[!!]|急需|在吗急/u;

export function isUrgent(text: string): boolean {
  return URGENT.test(text);
}

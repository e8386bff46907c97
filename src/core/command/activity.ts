import { DAY, type Instant } from '../model/instant.js';
import { dayNumber, instantOf, parseDay } from '../policy/localtime.js';

/** An application as typed: what, and until when. */
export interface Applied {
  readonly title: string;
  readonly endsAt: Instant;
}

/** Where no hour is written an activity is over in the evening. */
const EVENING = 22 * 60;
const LONGEST_TITLE = 40;
/** A bounded number of blanks: else a text of blanks would be read from each of them to its end. */
const WRITTEN =
  /(?:至|到|于|时间[::]?)?\s{0,9}(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})日?(?:\s{0,9}(\d{1,2})[::](\d{2}))?/gu;

/** Reads `登山 10月17日 18:00`, `登山 2026-10-17至2026-10-18`: the last date is the end. Null without a title or a date to come. */
export function parseActivity(text: string, now: Instant, timezone: string): Applied | null {
  const dates = Array.from(text.matchAll(WRITTEN));
  const last = dates.at(-1);
  const title = text.replaceAll(WRITTEN, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_TITLE);
  const endsAt = last === undefined ? null : instantIn(last, now, timezone);
  return title === '' || endsAt === null || endsAt <= now ? null : { title, endsAt };
}

function instantIn(match: RegExpMatchArray, now: Instant, timezone: string): Instant | null {
  const [, year, month = '', day = '', hour, minute] = match;
  const minutes = hour === undefined ? EVENING : Number(hour) * 60 + Number(minute);
  if (minutes >= DAY / 60_000) return null;
  const thisYear = new Date(dayNumber(now, timezone) * DAY).getUTCFullYear();
  const inYear = (of: number): Instant | null => {
    const number = parseDay(`${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return number === null ? null : instantOf(number, minutes, timezone);
  };
  if (year !== undefined) return inYear(Number(year));
  const here = inYear(thisYear);
  // A date without its year that has gone by is one of next year.
  return here !== null && here <= now ? inYear(thisYear + 1) : here;
}

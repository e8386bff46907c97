import type { Instant } from '../../../src/core/model/instant.js';
import { DAY, HOUR, MINUTE } from '../../../src/core/model/instant.js';

/** The playground lies in Beijing; China has kept UTC+8 without summer time since 1991. */
const AHEAD: Instant = 8 * HOUR;

const WEEKDAYS = '日一二三四五六';

/** The instant of a local time of day on the local day of `day`. */
export function localTime(day: Instant, hour: number, minute: number): Instant {
  const midnight = Math.floor((day + AHEAD) / DAY) * DAY - AHEAD;
  return midnight + hour * HOUR + minute * MINUTE;
}

/** 09:30 */
export function clockTime(instant: Instant): string {
  return new Date(instant + AHEAD).toISOString().slice(11, 16);
}

/** 3月2日 星期一 */
export function dayName(instant: Instant): string {
  const local = new Date(instant + AHEAD);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 星期${WEEKDAYS.charAt(local.getUTCDay())}`;
}

import { Cron } from 'croner';
import { DUE_TIME_FORM, parseDueTime } from '../core/policy/duetime.js';
import { isTimezone } from '../core/policy/localtime.js';
import type { Instant } from '../core/model/instant.js';
import type { Calendar } from '../ports.js';

/** `Mon 09:00` as a cron pattern. Croner only calculates here: it gets no function and starts no timer. */
function compile(expression: string, timezone: string): Cron {
  const due = parseDueTime(expression);
  if (due === null) throw new RangeError(`时间“${expression}”读不懂:请写成${DUE_TIME_FORM}`);
  if (!isTimezone(timezone)) throw new RangeError(`没有时区“${timezone}”:请写成 Asia/Shanghai 这样的名字`);
  // Croner counts Sunday as 7, too.
  return new Cron(`${due.minute} ${due.hour} * * ${due.weekday ?? '*'}`, { timezone });
}

function found(date: Date | null | undefined): Instant {
  if (date === null || date === undefined) throw new RangeError('日历里没有这样的时间');
  return date.getTime();
}

/**
 * A calendar over croner. In spring a skipped time falls due right after the gap; in autumn a time that comes twice
 * falls due once. Throws RangeError, one Chinese sentence, for an expression or zone it cannot read.
 */
export function createCalendar(): Calendar {
  const compiled = new Map<string, Cron>();
  const cronOf = (expression: string, timezone: string): Cron => {
    const key = `${timezone} ${expression}`;
    const cron = compiled.get(key) ?? compile(expression, timezone);
    compiled.set(key, cron);
    return cron;
  };
  return {
    next: (expression, timezone, after) => found(cronOf(expression, timezone).nextRun(new Date(after))),
    previous(expression, timezone, at) {
      // Croner looks strictly before its reference and in whole seconds: the next second includes `at` itself.
      const reference = new Date(Math.floor(at / 1000) * 1000 + 1000);
      return found(cronOf(expression, timezone).previousRuns(1, reference)[0]);
    },
  };
}

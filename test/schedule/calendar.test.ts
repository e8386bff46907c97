import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isoWithOffset } from '../../src/core/policy/daytime.js';
import { parseDueTime } from '../../src/core/policy/duetime.js';
import { createCalendar } from '../../src/schedule/calendar.js';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';
const calendar = createCalendar();

describe('what can be written', () => {
  it.each([
    { expression: '', want: null },
    { expression: 'Mon 09:00', want: { weekday: 1, hour: 9, minute: 0 } },
    { expression: ' sunday 9:05 ', want: { weekday: 7, hour: 9, minute: 5 } },
    { expression: '周一 09:00', want: { weekday: 1, hour: 9, minute: 0 } },
    { expression: '星期天 21\uFF1A30', want: { weekday: 7, hour: 21, minute: 30 } },
    { expression: '周日08:00', want: { weekday: 7, hour: 8, minute: 0 } },
    { expression: 'daily 09:00', want: { weekday: null, hour: 9, minute: 0 } },
    { expression: '每天 09:00', want: { weekday: null, hour: 9, minute: 0 } },
    { expression: 'Mon 24:00', want: null },
    { expression: 'Mon 09:60', want: null },
    { expression: 'Mon', want: null },
    { expression: '09:00', want: null },
    { expression: '一 09:00', want: null },
    { expression: 'Foo 09:00', want: null },
    { expression: '0 9 * * 1', want: null },
  ])('$expression', ({ expression, want }) => {
    expect(parseDueTime(expression)).toEqual(want);
  });
});

describe('next is strictly after, previous at or before', () => {
  it.each([
    {
      at: '2026-03-02T08:59:59.999+08:00',
      zone: SHANGHAI,
      due: 'Mon 09:00',
      next: '2026-03-02T09:00:00+08:00',
      previous: '2026-02-23T09:00:00+08:00',
    },
    {
      at: '2026-03-02T09:00:00+08:00',
      zone: SHANGHAI,
      due: 'Mon 09:00',
      next: '2026-03-09T09:00:00+08:00',
      previous: '2026-03-02T09:00:00+08:00',
    },
    {
      at: '2026-03-02T09:00:00.001+08:00',
      zone: SHANGHAI,
      due: '周一 09:00',
      next: '2026-03-09T09:00:00+08:00',
      previous: '2026-03-02T09:00:00+08:00',
    },
    {
      at: '2026-03-02T09:00:00+08:00',
      zone: SHANGHAI,
      due: 'Sun 09:00',
      next: '2026-03-08T09:00:00+08:00',
      previous: '2026-03-01T09:00:00+08:00',
    },
    {
      at: '2026-03-07T12:00:00-05:00',
      zone: NEW_YORK,
      due: 'daily 09:00',
      next: '2026-03-08T09:00:00-04:00',
      previous: '2026-03-07T09:00:00-05:00',
    },
    {
      at: '2026-03-08T01:00:00-05:00',
      zone: NEW_YORK,
      due: 'daily 02:00',
      next: '2026-03-08T03:00:00-04:00',
      previous: '2026-03-07T02:00:00-05:00',
    },
    {
      at: '2026-11-01T01:30:00-04:00',
      zone: NEW_YORK,
      due: 'daily 01:30',
      next: '2026-11-02T01:30:00-05:00',
      previous: '2026-11-01T01:30:00-04:00',
    },
    {
      at: '2026-11-01T01:45:00-05:00',
      zone: NEW_YORK,
      due: 'daily 01:30',
      next: '2026-11-02T01:30:00-05:00',
      previous: '2026-11-01T01:30:00-04:00',
    },
  ])('$due in $zone seen from $at', ({ at, zone, due, next, previous }) => {
    expect(isoWithOffset(calendar.next(due, zone, Date.parse(at)), zone)).toBe(next);
    expect(isoWithOffset(calendar.previous(due, zone, Date.parse(at)), zone)).toBe(previous);
  });
});

it('every due time of a week in any zone agrees with Temporal', () => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const anInstant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
  const zones = fc.constantFrom(SHANGHAI, NEW_YORK, 'Europe/Berlin', 'UTC');
  fc.assert(
    // From 04:00 on: in these zones no clock is changed after it.
    fc.property(
      anInstant,
      zones,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 4, max: 23 }),
      (at, zone, day, hour) => {
        const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const today = now
          .with({ hour, minute: 0, second: 0, millisecond: 0 })
          .add({ days: (day + 1 - now.dayOfWeek + 7) % 7 });
        const later = today.epochMilliseconds > at ? today : today.add({ days: 7 });
        const due = `${days[day]} ${hour}:00`;
        expect(calendar.next(due, zone, at)).toBe(later.epochMilliseconds);
        expect(calendar.previous(due, zone, at)).toBe(later.subtract({ days: 7 }).epochMilliseconds);
      },
    ),
  );
});

it.each([
  { name: 'no expression', due: '', zone: SHANGHAI, says: '读不懂' },
  { name: 'a cron pattern', due: '0 9 * * 1', zone: SHANGHAI, says: 'Mon 09:00' },
  { name: 'an unknown zone', due: 'Mon 09:00', zone: 'Mars/Base', says: '没有时区“Mars/Base”' },
])('$name is refused in one sentence', ({ due, zone, says }) => {
  expect(() => calendar.next(due, zone, 0)).toThrow(says);
  expect(() => calendar.previous(due, zone, 0)).toThrow(RangeError);
});

import { describe, expect, it } from 'vitest';
import { dayBounds, dayNumber, isTimezone, parseDay } from '../../../src/core/policy/localtime.js';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';

describe('the number of a date', () => {
  it.each([
    { text: '', want: null },
    { text: '1970-01-01', want: 0 },
    { text: '1969-12-31', want: -1 },
    { text: '2026-03-02', want: 20_514 },
    { text: '2024-02-29', want: 19_782 },
    { text: '2026-02-29', want: null },
    { text: '2026-3-2', want: null },
    { text: ' 2026-03-02', want: null },
    { text: '2026-03-02T00:00', want: null },
    { text: '+012026-03-02', want: null },
    { text: '-000001-01-01', want: null },
  ])('“$text”: $want', ({ text, want }) => {
    expect(parseDay(text)).toBe(want);
  });
});

describe('what a day clock may remember', () => {
  it.each([
    {
      name: 'a whole day',
      zone: SHANGHAI,
      at: '2026-03-02T12:00:00+08:00',
      from: '2026-03-02T00:00:00+08:00',
      to: '2026-03-03T00:00:00+08:00',
    },
    {
      name: 'its first instant',
      zone: SHANGHAI,
      at: '2026-03-02T00:00:00+08:00',
      from: '2026-03-02T00:00:00+08:00',
      to: '2026-03-03T00:00:00+08:00',
    },
    {
      name: 'a day in which the clocks are put forward, before that',
      zone: NEW_YORK,
      at: '2026-03-08T01:00:00-05:00',
      from: '2026-03-08T00:00:00-05:00',
      to: '2026-03-08T03:00:00-04:00',
    },
    {
      name: 'and after that',
      zone: NEW_YORK,
      at: '2026-03-08T12:00:00-04:00',
      from: '2026-03-08T03:00:00-04:00',
      to: '2026-03-09T00:00:00-04:00',
    },
  ])('$name', ({ zone, at, from, to }) => {
    const bounds = dayBounds(Date.parse(at), zone);
    expect(bounds).toEqual({ from: Date.parse(from), to: Date.parse(to) });
    const days = [bounds.from, bounds.to - 1].map((edge) => dayNumber(edge, zone));
    expect(new Set(days)).toEqual(new Set([dayNumber(Date.parse(at), zone)]));
  });
});

describe('a time zone', () => {
  it.each([
    { name: '', want: false },
    { name: SHANGHAI, want: true },
    { name: 'UTC', want: true },
    { name: 'Mars/Olympus', want: false },
    { name: '+08:00', want: false },
    { name: '2026-01-01T00:00:00+08:00[Asia/Shanghai]', want: false },
  ])('“$name”: $want', ({ name, want }) => {
    expect(isTimezone(name)).toBe(want);
  });
});

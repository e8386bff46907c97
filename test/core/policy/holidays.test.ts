import { describe, expect, it } from 'vitest';
import { isHoliday, isWorkday, NO_HOLIDAYS, parseHolidays } from '../../../src/core/policy/holidays.js';

const ZONE = 'Asia/Shanghai';
const at = (local: string): number => Date.parse(`${local}:00+08:00`);

describe('a table of holidays', () => {
  it.each([
    { name: 'an empty text: nothing is settled', text: '', days: 0, problems: [] },
    {
      name: 'comments, blank lines, CRLF and a BOM say nothing',
      text: '\uFEFF# 来源\r\n\r\n',
      days: 0,
      problems: [],
    },
    { name: 'one day', text: '2026-01-04 班 元旦调休', days: 1, problems: [] },
    { name: 'a stretch, both ends in', text: '2026-02-15..2026-02-23 休 春节', days: 9, problems: [] },
    { name: 'no such date', text: '2026-02-30 休', days: 0, problems: [1] },
    { name: 'a stretch that runs backwards', text: '# x\n2026-02-23..2026-02-15 休', days: 0, problems: [2] },
    {
      name: 'a slip of the year makes no holiday of a year',
      text: '2025-02-15..2026-02-15 休',
      days: 0,
      problems: [1],
    },
    { name: 'neither off nor work', text: '2026-02-15 春节', days: 0, problems: [1] },
  ])('$name', ({ text, days, problems }) => {
    const read = parseHolidays(text);
    expect(read.days.size).toBe(days);
    expect(read.problems.map(({ line }) => line)).toEqual(problems);
  });
});

describe('working days', () => {
  const table = parseHolidays('2026-02-15..2026-02-23 休 春节\n2026-02-28 班 春节调休').days;

  it.each([
    { name: 'a Monday without a table', local: '2026-03-02T10:00', holidays: NO_HOLIDAYS, want: true },
    { name: 'a Sunday without a table', local: '2026-03-01T23:59', holidays: NO_HOLIDAYS, want: false },
    { name: 'a Monday that is a holiday', local: '2026-02-16T10:00', holidays: table, want: false },
    { name: 'a Saturday that is worked', local: '2026-02-28T10:00', holidays: table, want: true },
    { name: 'the day before 1970', local: '1969-12-31T10:00', holidays: NO_HOLIDAYS, want: true },
  ])('$name', ({ local, holidays, want }) => {
    expect(isWorkday(at(local), ZONE, holidays)).toBe(want);
  });

  it('a holiday is told from a weekend', () => {
    expect(isHoliday(at('2026-02-16T10:00'), ZONE, table)).toBe(true);
    expect(isHoliday(at('2026-03-01T10:00'), ZONE, table)).toBe(false);
  });
});

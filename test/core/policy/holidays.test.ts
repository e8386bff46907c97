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
    { name: 'blanks around a line', text: '\uFEFF  2026-01-04 班\t', days: 1, problems: [] },
    { name: 'the longest there is: 32 days', text: '2026-01-01..2026-02-01 休', days: 32, problems: [] },
    { name: 'a day more', text: '2026-01-01..2026-02-02 休', days: 0, problems: [1] },
    { name: 'no such first date', text: '1970-01-00..1970-01-15 休', days: 0, problems: [1] },
    { name: 'no such last date', text: '1970-01-01..1970-02-30 休', days: 0, problems: [1] },
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

  it('tells off from worked, and says how a line is written', () => {
    const read = parseHolidays('2026-02-28 班\n2026-02-15 休\n春节');
    expect([...read.days.values()]).toEqual(['work', 'off']);
    expect(read.problems).toEqual([{ line: 3, message: '读不懂:写成 2026-02-15..2026-02-23 休 春节' }]);
  });
});

describe('working days', () => {
  const table = parseHolidays('2026-02-15..2026-02-23 休 春节\n2026-02-28 班 春节调休').days;

  it.each([
    { name: 'a Monday without a table', local: '2026-03-02T10:00', holidays: NO_HOLIDAYS, want: true },
    { name: 'a Saturday without a table', local: '2026-02-28T00:00', holidays: NO_HOLIDAYS, want: false },
    { name: 'a Friday without a table', local: '2026-02-27T23:59', holidays: NO_HOLIDAYS, want: true },
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

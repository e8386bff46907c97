import { describe, expect, it } from 'vitest';
import { isOffWork, isUrgent, restAt } from '../../../src/core/conduct/hours.js';
import { daySpanText, parseDaySpan, parseDomain } from '../../../src/core/policy/conduct-settings.js';
import { NO_HOLIDAYS, parseHolidays } from '../../../src/core/policy/holidays.js';

const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const time = { timezone: 'Asia/Shanghai', holidays: NO_HOLIDAYS };
const festival = {
  timezone: 'Asia/Shanghai',
  holidays: parseHolidays('2026-02-15..2026-02-23 休 春节\n2026-02-28 班 调休').days,
};
const night = { from: 1350, to: 450 };
const noon = { from: 720, to: 840 };

describe('rest', () => {
  it.each([
    { name: 'before it begins', local: '2026-03-02T22:29', span: night, rests: false },
    { name: 'as it begins', local: '2026-03-02T22:30', span: night, rests: true },
    { name: 'after midnight', local: '2026-03-03T03:00', span: night, rests: true },
    { name: 'as it ends', local: '2026-03-03T07:30', span: night, rests: false },
    { name: 'a rest at noon', local: '2026-03-03T13:00', span: noon, rests: true },
    { name: 'after noon', local: '2026-03-03T14:00', span: noon, rests: false },
  ])('$name', ({ local, span, rests }) => {
    expect(restAt(at(local), span, time) !== null).toBe(rests);
  });

  it('one night is one rest, the next is another', () => {
    const evening = restAt(at('2026-03-02T23:00'), night, time);
    expect(restAt(at('2026-03-03T06:00'), night, time)).toBe(evening);
    expect(restAt(at('2026-03-03T23:00'), night, time)).not.toBe(evening);
  });

  it('nobody is asked to rest on the eve of the festival', () => {
    expect(restAt(at('2026-02-14T23:50'), night, festival)).toBeNull();
    expect(restAt(at('2026-02-17T00:10'), night, festival)).toBeNull();
  });
});

describe('working hours', () => {
  const work = { from: 540, to: 1080 };
  it.each([
    { name: 'a working morning', local: '2026-03-02T10:00', of: time, off: false },
    { name: 'the evening', local: '2026-03-02T18:00', of: time, off: true },
    { name: 'a Sunday morning', local: '2026-03-01T10:00', of: time, off: true },
    { name: 'a Monday of the festival', local: '2026-02-16T10:00', of: festival, off: true },
    { name: 'a Saturday that is worked', local: '2026-02-28T10:00', of: festival, off: false },
  ])('$name', ({ local, of, off }) => {
    expect(isOffWork(at(local), work, of)).toBe(off);
  });
});

it.each([
  { text: '', want: false },
  { text: '明天几点集合', want: false },
  { text: '老王住院了,急需O型血', want: true },
  { text: '孩子走失了,大家帮忙看看', want: true },
])('urgent: “$text” $want', ({ text, want }) => {
  expect(isUrgent(text)).toBe(want);
});

it.each([
  { text: '', want: null },
  { text: '22:30-07:30', want: '22:30-07:30' },
  { text: '9:00—18:00', want: '09:00-18:00' },
  { text: '22:30至24:00', want: '22:30-00:00' },
  { text: '9:00-9:00', want: null },
  { text: '9:70-10:00', want: null },
  { text: '25:00-26:00', want: null },
])('span “$text”: $want', ({ text, want }) => {
  const span = parseDaySpan(text);
  expect(span === null ? null : daySpanText(span)).toBe(want);
});

it.each([
  { text: '', want: null },
  { text: 'Example.edu.cn', want: 'example.edu.cn' },
  { text: 'https://www.example.com/a?b', want: 'example.com' },
  { text: '*.qq.com', want: 'qq.com' },
  { text: 'localhost', want: null },
  { text: '192.168.1.1', want: null },
])('domain “$text”: $want', ({ text, want }) => {
  expect(parseDomain(text)).toBe(want);
});

import { describe, expect, it } from 'vitest';
import { daysBefore, daysUntil } from '../../../src/core/policy/span.js';

const at = (text: string) => Date.parse(text);

describe('spans of local days', () => {
  it.each([
    {
      name: 'no days before: empty',
      span: daysBefore(at('2026-03-02T09:00:00+08:00'), 0, 'Asia/Shanghai'),
      from: '2026-03-02T00:00:00+08:00',
      to: '2026-03-02T00:00:00+08:00',
      days: ['2026-03-02', '2026-03-02'],
    },
    {
      name: 'the week before Monday morning',
      span: daysBefore(at('2026-03-09T09:00:00+08:00'), 7, 'Asia/Shanghai'),
      from: '2026-03-02T00:00:00+08:00',
      to: '2026-03-09T00:00:00+08:00',
      days: ['2026-03-02', '2026-03-09'],
    },
    {
      name: 'today alone',
      span: daysUntil(at('2026-03-02T00:00:00+08:00'), 1, 'Asia/Shanghai'),
      from: '2026-03-02T00:00:00+08:00',
      to: '2026-03-03T00:00:00+08:00',
      days: ['2026-03-02', '2026-03-03'],
    },
    {
      name: 'the week of a change to summer time is an hour shorter',
      span: daysBefore(at('2026-03-09T09:00:00-04:00'), 7, 'America/New_York'),
      from: '2026-03-02T00:00:00-05:00',
      to: '2026-03-09T00:00:00-04:00',
      days: ['2026-03-02', '2026-03-09'],
    },
  ])('$name', ({ span, from, to, days }) => {
    expect(span).toEqual({ from: at(from), to: at(to), firstDay: days[0], endDay: days[1] });
  });
});

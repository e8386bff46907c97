import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../../src/core/notice/day.js';
import { readSubmission } from '../../../src/core/notice/submission.js';
import { titleOf } from '../../../src/core/notice/title.js';
import { NOW } from '../../builders/model.js';

const ZONE = 'Asia/Shanghai';
const endOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`) + 86_400_000;

describe('the day that people write', () => {
  it.each([
    { typed: '', want: null },
    { typed: '明天', want: null },
    { typed: '2026-02-30', want: null },
    { typed: '2026-12-31', want: endOf('2026-12-31') },
    { typed: '2026年12月31日', want: endOf('2026-12-31') },
    { typed: '12月31日', want: endOf('2026-12-31') },
    { typed: '12.31', want: endOf('2026-12-31') },
    { typed: '3月2日', want: endOf('2026-03-02') },
    { typed: '3月1号', want: endOf('2027-03-01') },
  ])('“$typed”', ({ typed, want }) => {
    expect(endOfDay(typed, NOW, ZONE)).toBe(want);
  });
});

describe('a submission', () => {
  it.each([
    { name: 'empty', typed: '', want: { text: '', source: null, validity: null } },
    {
      name: 'words alone',
      typed: '周六上午九点登山,东门集合。',
      want: { text: '周六上午九点登山,东门集合。', source: null, validity: null },
    },
    {
      name: 'with both, on lines of their own',
      typed: '周六登山。\n来源:秘书处\n有效至:3月10日',
      want: { text: '周六登山。', source: '秘书处', validity: { until: endOf('2026-03-10') } },
    },
    {
      name: 'with both, in one line',
      typed: '周六登山。来源:秘书处 有效期至3月10日',
      want: { text: '周六登山。', source: '秘书处', validity: { until: endOf('2026-03-10') } },
    },
    {
      name: 'for good',
      typed: '群规更新。 来源：理事会，有效期：长期',
      want: { text: '群规更新。', source: '理事会', validity: { until: null } },
    },
    {
      name: 'a day that has passed is none',
      typed: '登山。有效至2026-03-01',
      want: { text: '登山。', source: null, validity: null },
    },
  ])('$name', ({ typed, want }) => {
    expect(readSubmission(typed, NOW, ZONE)).toEqual(want);
  });
});

describe('what it is called', () => {
  it.each([
    { text: '', want: '' },
    { text: '【会费通知】各位校友:请缴费', want: '会费通知 各位校友:请缴费' },
    { text: '\n关于换届的通知\n各位校友:……', want: '关于换届的通知' },
    { text: '各位校友:周六登山,东门集合', want: '周六登山,东门集合' },
    {
      text: '@所有人 周六上午九点在东门集合去登山,请大家带好水和干粮,不要迟到,下雨改期另行告知大家',
      want: '周六上午九点在东门集合去登山',
    },
  ])('“$text”', ({ text, want }) => {
    expect(titleOf(text)).toBe(want);
  });
});

import { describe, expect, it } from 'vitest';
import {
  daySpanText,
  isWithin,
  parseDaySpan,
  parseDomain,
  presetOffTopic,
} from '../../../src/core/policy/conduct-settings.js';

describe('a stretch of the day', () => {
  it.each([
    { typed: '', want: null },
    { typed: '22:30', want: null },
    { typed: '22:30-07:30', want: { from: 1350, to: 450 } },
    { typed: ' 9：00 至 18：05 ', want: { from: 540, to: 1085 } },
    { typed: '22:30~7:30', want: { from: 1350, to: 450 } },
    { typed: '00:00-24:00', want: null },
    { typed: '18:00-24:00', want: { from: 1080, to: 0 } },
    { typed: '24:00-06:00', want: { from: 0, to: 360 } },
    { typed: '24:01-06:00', want: null },
    { typed: '08:00-08:00', want: null },
    { typed: '08:60-09:00', want: null },
    { typed: '08:59-09:00', want: { from: 539, to: 540 } },
    { typed: '08:00-09:60', want: null },
    { typed: 'x08:00-09:00', want: null },
    { typed: '08:00-09:00x', want: null },
    { typed: '08:00 09:00', want: null },
  ])('“$typed”', ({ typed, want }) => {
    expect(parseDaySpan(typed)).toEqual(want);
  });

  it('is written with two digits', () => {
    expect(daySpanText({ from: 5, to: 1350 })).toBe('00:05-22:30');
  });

  it.each([
    { span: { from: 540, to: 1080 }, inside: [540, 1079], outside: [539, 1080, 0] },
    { span: { from: 1350, to: 450 }, inside: [1350, 1439, 0, 449], outside: [1349, 450, 700] },
  ])('$span holds its first minute and not its last', ({ span, inside, outside }) => {
    expect(inside.filter((minute) => !isWithin(span, minute))).toEqual([]);
    expect(outside.filter((minute) => isWithin(span, minute))).toEqual([]);
  });
});

it.each([
  { typed: '', want: null },
  { typed: 'com', want: null },
  { typed: 'qq.com', want: 'qq.com' },
  { typed: ' WWW.QQ.com ', want: 'qq.com' },
  { typed: '*.example.edu.cn', want: 'example.edu.cn' },
  { typed: 'https://mp.weixin.qq.com/s?x=1', want: 'mp.weixin.qq.com' },
  { typed: 'qq.com/a/b', want: 'qq.com' },
  { typed: 'qq.com?a', want: 'qq.com' },
  { typed: 'qq.com#a', want: 'qq.com' },
  { typed: 'qq.com.', want: 'qq.com' },
  { typed: 'qq.com。', want: 'qq.com' },
  { typed: '校友会.中国', want: '校友会.中国' },
  { typed: 'a-b.com', want: 'a-b.com' },
  { typed: 'x.com', want: 'x.com' },
  { typed: 'a.www.com', want: 'a.www.com' },
  { typed: 'qq.com_x', want: null },
  { typed: '-a.com', want: null },
  { typed: 'a-.com', want: null },
  { typed: 'a..com', want: null },
  { typed: 'a b.com', want: null },
  { typed: '1.2.3.4', want: null },
  { typed: 'qq.c', want: null },
  { typed: `${'a'.repeat(63)}.com`, want: `${'a'.repeat(63)}.com` },
  { typed: `${'a'.repeat(64)}.com`, want: null },
])('the domain of “$typed”', ({ typed, want }) => {
  expect(parseDomain(typed)).toBe(want);
});

it.each([
  { preset: 'work' as const, want: ['links', 'articles'] },
  { preset: 'alumni' as const, want: [] },
  { preset: 'plain' as const, want: [] },
])('a preset of $preset calls off-topic: $want', ({ preset, want }) => {
  expect(presetOffTopic(preset)).toEqual(want);
});

import { describe, expect, it } from 'vitest';
import { addressed, isHostile, pattern, refuses, type Sent } from '../../../src/core/conduct/harassment.js';
import { DAY } from '../../../src/core/model/instant.js';
import { aFinding, aMessage, NOW } from '../../builders/model.js';

const sent = (...kinds: readonly Sent['kind'][]): readonly Sent[] =>
  kinds.map((kind, index) => ({ kind, at: NOW + index * DAY }));

describe('a pattern', () => {
  it.each([
    { name: 'nothing', of: sent(), want: null },
    { name: 'a quarrel', of: sent('hostile', 'hostile'), want: null },
    { name: 'again and again', of: sent('hostile', 'hostile', 'hostile'), want: 3 },
    { name: 'a refusal and nothing more', of: sent('refused'), want: null },
    { name: 'twice after a refusal', of: sent('refused', 'unwanted', 'unwanted'), want: null },
    { name: 'three times after a refusal', of: sent('refused', 'unwanted', 'hostile', 'unwanted'), want: 3 },
    {
      name: 'three times, then the refusal',
      of: sent('unwanted', 'unwanted', 'unwanted', 'refused'),
      want: null,
    },
  ])('$name: $want', ({ of, want }) => {
    expect(pattern(of)?.length ?? null).toBe(want);
  });
});

it.each([
  { text: '', want: false },
  { text: '收到,谢谢', want: false },
  { text: '别再@我了', want: true },
  { text: '请不要骚扰我', want: true },
  { text: '麻烦不要再私聊我', want: true },
  { text: '离我远点', want: true },
  { text: '别忘了带身份证', want: false },
  { text: '不要再发重复的链接', want: false },
  { text: '找我拿票的同学请排队', want: false },
])('“$text” asks to be left alone: $want', ({ text, want }) => {
  expect(refuses(text)).toBe(want);
});

it.each([
  { name: 'nobody', over: {}, want: [] },
  { name: 'oneself', over: { mentions: ['u5'], quote: { from: 'u5', text: '我' } }, want: [] },
  {
    name: 'by mention and quotation, once',
    over: { mentions: ['u6', 'u7'], quote: { from: 'u6', text: '' } },
    want: ['u6', 'u7'],
  },
  { name: 'a quotation of nobody known', over: { quote: { from: null, text: '某人' } }, want: [] },
])('turns to $name', ({ over, want }) => {
  expect(addressed(aMessage(over))).toEqual(want);
});

it('hostile is an insult, not an advertisement', () => {
  expect(isHostile([])).toBe(false);
  expect(isHostile([aFinding()])).toBe(false);
  expect(isHostile([aFinding({ category: 'insult' })])).toBe(true);
});

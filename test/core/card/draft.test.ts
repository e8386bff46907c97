import { describe, expect, it } from 'vitest';
import { aParser } from './real-tables.js';

describe('the line to copy where not all is known', () => {
  it.each([
    { name: 'empty card', card: '', own: null, want: null },
    { name: 'nothing of it is a field', card: '静静', own: null, want: null },
    {
      name: 'order and no name',
      card: '2018级计算机-杭州-快乐小鱼',
      own: null,
      want: '真实姓名-杭州-计算机18级 | 真实姓名',
    },
    { name: 'the name of the contact', card: '杭州', own: '张伟', want: '张伟-杭州-专业年级 | 专业 年级' },
    { name: 'a name alone', card: '张伟', own: null, want: '张伟-城市-专业年级 | 城市 专业 年级' },
    {
      name: 'the card’s own name goes first',
      card: '张伟',
      own: '李四',
      want: '张伟-城市-专业年级 | 城市 专业 年级',
    },
  ])('$name', ({ card, own, want }) => {
    const draft = aParser().draft(card, own);
    expect(draft === null ? null : `${draft.line} | ${draft.blanks.join(' ')}`).toBe(want);
  });

  it('follows the group’s own format', () => {
    const parser = aParser('{name}-{city}-{major}-{year}');
    expect(parser.draft('2018级计算机 杭州 快乐小鱼', null)?.line).toBe('真实姓名-杭州-计算机-18级');
  });

  it('what a check objects to is not written down', () => {
    const check = (card: string) =>
      card.includes('杭州')
        ? [{ field: 'city' as const, code: 'prohibited' as const, message: '不行。' }]
        : [];
    expect(aParser(undefined, { checks: [check] }).draft('杭州 计算机18级', null)?.line).toBe(
      '真实姓名-城市-计算机18级',
    );
  });
});

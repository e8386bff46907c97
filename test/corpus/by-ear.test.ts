import { describe, expect, it } from 'vitest';
import { createRules } from '../../src/core/rules/index.js';
import { scanLine, simpleJudge } from '../../src/core/rules/scan.js';
import { shippedWithJudge } from './shipped.js';

const RULES = createRules({}, shippedWithJudge());
const scan = (text: string) => scanLine(text, RULES, simpleJudge);

/** Every second word in characters that sound like its own. No dictionary holds what comes of it. */
describe('written by ear', () => {
  it.each([
    '女全尸真实恶心，整天旧知道大全',
    '难的都时乐色，没一个号东西',
    '外地仁素志就时低，全滚回老家去把',
    '死肥住，长这么仇还出来下人',
    '你全家都时畜声，早点四',
    '你码逼的，脑子有并就去只',
    '溺这种人渣怎么部去四，活着狼费粮食',
    '女仁就时贱，给点前就跟人跑',
    '难方人都时矮子，看着旧恶心',
    '你这各费物，养你部如养条购',
  ])('sees through %s', (text) => {
    const { verdict, findings } = scan(text);
    expect(verdict).not.toBe('allow');
    for (const { start, end, text: found } of findings.flatMap((finding) => finding.evidence))
      expect(text.slice(start, end)).toBe(found);
  });

  it.each([
    '明天的会义改到下五三点了',
    '我门班的同学剧会定在周六',
    '老师说作页要用黑笔写',
    '帮我看看这各题木怎么做',
    '他今天没来上可，深病了',
    '饭唐今天的红烧肉号吃',
    '地铁占人太多了，我做下一班',
    '新来的同是人很号，大家多光照',
    '周末一起去怕山吗，顺变吃个饭',
    '孩子的家长会几点开使，在那个教室',
  ])('leaves %s alone', (text) => {
    expect(scan(text).verdict).toBe('allow');
  });
});

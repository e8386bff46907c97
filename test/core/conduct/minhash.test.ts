import { describe, expect, it } from 'vitest';
import { likeness, minHash, parsePrint, printText, shinglesOf } from '../../../src/core/conduct/minhash.js';
import { createPrintIndex } from '../../../src/core/conduct/print-index.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';

const FOLD = makeFoldTable([['詢', '询']]);
const AD = '全国代开各行业发票,点数低可先验后付,长期合作量大从优,详情请加微信咨询 fp88123,非诚勿扰';

function alike(a: string, b: string): number {
  const [one, other] = [shinglesOf(a, FOLD), shinglesOf(b, FOLD)];
  return one === null || other === null ? 0 : likeness(minHash(one), minHash(other));
}

describe('likeness', () => {
  it.each([
    { name: 'nothing is like nothing', a: '', b: '', least: 0, most: 0 },
    { name: 'short texts are not told', a: '收到收到', b: '收到收到', least: 0, most: 0 },
    { name: 'the same', a: AD, b: AD, least: 1, most: 1 },
    {
      name: 'other marks and blanks',
      a: AD,
      b: AD.replaceAll(',', ' ').replace('微信', '微 信'),
      least: 0.95,
      most: 1,
    },
    {
      name: 'in full width, traditional, with another number',
      a: AD,
      b: AD.replace('fp88123', 'ｆｐ９９').replace('询', '詢'),
      least: 0.95,
      most: 1,
    },
    {
      name: 'a word or two changed',
      a: AD,
      b: AD.replace('全国', '本地').replace('非诚勿扰', '欢迎来电'),
      least: 0.6,
      most: 0.95,
    },
    {
      name: 'another advertisement',
      a: AD,
      b: '专业办理各类证书,不成功不收费,有需要的朋友请联系客服,价格面议,全国可办理快递到家',
      least: 0,
      most: 0.25,
    },
    {
      name: 'two forms of one kind of notice',
      a: '各位校友,返校聚会定于10月17日上午九点半在学校南门集合,请大家互相转告,准时参加',
      b: '各位老师,期末监考安排已经发到邮箱,请大家核对时间地点,如有冲突请于周五前联系教务处',
      least: 0,
      most: 0.3,
    },
  ])('$name', ({ a, b, least, most }) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(least);
    expect(alike(a, b)).toBeLessThanOrEqual(most);
  });

  it('a print is written and read', () => {
    const shingles = shinglesOf(AD, FOLD);
    if (shingles === null) throw new Error('too short');
    const print = minHash(shingles);
    expect(parsePrint(printText(print))).toEqual(print);
    expect(parsePrint('')).toBeNull();
    expect(parsePrint('zz')).toBeNull();
  });
});

describe('the index', () => {
  it('finds what is alike, and nothing when it is empty or has let go', () => {
    const index = createPrintIndex<string>();
    const shingles = shinglesOf(AD, FOLD);
    if (shingles === null) throw new Error('too short');
    expect(index.alike(shingles)).toEqual([]);
    index.put(1, minHash(shingles), 'fp');
    expect(index.alike(shingles)).toEqual([{ about: 'fp', likeness: 1 }]);
    const other = shinglesOf('今天下班以后大家一起去江边走走,天气很好,带上孩子', FOLD);
    expect(other === null ? null : index.alike(other)).toEqual([]);
    index.drop(1);
    expect(index.alike(shingles)).toEqual([]);
    expect(index.size()).toBe(0);
  });

  it('finds nearly all copies with a fifth of the letters changed', () => {
    const index = createPrintIndex<number>();
    const texts = Array.from({ length: 60 }, (_, at) => madeUp(at, 60));
    for (const [at, text] of texts.entries()) index.put(at, minHash(shinglesOf(text, FOLD)!), at);
    const foundAgain = texts.filter((text, at) => {
      const changed = text.slice(0, 27) + madeUp(at + 1000, 6) + text.slice(33);
      return index.alike(shinglesOf(changed, FOLD)!).some(({ about }) => about === at);
    });
    expect(foundAgain.length).toBeGreaterThanOrEqual(57);
  });
});

/** Letters by a fixed sequence. */
function madeUp(seed: number, length: number): string {
  let state = seed * 7919 + 17;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + (state % 3000));
  }).join('');
}

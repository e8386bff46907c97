import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../../src/core/lexicon/compile.js';
import { makeScanner } from '../../../src/core/lexicon/scanner.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';
import type { Segmenter } from '../../../src/core/text/segmenter.js';

const FOLD = makeFoldTable();
/** Every character a word: nothing is misaligned. */
const LETTERS: Segmenter = { cut: (text) => text.split('') };
const HEAD = '类别: gambling\n条款: A5\n';

function lexicon(...texts: readonly string[]) {
  return compileLexicon(
    texts.map((text, at) => ({ file: `${at}.txt`, text })),
    FOLD,
  );
}

function terms(text: string, source: readonly string[], segmenter = LETTERS): readonly string[] {
  return makeScanner(
    lexicon(...source),
    segmenter,
  )(text).map(({ spans }) => spans.map((span) => span.term).join('+'));
}

describe('problems', () => {
  it.each([
    { name: 'no file at all', sources: [], line: 0, message: '没有任何词库' },
    { name: 'an empty file', sources: [''], line: 0, message: '缺少“类别:”' },
    { name: 'a head without entries', sources: [HEAD], line: 0, message: '词库里没有词条' },
    { name: 'an unknown category', sources: ['类别: 赌'], line: 1, message: '不认识的类别“赌”' },
    { name: 'an unknown head', sources: [`颜色: 红\n${HEAD}`], line: 1, message: '开头只认' },
    { name: 'a single character', sources: [`${HEAD}[单词]\n赌`], line: 4, message: '“赌”只有一个字' },
    {
      name: 'a rating nobody knows',
      sources: [`${HEAD}[单词]\n赌博 | 也许`],
      line: 4,
      message: '看不懂“也许”',
    },
    { name: 'a weight beyond 1', sources: [`${HEAD}[单词]\n赌博 | 1.5`], line: 4, message: '看不懂“1.5”' },
    {
      name: 'a part that is not defined',
      sources: [`${HEAD}[组合]\n赌法 + 联系`],
      line: 4,
      message: '“赌法”没有定义',
    },
    {
      name: 'an unknown recogniser',
      sources: [`${HEAD}[a]\n#天气\n[组合]\na + a`],
      line: 3,
      message: '“#天气”不认识',
    },
    {
      name: 'an unknown class included',
      sources: [`${HEAD}[a]\n@b\n[组合]\na + a`],
      line: 3,
      message: '“@b”不存在',
    },
    {
      name: 'a picture that folds away',
      sources: [`${HEAD}[单词]\n你🌊`],
      line: 0,
      message: '“你🌊”含有会被略去',
    },
  ])('$name', ({ sources, line, message }) => {
    const found = lexicon(...sources).problems.find((problem) => problem.message.includes(message));
    expect(found?.line).toBe(line);
  });

  it('leaves a good file without any', () => {
    expect(lexicon(`\uFEFF# 说明\r\n${HEAD}[单词]\r\n赌博 | 确认 | 0.9 # 词\r\n`).problems).toEqual([]);
  });

  it('lets the rest of a broken file work', () => {
    expect(terms('去赌博', [`${HEAD}[单词]\n赌\n赌博`])).toEqual(['赌博']);
  });
});

const SHARED = '类别: 共用\n[联系]\n加我\n#手机号\n';
const COMBINED = `${HEAD}[赌]\n百家乐、斗牛\n[户]\n开户\n[组合]\n赌 + 户 + 联系 | 窗口 10\n[例外]\n反百家乐\n`;

describe('matching', () => {
  it.each([
    { name: 'an empty lexicon matches nothing', sources: [], text: '百家乐开户加我', want: [] },
    { name: 'an empty text', sources: [SHARED, COMBINED], text: '', want: [] },
    {
      name: 'all parts close together',
      sources: [SHARED, COMBINED],
      text: '百家乐开户加我',
      want: ['百家乐+开户+加我'],
    },
    {
      name: 'a number for the contact',
      sources: [SHARED, COMBINED],
      text: '斗牛开户13800138000',
      want: ['斗牛+开户+#手机号'],
    },
    { name: 'a part is missing', sources: [SHARED, COMBINED], text: '百家乐开户', want: [] },
    {
      name: 'too far apart',
      sources: [SHARED, COMBINED],
      text: `百家乐${'好'.repeat(11)}开户加我`,
      want: [],
    },
    {
      name: 'at the edge of the window',
      sources: [SHARED, COMBINED],
      text: `百家乐${'好'.repeat(10)}开户`,
      want: [],
    },
    { name: 'an exception', sources: [SHARED, COMBINED], text: '反百家乐开户加我', want: [] },
    {
      name: 'an excluded part',
      sources: [`${HEAD}[a]\n赌博\n[b]\n远离\n[组合]\na + !b`],
      text: '远离赌博',
      want: [],
    },
    {
      name: 'no excluded part',
      sources: [`${HEAD}[a]\n赌博\n[b]\n远离\n[组合]\na + !b`],
      text: '来赌博',
      want: ['赌博'],
    },
    {
      name: 'a word in quotes',
      sources: [`${HEAD}[组合]\n「赌」 + 「博」 | 窗口 3`],
      text: '赌一博',
      want: ['赌+博'],
    },
    { name: 'a Latin word by itself', sources: [`${HEAD}[单词]\nsb`], text: '你sb啊', want: ['sb'] },
    { name: 'a Latin word inside another', sources: [`${HEAD}[单词]\nsb`], text: 'USB设备', want: [] },
    {
      name: 'one class twice needs two words',
      sources: [`${HEAD}[a]\n赌博、博彩\n[组合]\na + a`],
      text: '赌博彩',
      want: [],
    },
  ])('$name', ({ sources, text, want }) => {
    expect(terms(text, sources)).toEqual(want);
  });

  it('drops a short word that the segmenter cuts differently', () => {
    const road: Segmenter = { cut: () => ['路口', '交通'] };
    expect(terms('路口交通', [`${HEAD}[单词]\n口交`], road)).toEqual([]);
  });

  it('keeps a long word wherever the segmenter cuts', () => {
    const odd: Segmenter = { cut: () => ['去澳', '门赌', '场'] };
    expect(terms('去澳门赌场', [`${HEAD}[单词]\n澳门赌场`], odd)).toEqual(['澳门赌场']);
  });

  it('notices that a text talks about it', () => {
    const scan = makeScanner(lexicon(`${HEAD}[单词]\n赌博网站\n[语境]\n警惕\n`), LETTERS);
    expect(scan('警惕赌博网站').map((match) => match.talkedAbout)).toEqual([true]);
    expect(scan('来赌博网站').map((match) => match.talkedAbout)).toEqual([false]);
  });
});

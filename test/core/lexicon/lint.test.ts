import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { knownWords } from '../../../bot/cli/lexicon.js';
import { lintLexicon, NO_KNOWN_WORDS } from '../../../src/core/lexicon/lint.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';
import { readLexiconDirectory } from '../../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../../src/lexicon/traditional.js';

const FOLD = makeFoldTable(readTraditionalPairs());
const KNOWN = {
  common: new Set(['时间']),
  cities: ['上海', '石家庄'],
  majors: ['信息管理与信息系统'],
  surnames: new Set(['欧阳']),
  cards: ['王大锤-武汉-化学97级'],
};
const HEAD = '类别: gambling\n条款: A5\n';
const lint = (text: string) =>
  lintLexicon([{ file: 'a.txt', text }], FOLD, KNOWN).map(({ line, message }) => `${line} ${message}`);

it.each([
  { name: 'a sound file', text: `${HEAD}[单词]\n时时彩计划`, want: [] },
  { name: 'a blank line of separators', text: `${HEAD}[单词]\n、、\n时时彩计划`, want: ['4 这一行没有词'] },
  { name: 'a single character', text: `${HEAD}[单词]\n赌、时时彩计划`, want: ['4 “赌”只有一个字'] },
  { name: 'one character after folding', text: `${HEAD}[单词]\n赌-、时时彩计划`, want: ['4 “赌-”折叠之后'] },
  {
    name: 'a duplicate',
    text: `${HEAD}[单词]\n时时彩计划\n時時彩計劃`,
    want: ['5 “時時彩計劃”和第 4 行重复'],
  },
  {
    name: 'a picture that folds away',
    text: `${HEAD}[单词]\n🎲彩、时时彩计划`,
    want: ['4 “🎲彩”含有', '4 “🎲彩”折叠之后'],
  },
  {
    name: 'excused at once',
    text: `${HEAD}[单词]\n时时彩计划\n[例外]\n时时彩计划`,
    want: ['4 “时时彩计划”又写在例外里'],
  },
  { name: 'a common word', text: `${HEAD}[单词]\n时间`, want: ['4 “时间”是常用词'] },
  { name: 'part of a city', text: `${HEAD}[单词]\n家庄`, want: ['4 “家庄”在地名'] },
  { name: 'part of a major', text: `${HEAD}[单词]\n理与信`, want: ['4 “理与信”在专业名'] },
  { name: 'a surname', text: `${HEAD}[单词]\n欧阳`, want: ['4 “欧阳”是姓氏'] },
  { name: 'part of a card of the group', text: `${HEAD}[单词]\n大锤`, want: ['4 “大锤”在本群名片'] },
  {
    name: 'a class that nothing uses',
    text: `${HEAD}[单词]\n时时彩计划\n[闲]\n开户`,
    want: ['5 词类“闲”没有组合用到'],
  },
  {
    name: 'an unknown class',
    text: `${HEAD}[甲]\n开户\n[组合]\n甲 + 乙`,
    want: ['6 组合里的词类“乙”没有定义'],
  },
])('$name', ({ text, want }) => {
  const found = lint(text);
  expect(found).toHaveLength(want.length);
  want.forEach((start, at) => expect(found[at]?.startsWith(start), `${found[at]} ≠ ${start}`).toBe(true));
});

it('no files at all: one warning', () => {
  expect(lintLexicon([], FOLD, NO_KNOWN_WORDS)).toHaveLength(1);
});

it('the category that each organisation fills may be empty', () => {
  expect(lintLexicon([{ file: 'o.txt', text: '类别: organisation\n[单词]\n' }], FOLD)).toEqual([]);
});

it('the lexicons as shipped have no problem', () => {
  const folder = fileURLToPath(new URL('../../../lexicons/prohibited', import.meta.url));
  const { sources, problems } = readLexiconDirectory(folder);
  expect([...problems, ...lintLexicon(sources, FOLD, knownWords(null))]).toEqual([]);
});

import { expect, it } from 'vitest';
import { importList, toLexiconText } from '../../../src/core/lexicon/import-list.js';
import { parseLexicon } from '../../../src/core/lexicon/parse.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';

const FOLD = makeFoldTable();
const run = (text: string, category: 'fraud' | null = null) =>
  importList(text, { category, fold: FOLD, common: new Set(['时间']) });

it.each([
  { name: 'an empty list', text: '', taken: [], refused: [] },
  { name: 'comments and blank lines', text: '# 甲\n\n', taken: [], refused: [] },
  { name: 'a word with its category', text: '\uFEFF赌球网站,gambling\r\n', taken: ['赌球网站'], refused: [] },
  { name: 'no category', text: '赌球网站', taken: [], refused: ['没有类别'] },
  { name: 'an unknown category', text: '赌球网站,赌', taken: [], refused: ['没有类别'] },
  { name: 'one character', text: '赌,gambling', taken: [], refused: ['只有一个字'] },
  { name: 'signs only', text: '***,gambling', taken: [], refused: ['除了符号'] },
  { name: 'a duplicate', text: '赌球网,gambling\n赌-球-网,gambling', taken: ['赌球网'], refused: ['重复'] },
  { name: 'a common word', text: '时间,fraud', taken: [], refused: ['是常用词'] },
  { name: 'signs of the format', text: '甲|乙,fraud', taken: [], refused: ['含有词库格式'] },
])('$name', ({ text, taken, refused }) => {
  const imported = run(text);
  expect([...imported.words.values()].flat()).toEqual(taken);
  expect(imported.refused).toHaveLength(refused.length);
  refused.forEach((why, at) => expect(imported.refused[at]?.why.startsWith(why)).toBe(true));
});

it('a category for lines without one', () => {
  expect(run('跑分团队', 'fraud').words.get('fraud')).toEqual(['跑分团队']);
});

it('what is written can be read', () => {
  const { file, problems } = parseLexicon({
    file: 'i.txt',
    text: toLexiconText('fraud', ['跑分团队', '收卡团队']),
  });
  expect([file.category, file.words.map((entry) => entry.word), problems]).toEqual([
    'fraud',
    ['跑分团队', '收卡团队'],
    [],
  ]);
});

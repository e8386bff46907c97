import { describe, expect, it } from 'vitest';
import { compileWords, wordProblem } from '../../../src/core/lexicon/own-word.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';

const fold = makeFoldTable([['號', '号']]);
const known = {
  common: new Set(['电话']),
  cities: ['武汉'],
  majors: ['食品科学与工程'],
  surnames: new Set(['欧阳']),
  cards: ['李雷-武汉-化学97级'],
};

describe('compileWords', () => {
  it('an empty list finds nothing, in any text', () => {
    expect(compileWords([], fold)('')).toEqual([]);
    expect(compileWords([], fold)('湖景壹号')).toEqual([]);
  });

  it('finds a word through noise, width and traditional forms, at its place in the text', () => {
    const scan = compileWords(['别的', '湖景壹号'], fold);
    expect(scan('看 湖*景壹號')).toEqual([{ word: 1, start: 2, end: 7 }]);
  });
});

describe('wordProblem', () => {
  it.each([
    { word: '', says: '折叠之后是空的' },
    { word: '***', says: '折叠之后是空的' },
    { word: '湖', says: '只有一个字' },
    { word: '湖'.repeat(41), says: '太长了' },
    { word: '电话', says: '常用词' },
    { word: '欧阳', says: '姓氏' },
    { word: '食品科学', says: '专业名' },
    { word: '李雷', says: '本群名片' },
    { word: '湖景壹号', says: null },
  ])('“$word”', ({ word, says }) => {
    const problem = wordProblem(word, fold, known);
    if (says === null) expect(problem).toBeNull();
    else expect(problem).toContain(says);
  });
});

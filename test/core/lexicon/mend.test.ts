import { describe, expect, it } from 'vitest';
import { makeMender } from '../../../src/core/lexicon/mend.js';
import { inOriginal } from '../../../src/core/lexicon/reading.js';
import { makeWordTable } from '../../../src/core/lexicon/word-table.js';
import { makeFoldTable } from '../../../src/core/text/fold.js';

const WORDS: readonly (readonly [string, number])[] = [
  ...Array.from('女人这真恶心有些垃圾脑残饮食宴盛开始了的就东北子要', (char) => [char, 1000] as const),
  ...['女人', '恶心', '垃圾', '饮食', '盛宴', '开始', '东北', '有些'].map((word) => [word, 20_000] as const),
  ['饕餮', 30],
  ['心坎', 30],
];
const ALIKE = new Map([
  ['殜', ['残', '碟']],
  ['饕', ['饮']],
  ['餮', ['食']],
]);
const words = makeWordTable(WORDS, ['脑残']);
const mender = makeMender({ words, alike: ALIKE, fold: makeFoldTable([['噁', '恶']]) });

describe('mend', () => {
  it.each([
    { name: 'nothing', text: '', want: null },
    { name: 'ordinary talk', text: '这真的有些恶心', want: null },
    { name: 'neighbours that have changed places', text: '真心恶', want: '真恶心' },
    { name: 'a word that another character parts', text: '真恶的心', want: '真的恶心' },
    { name: 'two words that have run into each other', text: '有垃些圾', want: '有些垃圾' },
    { name: 'a traditional character is what it is in simplified ones', text: '真心噁', want: '真噁心' },
    { name: 'not where one of the two makes a word with its other neighbour', text: '有心坎恶', want: null },
    { name: 'not across a mark', text: '真心，恶了', want: null },
    { name: 'a rare character for one that makes a word', text: '真脑殜', want: '真脑残' },
    { name: 'a rare character that makes none', text: '真殜', want: null },
    { name: 'rare characters that are a word themselves', text: '饕餮盛宴', want: null },
    { name: 'half of a picture', text: '真\ud83d心恶', want: '真\ud83d恶心' },
  ])('$name', ({ text, want }) => {
    expect(mender.mend(text)?.text ?? null).toBe(want);
  });

  it('knows where everything came from', () => {
    const text = '真恶的心';
    const reading = mender.mend(text);
    const places = Array.from(reading?.text ?? '', (_, at) => {
      const span = { start: at, end: at + 1 };
      return reading === null
        ? null
        : text.slice(inOriginal(span, reading).start, inOriginal(span, reading).end);
    });
    expect(places.join('')).toBe(reading?.text);
  });

  it('looks at the beginning of a very long text', () => {
    expect(mender.mend(`真心恶${'，真的'.repeat(10_000)}`)?.text.slice(0, 4)).toBe('真恶心，');
    expect(mender.mend(`${'，真的'.repeat(100)}真心恶`)).toBeNull();
  });
});

describe('signs', () => {
  it.each([
    { name: 'nothing', text: '', signs: 0, rare: false },
    { name: 'ordinary talk', text: '这真的有些恶心', signs: 0, rare: false },
    { name: 'a word turned, another parted', text: '真心恶，真恶的心', signs: 2, rare: false },
    { name: 'a rare character', text: '真脑殜', signs: 1, rare: true },
    { name: 'a rare word', text: '饕餮', signs: 0, rare: true },
  ])('$name', ({ text, signs, rare }) => {
    expect([mender.signs(text), mender.hasRare(text)]).toEqual([signs, rare]);
  });

  it('without tables sees nothing', () => {
    const none = makeMender({ words: makeWordTable([], []), alike: new Map(), fold: makeFoldTable() });
    expect([none.signs('真心恶'), none.mend('真心恶')]).toEqual([0, null]);
  });
});

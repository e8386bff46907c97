import AhoCorasick from 'aho-corasick';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFoldTable } from '../../../src/core/text/fold.js';
import { HitBuffer } from '../../../src/core/text/hits.js';
import {
  buildSliced,
  compileExact,
  compileFolded,
  MAX_GAP,
  type Matcher,
} from '../../../src/core/text/matcher.js';
import { foldedSearch, inOrder, plainSearch, type Hit } from './oracle.js';

const FOLD = makeFoldTable([
  ['賭', '赌'],
  ['國', '国'],
]);

/** In the order of the matcher. */
function hitsOf(matcher: Matcher, text: string): readonly Hit[] {
  const hits = new HitBuffer();
  const count = matcher.scan(text, hits);
  expect(hits.count).toBe(count);
  return Array.from({ length: count }, (_, i) => [hits.start(i), hits.end(i), hits.pattern(i)] as const);
}

const ALPHABETS: Readonly<Record<string, readonly string[]>> = {
  ascii: ['a', 'b', 'c', 'd'],
  cjk: ['赌', '博', '国', '賭', '國', '一', '。', '，'],
  astral: ['😀', '𠮷', '𠮶', '𝐚', '🄰', 'a', '🐎', '马'],
  'lone surrogates': ['\ud83d', '\ude00', 'a', '\udc00', '\ud842', '。'],
  case: ['a', 'A', 'ａ', 'b', 'B'],
  marks: ['a', 'b', 'é', '\u0301', '\u200d', '\ufe0f', '\u200b'],
  'names of properties': ['constructor', '__proto__', 'toString', 'a'],
  space: ['a', 'b', ' ', '　', '.', '*', '。', '\n'],
  latin1: ['\u00e9', '\u00ff', '\u0000', 'z'],
};
const TEXTS = 5;
const RUNS = 60;

describe.each(Object.entries(ALPHABETS))('%s', (_name, alphabet) => {
  const joined = (maxLength: number) =>
    fc.array(fc.constantFrom(...alphabet), { maxLength }).map((parts) => parts.join(''));
  const words = fc.array(joined(6), { maxLength: 7 });
  const texts = fc.array(joined(30), { minLength: TEXTS, maxLength: TEXTS });

  it('exact mode finds what a plain search finds, in order', () => {
    fc.assert(
      fc.property(words, texts, (patterns, inputs) => {
        const matcher = compileExact(patterns);
        for (const input of inputs) expect(hitsOf(matcher, input)).toEqual(plainSearch(patterns, input));
      }),
      { numRuns: RUNS },
    );
  });

  it('exact mode finds what aho-corasick finds', () => {
    fc.assert(
      fc.property(words, texts, (patterns, inputs) => {
        const unique = [...new Set(patterns)].filter((pattern) => pattern !== '');
        const matcher = compileExact(unique);
        for (const input of inputs) expect(hitsOf(matcher, input)).toEqual(oldAutomaton(unique, input));
      }),
      { numRuns: RUNS },
    );
  });

  it('folded mode finds what folding and then searching finds, in order', () => {
    fc.assert(
      fc.property(words, texts, (patterns, inputs) => {
        const matcher = compileFolded(patterns, FOLD);
        for (const input of inputs)
          expect(hitsOf(matcher, input)).toEqual(foldedSearch(patterns, input, FOLD));
      }),
      { numRuns: RUNS },
    );
  });
});

function oldAutomaton(patterns: readonly string[], text: string): readonly Hit[] {
  const machine = new AhoCorasick();
  patterns.forEach((pattern, index) => machine.add(pattern, index));
  machine.build_fail();
  const found: Hit[] = [];
  machine.search(text, (word, data, offset) => {
    for (const index of data) found.push([offset, offset + word.length, index]);
  });
  return inOrder(found);
}

describe('folded mode', () => {
  it.each<{ name: string; words: readonly string[]; text: string; want: readonly Hit[] }>([
    { name: 'no words: matches nothing', words: [], text: '赌博', want: [] },
    { name: 'an empty text', words: ['赌博'], text: '', want: [] },
    { name: 'a word that folds to nothing matches nothing', words: ['***'], text: '***', want: [] },
    { name: 'upper case', words: ['cnm'], text: '说CNM啊', want: [[1, 4, 0]] },
    { name: 'full width', words: ['cnm'], text: 'ｃｎｍ', want: [[0, 3, 0]] },
    { name: 'traditional', words: ['赌博'], text: '賭博', want: [[0, 2, 0]] },
    { name: 'a kangxi radical', words: ['工人'], text: '⼯人', want: [[0, 2, 0]] },
    { name: 'zero-width inside', words: ['赌博'], text: '赌\u200b博', want: [[0, 3, 0]] },
    { name: 'spaces and stars inside', words: ['赌博'], text: '赌 * 博', want: [[0, 5, 0]] },
    { name: 'emoji inside', words: ['赌博'], text: '赌😀博', want: [[0, 4, 0]] },
    { name: 'circled digits', words: ['123'], text: '①②③', want: [[0, 3, 0]] },
    { name: 'mathematical letters', words: ['abc'], text: '𝐚𝐛𝐜', want: [[0, 6, 0]] },
    { name: 'mathematical digits', words: ['104'], text: '𝟙𝟘𝟜', want: [[0, 6, 0]] },
    { name: 'squared letters', words: ['ab'], text: '🄰🅱', want: [[0, 4, 0]] },
    { name: 'a picture for a character', words: ['你马'], text: '你🐎', want: [[0, 3, 0]] },
    {
      name: 'a supplementary character is one character',
      words: ['𠮷吉'],
      text: 'x𠮷 吉',
      want: [[1, 5, 0]],
    },
    { name: 'a mark after the word stays outside', words: ['赌博'], text: '赌博\ufe0f', want: [[0, 2, 0]] },
    { name: 'not across a full stop', words: ['赌博'], text: '赌。博', want: [] },
    { name: 'not across a comma', words: ['打炮'], text: '打，炮', want: [] },
    { name: 'not across a line', words: ['赌博'], text: '赌\n博', want: [] },
    { name: 'three characters, one full stop', words: ['赌博网'], text: '赌博。网', want: [] },
    { name: 'spelt with full stops', words: ['赌博网'], text: '去赌。博。网。吧', want: [[1, 6, 0]] },
    { name: 'one to a line', words: ['赌博网'], text: '赌\n博\n网', want: [[0, 5, 0]] },
    { name: 'several marks in each gap', words: ['赌博网'], text: '赌，，博，，网', want: [[0, 7, 0]] },
    { name: 'spelt with different marks', words: ['赌博网'], text: '赌。博，网', want: [] },
    { name: 'a mark that is part of the word', words: ['加:v'], text: '加：V', want: [[0, 3, 0]] },
    {
      name: 'a gap at the limit',
      words: ['赌博'],
      text: `赌${' '.repeat(MAX_GAP)}博`,
      want: [[0, MAX_GAP + 2, 0]],
    },
    { name: 'a gap beyond the limit', words: ['赌博'], text: `赌${' '.repeat(MAX_GAP + 1)}博`, want: [] },
    {
      name: 'a word inside a word',
      words: ['博网', '赌博网站', '网站'],
      text: '赌博网站',
      want: [
        [1, 3, 0],
        [0, 4, 1],
        [2, 4, 2],
      ],
    },
    {
      name: 'equal after folding',
      words: ['ab', 'AB'],
      text: 'Ab',
      want: [
        [0, 2, 0],
        [0, 2, 1],
      ],
    },
    { name: 'every character repeated', words: ['赌博'], text: '赌赌博博', want: [[1, 3, 0]] },
    { name: 'repeated inside', words: ['赌博网'], text: '赌博博博网', want: [[0, 5, 0]] },
    { name: 'repeated with noise between', words: ['赌博网'], text: '赌博*博 网', want: [[0, 6, 0]] },
    { name: 'a doubled character is not a single one', words: ['妈妈'], text: '妈', want: [] },
    {
      name: 'a doubled character',
      words: ['妈妈'],
      text: '妈妈妈',
      want: [
        [0, 2, 0],
        [1, 3, 0],
      ],
    },
    { name: 'doubled in the word, single in the text', words: ['天天中'], text: '今天中午', want: [] },
    { name: 'doubled in the word and in the text', words: ['天天中'], text: '天天中', want: [[0, 3, 0]] },
    { name: 'doubled at the end', words: ['赌博博'], text: '赌博赌博博', want: [[2, 5, 0]] },
    {
      name: 'a word of one character',
      words: ['赌'],
      text: '打赌赌',
      want: [
        [1, 2, 0],
        [2, 3, 0],
      ],
    },
  ])('$name', ({ words, text, want }) => {
    expect(hitsOf(compileFolded(words, FOLD), text)).toEqual(want);
  });
});

it('many matchers live side by side', () => {
  const matchers = ['赌博', '网站', '博网'].map((word) => compileFolded([word], FOLD));
  expect(matchers.map((matcher) => hitsOf(matcher, '赌博网站'))).toEqual([
    [[0, 2, 0]],
    [[2, 4, 0]],
    [[1, 3, 0]],
  ]);
});

it('a sliced build pauses on its way and ends in the same matcher', async () => {
  const words = Array.from({ length: 30_000 }, (_, i) => `词${String.fromCharCode(0x4e00 + (i % 5000))}${i}`);
  let pauses = 0;
  const matcher = await buildSliced(words, FOLD, async () => {
    pauses += 1;
  });
  const text = `前${words[7]}，${words[29_999]}后`;
  expect(hitsOf(matcher, text)).toEqual(hitsOf(compileFolded(words, FOLD), text));
  expect(hitsOf(matcher, text).length).toBeGreaterThan(1);
  expect(pauses).toBeGreaterThan(20);
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createComparison } from '../../../src/core/identity/likeness.js';
import { readTraditionalPairs } from '../../../src/lexicon/traditional.js';
import { readLookAlikes } from '../../../src/names/look-alikes.js';
import { soundOf } from '../../../src/names/sound.js';

const compare = createComparison({
  simple: new Map(readTraditionalPairs()),
  twins: readLookAlikes(fileURLToPath(new URL('../../../lexicons/names/look-alikes.txt', import.meta.url))),
  sound: soundOf,
});

describe('how near a name comes to another', () => {
  it.each([
    ['the empty name is like no other', '', '王建国', null],
    ['nor is another like the empty name', '王建国', '', null],
    ['two empty names', '', '', null],
    ['the name itself', '王建国', '王建国', 'same'],
    ['spaces', '王 建 国', '王建国', 'same'],
    ['a zero-width character', '王\u200b建国', '王建国', 'same'],
    ['a Hangul filler', '王建国\u3164', '王建国', 'same'],
    ['marks and pictures', '★王建国★🌸', '王建国', 'same'],
    ['traditional characters', '王建國', '王建国', 'same'],
    ['full-width letters', 'Ｗang', 'wang', 'same'],
    ['Cyrillic look-alikes', 'wаng', 'wang', 'same'],
    ['a character that looks like it', '王建囯', '王建国', 'alike'],
    ['another', '玉建国', '王建国', 'alike'],
    ['homophones', '王健国', '王建国', 'alike'],
    ['homophones in all', '汪剑国', '王建国', 'alike'],
    ['something put on', '王建国老师', '王建国', 'alike'],
    ['a number put on', '王建国1', '王建国', 'alike'],
    ['an office before it', '班主任王建国', '王建国', 'alike'],
    ['a look-alike with something put on', '王建囯老师', '王建国', 'alike'],
    ['two characters that sound alike are two people', '李丽', '李莉', null],
    ['two characters are part of many names', '周敏敏', '周敏', null],
    ['numbers that go on', '校友17', '校友1', null],
    ['another name', '王建军', '王建国', null],
    ['the family name alone', '王', '王建国', null],
    ['half of the name', '王建', '王建国', null],
    ['a sentence that holds it', '我觉得王建国说得真是太对了', '王建国', null],
    ['nothing but marks', '★★', '★★', null],
  ])('%s: %s / %s', (_why, name, known, want) => {
    expect(compare(name, known)).toBe(want);
  });
});

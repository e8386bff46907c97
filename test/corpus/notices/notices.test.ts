import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectNotice } from '../../../src/core/notice/detect.js';

/**
 * Texts of `notices.txt` and `others.txt` were used to weigh the signs; the misses of `held-…` were looked at once; nothing was
 * changed for `unseen-…`, whose notices are mostly spoken ones without heading, addressee and signature.
 */
const organisation = { name: '武汉轻工大学校友总会', words: ['武汉轻工大学', '轻工大'] };

function readTexts(name: string): readonly string[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'));
}

const isNotice = (text: string): boolean => detectNotice(text, { organisation }).notice;

describe('notices of many kinds', () => {
  it.each([
    { file: 'notices.txt', recall: 0.96 },
    { file: 'held-notices.txt', recall: 0.85 },
    { file: 'unseen-notices.txt', recall: 0.45 },
  ])('$file: at least $recall are found', ({ file, recall }) => {
    const texts = readTexts(file);
    const missed = texts.filter((text) => !isNotice(text));
    const most = Math.floor(texts.length * (1 - recall));
    // Beyond the number allowed they are shown by name.
    expect(missed.slice(most)).toEqual([]);
  });

  it.each(['others.txt', 'held-others.txt', 'unseen-others.txt'])('%s: none is taken for one', (file) => {
    expect(readTexts(file).filter(isNotice)).toEqual([]);
  });

  it('they are enough to mean something', () => {
    expect(readTexts('notices.txt').length).toBeGreaterThanOrEqual(150);
    expect(readTexts('others.txt').length).toBeGreaterThanOrEqual(200);
  });
});

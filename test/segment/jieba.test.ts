import { describe, expect, it } from 'vitest';
import { createJiebaSegmenter } from '../../src/segment/jieba.js';

const SEGMENTER = createJiebaSegmenter(['口交', '百家乐开户', '含 空格']);

describe('cut', () => {
  it.each([
    { name: 'an empty text', text: '', want: [] },
    {
      name: 'a lexicon word does not win over the ordinary reading',
      text: '路口交通',
      want: ['路口', '交通'],
    },
    { name: 'a lexicon word is one token', text: '来百家乐开户', want: ['来', '百家乐开户'] },
  ])('$name', ({ text, want }) => {
    expect(SEGMENTER.cut(text)).toEqual(want);
  });

  it.each(['你好 世界\n再见', 'a\u0000b😀', '你\ud83d好'])('keeps every offset: %j', (text) => {
    expect(SEGMENTER.cut(text).join('').length).toBe(text.length);
  });

  it('works without words', () => {
    expect(createJiebaSegmenter([]).cut('你好')).toEqual(['你好']);
  });
});

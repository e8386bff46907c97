import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Segmenter } from '../core/text/segmenter.js';

// Low, so that a word of a lexicon never wins over the ordinary reading of a sentence, yet stays one token.
const FREQUENCY = 3;

/** Segmentation by jieba's dictionary plus `words`. New-word guessing is off: it glues strangers together. */
export function createJiebaSegmenter(words: readonly string[]): Segmenter {
  const jieba = Jieba.withDict(dict);
  const lines = words.filter((word) => !/\s/u.test(word)).map((word) => `${word} ${FREQUENCY} n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  return { cut: (text) => jieba.cut(text, false) };
}

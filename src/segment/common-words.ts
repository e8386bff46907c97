import { dict } from '@node-rs/jieba/dict.js';

const LINE = 10;
const BLANK = 32;
const ZERO = 48;

/** Words of two or more Han characters that occur at least `times` in the corpus behind jieba's dictionary. */
export function commonWords(times: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of countedWords(times)) if (/^\p{Script=Han}{2,}$/u.test(word)) words.add(word);
  return words;
}

/**
 * The entries of jieba's dictionary (`word times tag` in each line) that occur at least `least` times in the corpus behind
 * it. Read byte by byte: most of its 350,000 lines are not wanted.
 */
export function* countedWords(least: number): Generator<readonly [word: string, times: number]> {
  const bytes = Buffer.from(dict);
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(LINE, start);
    if (end < 0) end = bytes.length;
    const blank = bytes.indexOf(BLANK, start);
    if (blank < 0 || blank >= end) continue;
    let times = 0;
    for (let at = blank + 1; at < end && bytes[at] !== BLANK; at++)
      times = times * 10 + (bytes[at] ?? 0) - ZERO;
    if (times >= least) yield [bytes.toString('utf8', start, blank), times];
  }
}

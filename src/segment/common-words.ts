import { dict } from '@node-rs/jieba/dict.js';

/** Words of two or more Han characters that occur at least `times` in the corpus behind jieba's dictionary. */
export function commonWords(times: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    if (Number(count) >= times && /^\p{Script=Han}{2,}$/u.test(word)) words.add(word);
  }
  return words;
}

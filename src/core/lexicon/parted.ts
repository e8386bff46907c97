import type { HitBuffer } from '../text/hits.js';
import { swapsOf } from './swapped.js';

/** Adds to `hits` the words of two characters that a third one parts: 非的洲. The segmenter has the last word on them. */
export type FindParted = (text: string, hits: HitBuffer) => void;

/** So many bits that of ordinary neighbours hardly any fall on a word. */
const BITS = 18;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Whether a word may be looked for in two parts: two characters, neither of which stands beside anything anyway. */
export function mayBeParted(word: string): boolean {
  return word.length === 2 && swapsOf(word).length > 0;
}

/** `words`: each with the number of its pattern. */
export function makeFindParted(words: ReadonlyMap<string, number>): FindParted {
  const pairs = new Uint8Array(1 << BITS);
  for (const word of words.keys()) pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  return (text, hits) => {
    for (let at = 0; at + 2 < text.length; at++) {
      const first = text.charCodeAt(at);
      if (first < FIRST_HAN || pairs[pairOf(first, text.charCodeAt(at + 2))] !== 1) continue;
      const pattern = words.get(text.charAt(at) + text.charAt(at + 2));
      if (pattern !== undefined && isForeign(text, at + 1)) hits.push(at, at + 3, pattern);
    }
  };
}

/** A Chinese character that repeats neither of its neighbours: 黑黑人 is not parted. */
function isForeign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < FIRST_HAN || code > LAST_HAN) return false;
  return code !== text.charCodeAt(at - 1) && code !== text.charCodeAt(at + 1);
}

function pairOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - BITS);
}

import { unitSet } from '../text/unit-set.js';

const DIGIT =
  '[\\d\\uff10-\\uff19\\u2460-\\u2468\\u2776-\\u277e\\u{1d7ce}-\\u{1d7ff}零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const ENOUGH = new RegExp(`(?:${DIGIT}[^\\p{Script=Han}a-z]{0,2}){8}`, 'iu');
/** The first half of 𝟎 … 𝟿. */
const HIGH = 0xd835;
const DIGITS = unitSet(new RegExp(DIGIT, 'gu'), [HIGH]);

/** Whether eight digits in any shape follow each other with little between. Counting spares ordinary talk the search. */
export function holdsEnoughDigits(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) count += DIGITS[text.charCodeAt(at)] ?? 0;
  return count >= 8 && ENOUGH.test(text);
}

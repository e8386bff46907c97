import { unitSet } from './unit-set.js';

/** What single code units tell of a text. A rule names what it cannot do without, and is spared all other texts. */
export const TRAITS = {
  /** Two digits or numerals in any shape. */
  numbers: 1,
  /** What may be the dot of an address or of a file's ending, or its slashes. */
  dots: 2,
  /** 密 */
  secrecy: 4,
  /** The rarer character of 病历, 体检, 化验, 诊断, 行踪, 真名; of 离异, 双亡, 服刑, 孤儿, 贫困, 残疾. */
  papers: 8,
} as const;

const DIGIT = 1;
const FEWEST_DIGITS = 2;
/** The first halves of digits in other shapes, and of pictures that stand for a dot. */
const HIGH_DIGITS = [0xd835, 0xd83c];
const HIGH_DOTS = [0xd83d];

const UNITS = new Uint8Array(0x10000);
mark(TRAITS.numbers, /[0-9０-９①-⑨❶-❾⓪零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]/gu, HIGH_DIGITS);
mark(TRAITS.dots, /[.。点點．/]/gu, HIGH_DOTS);
mark(TRAITS.secrecy, /密/gu);
mark(TRAITS.papers, /[病检验诊踪名异亡刑孤贫残]/gu);

function mark(trait: number, one: RegExp, more: readonly number[] = []): void {
  for (const [unit, held] of unitSet(one, more).entries()) if (held === 1) UNITS[unit]! |= trait;
}

/** The traits of a text, added up. One look at each code unit. */
export function traitsOf(text: string): number {
  let any = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const traits = UNITS[text.charCodeAt(at)]!;
    any |= traits;
    digits += traits & DIGIT;
  }
  return digits < FEWEST_DIGITS ? any & ~TRAITS.numbers : any;
}

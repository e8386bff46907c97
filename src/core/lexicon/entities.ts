import { unitSet } from '../text/unit-set.js';
import { findHandles } from './handles.js';
import { plainShapes } from './shapes.js';

// Between two digits of one number.
const GAP = '[\\s\\-·.*_~]?';

/** Recognisers that a lexicon may name as `#网址`: shapes that no list of words can hold. Run on candidates only. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  手机号: new RegExp(`(?<!\\d)1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`, 'gu'),
  电话: /(?<!\d)(?:0\d{2,3}[-\s]?)?[2-9]\d{6,7}(?!\d)|(?<!\d)[48]00[-\s]?\d{3}[-\s]?\d{4}(?!\d)|(?<![\da-z])[x]{7,11}(?![\da-z])/giu,
  长号码: /(?<![\d.])\d{6,}(?![\d.])/gu,
  网址: /https?:\/\/[^\s，。！]+|(?<![a-z0-9@.])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|top|cc|vip|xyz|me|io|app|club|one|shop|site|online|info|pw|ly|hk|tv|live|win|bet|fun|icu)(?![a-z])(?:\/[^\s，。！]*)?|(?<![a-z0-9])[a-z0-9]{2,20}\s*(?:[.。丶、]|点|點)\s*(?:com|cn|net|top|cc|vip|xyz|me|co|one|bet|win)(?![a-z])/giu,
  怪网址:
    /(?<![a-z0-9.@/])(?=[a-z0-9]*\d)[a-z0-9]{2,12}\s*(?:[.。丶、]|点|點|典)\s*(?:com|cn|net|top|cc|vip|xyz|me|co|one|bet|win|app|my)(?![a-z])/giu,
  时价: /(?<=(?:小时|\dh)[^\d\n]{0,2})\d{2,4}(?![\d:.]|\s*(?:公里|米|分|km|人|次|个|度|片))/giu,
  账号: /(?<![a-z0-9@.:/_-])(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{6,20}(?![a-z0-9@._-])|(?<![\w.])@[a-z]\w{4,}/giu,
  代号: /(?<![A-Za-z])[A-Z]{3}\s?\d{3}(?!\d)|(?<![Ａ-Ｚ])[Ａ-Ｚ]{3}\s?[０-９]{3}|(?<![a-z])[a-z]{2,3}\d{5,6}(?!\d)/gu,
  金额: /(?<![\d.])\d+(?:\.\d+)?(?:\s*[-~到至]\s*\d+)?\s*(?:元|块|圆|米|r(?![a-z])|rmb|u(?![a-z])|w(?![a-z])|万|￥|¥)|[¥￥]\s*\d+|(?<![a-z])x+元|[一二两三四五六七八九十几百千]+(?:百|千|万)?(?:元|块)/giu,
  充送: /[充存入]值?\s*[\d一二三五六七八九百千万佰]+\s*元?\s*[送返赠宋反加返]\s*[\d一二三五六七八九百千万佰]+|[\d壹贰叁伍拾佰百]{2,}\s*[送宋]\s*[\d壹贰叁伍拾佰百]+/giu,
  地址: /(?:[\p{Script=Han}]{1,6}(?:市|区|县|镇|街道))?[\p{Script=Han}]{2,8}(?:路|街|大道|巷|弄|花园|小区|公寓|山庄|新村|苑|大街|城)\s*\d{1,5}\s*(?:号|栋|幢|弄|座)|\d{1,4}\s*(?:栋|幢|单元|号楼)\s*\d{1,5}/gu,
  密级: /(?:[绝絕]\s?密|[机機]\s?密|秘\s?密)\s*[★☆⭐*]/gu,
  短链: /(?<![a-z0-9.-])(?:t\.cn|url\.cn|dwz\.cn|suo\.im|sourl\.cn|tb\.cn|c\.tb\.cn|bit\.ly|tinyurl\.com|is\.gd|t\.co|w\.url\.cn|mrw\.so|rrd\.me|985\.so|dwz\.win|0x\.cx|goo\.su)\/[a-z0-9]+/giu,
  群链接:
    /weixin\.qq\.com\/g\/[\w-]+|(?:https?:\/\/)?(?:qm\.qq\.com\/|jq\.qq\.com\/|t\.me\/(?:joinchat\/|\+)?)[\w-]+/giu,
  百分比: /\d+(?:\.\d+)?\s*%|百分之/gu,
  折扣: /(?<![\d.])\d(?:\.\d)?\s*折|[一二三四五六七八九x](?:\.x)?折|满\s*[\dx]+\s*(?:元)?\s*(?:减|送|返|赠)|(?:[买充存购]|消费|购买)\s*[\dx一二三两]+(?:元|以上)*[^，。！\n]{0,6}[送返赠]\s*[\dx一二三两]*|(?:[买充存购]|消费)多少[送返赠]多少/giu,
};

/** Found by more than one expression. */
const HANDLE = '暗号';
export const ENTITIES: readonly string[] = [...Object.keys(SHAPES), HANDLE];

const SHAPED = /[\d０-９@.。丶点點元块折百x①-⑨❶-❾幺壹\u{1d7ce}-\u{1d7ff}\u{1f100}-\u{1f1ff}🔝]/giu;
/** First halves of the supplementary ones among them, and of other characters. */
const HIGH = [0xd835, 0xd83c, 0xd83d];
const SHAPED_UNITS = unitSet(SHAPED, HIGH);
const NUMERALS = unitSet(/[零〇一二三四五六七八九]/gu);
const SPELT_NUMERALS = 4;

/** Whether any recogniser can possibly find something: a cheap test that spares ordinary talk the rest. */
export function mayHoldEntities(text: string): boolean {
  let numerals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (SHAPED_UNITS[code] === 1) return true;
    numerals = NUMERALS[code] === 1 ? numerals + 1 : 0;
    if (numerals === SPELT_NUMERALS) return true;
  }
  return false;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  /** The entry or recogniser. */
  readonly term: string;
  /** The segmenter cuts the text differently: the characters may only by chance look like the word. */
  readonly loose?: boolean;
}

/** Every span of one recogniser in `text`. */
export function findEntity(name: string, text: string): readonly Span[] {
  if (name === HANDLE) return findHandles(text).map((handle) => ({ ...handle, term: `#${name}` }));
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  if (shape === undefined) return [];
  const plain = plainShapes(text);
  return Array.from(plain.text.matchAll(shape), (match) => ({
    start: plain.start(match.index),
    end: plain.end(match.index + match[0].length),
    term: `#${name}`,
  }));
}

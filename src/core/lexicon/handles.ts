import { unitSet } from '../text/unit-set.js';
import { type PlainText, plainShapes } from './shapes.js';

/** A contact handle that is written so that people read it and programs do not. Offsets in the original. */
export interface Handle {
  readonly start: number;
  readonly end: number;
}

// Letters of other alphabets and signs that pass for Latin ones; what is Latin in another shape is plain by now.
const ALIKE = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυАВЕКМНОРСТУХаеорсухѕі₳₭₮₲℉';
const LETTER = `[A-Za-z${ALIKE}]`;
const CODE = new RegExp(
  `(?<![\\w@.:/${ALIKE}-])(?:${LETTER}(?:\\s?${LETTER}){1,3}\\s?\\d{3,8}|\\d{3,6}${LETTER}{2,4}|${LETTER}\\d{4}${LETTER})(?![\\w@/${ALIKE}]|[.-]\\w)`,
  'gu',
);
// MBA2003, 2003MBA: a year is a year.
const YEAR = /^\D*(?:19|20)\d\d\D*$/u;
/** Three capitals and three digits: the handles of those who sell such things by the hundred. */
const NUMBERED = /^[A-Z]{3}\s?\d{3}$/u;

// Scripts that nobody in a group writes: ornaments.
const RARE = String.raw`\p{Script=Runic}\p{Script=Ogham}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Coptic}\p{Script=Glagolitic}\p{Script=Vai}\p{Script=Bamum}`;
// Characters and pairs of them that stand for WeChat or QQ.
const PAIR =
  '喂[心芯]|[威薇伟葳][新心芯]|微芸|围爽|[家佳伽][喂维韦威薇微]|乞[儿鹅]|企-?鹅|北极鸟|[麦买卖]-?[饼拼乒]-?[威薇微]';
// A name may end in one of these (李薇): only where no other character stands before it, but for verbs of such lines.
const SINGLE = String.raw`(?<!(?![加家佳伽嘉伊咿依饼乒拼片看])\p{Script=Han})[威薇葳喂芸](?!\p{Script=Han})|[嶶徾]`;
const BEFORE = new RegExp(`(?:${PAIR}|${SINGLE})[\\s:：+.-]{0,2}$`, 'u');
const AFTER = new RegExp(`^[\\s+.${RARE}-]{0,2}(?:${PAIR}|${SINGLE})`, 'u');
const SIGNALS = /^\s?(?:[☎☏✆❤♥☛➣➤✿]\ufe0f?\s?){2}/u;
const ORNAMENT = new RegExp(`[${RARE}]`, 'u');
/** Units on either side of a handle that are looked at. */
const BESIDE = 8;

// One number in two parts with the messenger's sign between or behind them: 29526 Q 77544, 29521 91783乞儿.
const SIGN = '[(（]?[qQ]{1,2}[)）]?|[扣抠寇蔻筘]|乞[儿鹅]|企-?鹅|北极鸟';
const IN_TWO = [
  `\\d{3,6}\\s?(?:${SIGN}|[+➕]口)\\s?\\d{4,6}(?!\\d)`,
  String.raw`\d{4,5}\s\d{4,5}\s?(?:[+➕]?口{1,2}(?!\p{Script=Han})|[+➕]口|[qQ](?![a-zA-Z号])|乞[儿鹅]|企-?鹅|北极鸟|[抠蔻筘])`,
  String.raw`(?:乞[儿鹅]|企-?鹅|北极鸟|口口|[抠蔻筘])\s?\d{4,5}\s\d{4,5}(?!\d)`,
  String.raw`\d{8,11}[冦寇蔻抠筘](?!\p{Script=Han})`,
  String.raw`\d[\d-]{4,11}[^\d\n]{0,2}企[-+.·]鹅`,
  // A circle for a nought.
  String.raw`\d{1,3}[●◍◎⊗❍◉⊙◌]\d{2}\s?\d{2}`,
  String.raw`[嶶徾]\s?[:：]?\s?\d{5,11}(?!\d)`,
];
const NUMBER = new RegExp(`(?<![\\d.])(?:${IN_TWO.join('|')})`, 'gu');
const LONG_NUMBER = /(?<![\d.])\d(?:\s?\d){6,10}(?![\d.])/gu;
/** A character, a telephone number in three parts, and a heart: nothing else in the message. */
const BARE = /^(\p{Script=Han}{1,2}\s)1[3-9]\d\s\d{4}\s\d{4}(?=\s?(?:❤\ufe0f?\s?|信|威|薇){1,4}$)/u;

const DIGITS = unitSet(/[0-9０-９①-⑨❶-❾]/gu, [0xd835]);
const SIGN_UNITS =
  '威薇葳喂芸嶶徾伟围佳伽乞企鸟饼拼乒☎☏✆❤♥☛➣➤✿●◍◎⊗❍◉⊙◌ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυАВЕКМНОРСТУХаеорсухѕі₳₭₮₲℉' +
  String.raw`\u2100-\u214f\u2460-\u24ff${RARE}`;
/** First halves of letters in other shapes. */
const SHAPED = [0xd835, 0xd83c];
const SIGNS = unitSet(new RegExp(`[${SIGN_UNITS}]`, 'gu'), SHAPED);
/** What stands in every second message is a sign beside a long number only. */
const NUMBER_SIGNS = unitSet(new RegExp(`[${SIGN_UNITS}qQｑＱ扣抠寇蔻冦筘口]`, 'gu'), SHAPED);
const FEWEST_DIGITS = 3;
const FEWEST_OF_NUMBER = 7;

/** Handles in disguise. Ordinary talk is passed by with one look at each code unit. */
export function findHandles(text: string): readonly Handle[] {
  if (!mayHoldHandle(text)) return [];
  const plain = plainShapes(text);
  return [...codes(text, plain), ...numbers(plain.text)].map(({ start, end }) => ({
    start: plain.start(start),
    end: plain.end(end),
  }));
}

function mayHoldHandle(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) digits += DIGITS[text.charCodeAt(at)]!;
  if (digits < FEWEST_DIGITS) return false;
  const signs = digits < FEWEST_OF_NUMBER ? SIGNS : NUMBER_SIGNS;
  for (let at = 0; at < text.length; at++) if (signs[text.charCodeAt(at)] === 1) return true;
  return false;
}

function codes(text: string, plain: PlainText): readonly Handle[] {
  return Array.from(plain.text.matchAll(CODE), (match) => spanOf(match.index, match[0])).filter((span) => {
    const code = plain.text.slice(span.start, span.end);
    if (YEAR.test(code)) return false;
    const before = plain.text.slice(Math.max(0, span.start - BESIDE), span.start);
    const after = plain.text.slice(span.end, span.end + BESIDE);
    return (
      isDressed(text.slice(plain.start(span.start), plain.end(span.end))) ||
      ORNAMENT.test(before) ||
      ORNAMENT.test(after) ||
      BEFORE.test(before) ||
      AFTER.test(after) ||
      (NUMBERED.test(code) && SIGNALS.test(after))
    );
  });
}

/** Mathematical and circled letters, or letters of several alphabets in one code. Full width alone is an input method. */
function isDressed(code: string): boolean {
  const letters = Array.from(code).filter((char) => /[\p{L}\p{So}\p{Sc}]/u.test(char));
  const styled = letters.filter((char) =>
    /[\u2100-\u214f\u2460-\u24ff\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]/u.test(char),
  );
  const alike = letters.filter((char) => ALIKE.includes(char));
  return styled.length > 0 || alike.length > 2 || (alike.length > 0 && alike.length < letters.length);
}

function numbers(plain: string): readonly Handle[] {
  const found = Array.from(plain.matchAll(NUMBER), (match) => spanOf(match.index, match[0]));
  const adorned = Array.from(plain.matchAll(LONG_NUMBER), (match) => spanOf(match.index, match[0])).filter(
    ({ start, end }) => ORNAMENT.test(plain.slice(Math.max(0, start - BESIDE), end + BESIDE)),
  );
  const [bare, name = ''] = BARE.exec(plain) ?? [];
  return [
    ...found,
    ...adorned,
    ...(bare === undefined ? [] : [spanOf(name.length, bare.slice(name.length))]),
  ];
}

function spanOf(start: number, found: string): Handle {
  return { start, end: start + found.length };
}

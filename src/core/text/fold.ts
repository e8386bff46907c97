/**
 * Folding: what counts as "the same character". One code unit folds to one code unit or to nothing, so that offsets
 * into the original text are never lost.
 */

/** Folded away: zero-width characters, combining marks, spaces and noise symbols inside a word. */
export const SKIP = 0;
/** A supplementary character that stands for itself (its two code units are kept). */
export const ITSELF = 0xffff;

const ASTRAL_START = 0x10000;
const ASTRAL_END = 0x30000;

/** `unit[c]` for every UTF-16 code unit, `astral[p - 0x10000]` for code points U+10000 … U+2FFFF. */
export interface FoldTable {
  readonly unit: Uint16Array;
  readonly astral: Uint16Array;
}

// Sentence and clause marks separate words: they are kept, so no word reaches across them.
const KEPT_MARKS = new Set('。！？!?；;，,、：:（）()【】[]《》"“”「」+@%￥$¥\n\r');
/** Kept marks that are content rather than punctuation: 加+v, 100%. */
const CONTENT = '+@%￥$¥';
const NOISE = /[\p{M}\p{C}\p{Z}\p{S}\p{P}]/u;
// Pictures that stand for a character inside a word: 你🐎, 加🐧.
const PICTURES: Readonly<Record<string, string>> = {
  马: '🐎🐴',
  鸡: '🐔🐓',
  牛: '🐮🐂',
  龙: '🐉🐲',
  虎: '🐯🐅',
  狗: '🐶🐕',
  猪: '🐷🐖',
  花: '🌸',
  茶: '🍵',
  车: '🚗',
  q: '🐧',
};
const HAND_FOLDS: readonly (readonly [string, string])[] = [
  ['➕✚✙⊕＋', '+'],
  ['∨ν', 'v'],
  ['❶➀➊', '1'],
  ['❷➁➋', '2'],
  ['❸➂➌', '3'],
  ['❹➃➍', '4'],
  ['❺➄➎', '5'],
  ['❻➅➏', '6'],
  ['❼➆➐', '7'],
  ['❽➇➑', '8'],
  ['❾➈➒', '9'],
  ['⓪⓿', '0'],
];

/**
 * Folded code units of the marks that end a sentence, a clause or a line or enclose one. A word does not reach across
 * them, unless one and the same mark stands between all its characters.
 */
export const MARKS: ReadonlySet<number> = new Set(
  Array.from(KEPT_MARKS)
    .filter((char) => !CONTENT.includes(char))
    .map((char) => foldOne(char)),
);

/** @param traditional pairs of one traditional and one simplified character, e.g. `['賭', '赌']` */
export function makeFoldTable(traditional: Iterable<readonly [string, string]> = []): FoldTable {
  const unit = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++)
    unit[code] = isSurrogate(code) ? code : foldOne(String.fromCharCode(code));
  foldByHand(unit);
  simplify(unit, traditional);
  return { unit, astral: makeAstral(unit) };
}

function foldByHand(unit: Uint16Array): void {
  for (const [from, to] of HAND_FOLDS) {
    for (const char of from) unit[char.charCodeAt(0)] = to.charCodeAt(0);
  }
}

function simplify(unit: Uint16Array, traditional: Iterable<readonly [string, string]>): void {
  for (const [from, to] of traditional) {
    if (from.length === 1 && to.length === 1) unit[from.charCodeAt(0)] = unit[to.charCodeAt(0)] ?? SKIP;
  }
}

function makeAstral(unit: Uint16Array): Uint16Array {
  const astral = new Uint16Array(ASTRAL_END - ASTRAL_START).fill(ITSELF);
  const ranges = [
    [0x1d400, 0x1d7ff],
    [0x1f000, 0x1fbff],
    [0x2f800, 0x2fa1f],
  ] as const;
  for (const [first, last] of ranges) {
    for (let point = first; point <= last; point++) astral[point - ASTRAL_START] = foldAstral(point, unit);
  }
  for (const [to, pictures] of Object.entries(PICTURES)) {
    for (const picture of pictures)
      astral[(picture.codePointAt(0) ?? ASTRAL_START) - ASTRAL_START] = to.charCodeAt(0);
  }
  return astral;
}

function foldAstral(point: number, unit: Uint16Array): number {
  // Negative squared letters (🅰 … 🆉) have no compatibility mapping.
  if (point >= 0x1f170 && point <= 0x1f189) return point - 0x1f170 + 0x61;
  const char = String.fromCodePoint(point);
  const plain = char.normalize('NFKC');
  if (plain.length === 1) return unit[plain.charCodeAt(0)] ?? SKIP;
  return NOISE.test(char) ? SKIP : ITSELF;
}

function foldOne(char: string): number {
  const plain = char.normalize('NFKC').toLowerCase();
  const folded = plain.length === 1 ? plain : char;
  if (KEPT_MARKS.has(char) || KEPT_MARKS.has(folded)) return folded.charCodeAt(0);
  return NOISE.test(folded) ? SKIP : folded.charCodeAt(0);
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Folded value of a code point above U+FFFF: a code unit, `SKIP` or `ITSELF`. */
export function astralFold(table: FoldTable, high: number, low: number): number {
  const point = ((high - 0xd800) << 10) + (low - 0xdc00) + ASTRAL_START;
  if (point >= 0xe0000 && point <= 0xe0fff) return SKIP;
  return point < ASTRAL_END ? (table.astral[point - ASTRAL_START] ?? ITSELF) : ITSELF;
}

/** The folded text with a map back: `starts[i]` and `ends[i]` bound the original characters of folded unit `i`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds a whole text. For tables and tests; the matcher folds while it scans. */
export function foldText(text: string, table: FoldTable): FoldedText {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (unit: number, start: number, end: number): void => {
    units.push(unit);
    starts.push(start);
    ends.push(end);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPairAt(text, at)) {
      const folded = astralFold(table, code, text.charCodeAt(at + 1));
      if (folded === ITSELF) {
        push(code, at, at + 1);
        push(text.charCodeAt(at + 1), at + 1, at + 2);
      } else if (folded !== SKIP) push(folded, at, at + 2);
      at++;
    } else if (table.unit[code] !== SKIP) push(table.unit[code] ?? SKIP, at, at + 1);
  }
  return { text: units.map((unit) => String.fromCharCode(unit)).join(''), starts, ends };
}

/** Whether a high surrogate at `at` is followed by its low half. */
export function isPairAt(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

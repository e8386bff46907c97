/** A text made plain for reading, with the way back: `at(i)` is the index in the original of plain code unit `i`. */
export interface PlainText {
  readonly text: string;
  readonly at: (index: number) => number;
}

/** A notice shows itself at its head and in its signature; the middle of a very long text is not read. */
const HEAD_UNITS = 7_000;
const TAIL_UNITS = 1_000;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0f/u;
const TRADITIONAL =
  '關現將經決單體費聯係認證繳請會務處參報應絡為員繫學師級項與於時間線達總約賬號點擊鏈實開議辦';
const SIMPLIFIED =
  '关现将经决单体费联系认证缴请会务处参报应络为员系学师级项与于时间线达总约账号点击链实开议办';
const ODD = new RegExp(
  `${INVISIBLE.source}|[\\uff10-\\uff19\\uff20-\\uff3a\\uff41-\\uff5a${TRADITIONAL}\\r]`,
  'u',
);

const SIMPLE = new Map(Array.from(TRADITIONAL, (char, i) => [char, SIMPLIFIED.charAt(i)]));

/** Drops invisible marks, narrows full-width letters and simplifies the characters that notices are made of. */
export function plain(text: string): PlainText {
  const long = text.length > HEAD_UNITS + TAIL_UNITS;
  if (!long && !ODD.test(text)) return { text, at: (index) => index };
  const out: string[] = [];
  const map: number[] = [];
  copy(text, { from: 0, to: long ? HEAD_UNITS : text.length }, { out, map });
  if (long) {
    out.push('\n');
    map.push(HEAD_UNITS);
    copy(text, { from: text.length - TAIL_UNITS, to: text.length }, { out, map });
  }
  return { text: out.join(''), at: (index) => map[index] ?? text.length };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Target {
  readonly out: string[];
  readonly map: number[];
}

function copy(text: string, span: Span, target: Target): void {
  for (let i = span.from; i < span.to; i++) {
    const char = simplify(text.charAt(i));
    if (char === '') continue;
    target.out.push(char);
    target.map.push(i);
  }
}

function simplify(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char === '\r' ? '\n' : char;
  if (INVISIBLE.test(char)) return '';
  const wide = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff20 && code <= 0xff5a);
  return wide ? String.fromCharCode(code - 0xfee0) : (SIMPLE.get(char) ?? char);
}

const LATIN = /^[0-9A-Za-z./@]$/u;
// Anything that may be a letter or a digit in disguise: beyond ASCII, Han and the usual marks.
const DISGUISED =
  /[\p{M}\p{No}\u{200b}-\u{200f}\u{2460}-\u{24ff}\u{ff0e}-\u{ff19}\u{ff20}-\u{ff3a}\u{ff41}-\u{ff5a}\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}🔝]/u;
const UNSEEN = /^(?:\p{M}|[\u{200b}-\u{200f}])$/u;
const PICTURES: Readonly<Record<string, string>> = { '🔝': 'top' };
const NUMERALS: Readonly<Record<string, string>> = {
  ...spread('零〇洞', '0'),
  ...spread('一壹幺', '1'),
  ...spread('二贰两弍', '2'),
  ...spread('三叁', '3'),
  ...spread('四肆', '4'),
  ...spread('五伍', '5'),
  ...spread('六陆', '6'),
  ...spread('七柒拐', '7'),
  ...spread('八捌', '8'),
  ...spread('九玖', '9'),
};
const NUMERAL = `[\\d${Object.keys(NUMERALS).join('')}]`;
/** Seven numerals in a row are a number that somebody spelt out, fewer are ordinary language. */
const SPELT = new RegExp(`${NUMERAL}(?:[\\s\\-·.*_~]?${NUMERAL}){6,}`, 'gu');
const HAS_SPELT = new RegExp(SPELT.source, 'u');
const BLACK_DIGITS = 0x2776;
/** White letters in black circles and squares, A to Z: Unicode names no plain letter for them. */
const BLACK_LETTERS = [0x1f150, 0x1f170];
const A = 0x41;
const LETTERS = 26;

/** A text in plain letters and digits with the way back to the original (UTF-16 code units). */
export interface PlainText {
  readonly text: string;
  /** Offset in `text` → where that character starts in the original. */
  readonly start: (at: number) => number;
  /** Offset in `text`, exclusive → where the character before it ends in the original. */
  readonly end: (at: number) => number;
}

/**
 * The text with letters and digits as plain ASCII: full-width, circled, supplementary ones, keycaps, numbers spelt out
 * in Chinese; unseen characters are dropped. Ordinary text is returned as it is.
 */
export function plainShapes(text: string): PlainText {
  const plain = DISGUISED.test(text) ? narrow(text) : { text, start: same, end: same };
  if (!HAS_SPELT.test(plain.text)) return plain;
  const spelt = plain.text.replace(SPELT, (run) =>
    Array.from(run, (symbol) => NUMERALS[symbol] ?? symbol).join(''),
  );
  return { ...plain, text: spelt };
}

function same(at: number): number {
  return at;
}

function narrow(text: string): PlainText {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const symbol of text) {
    const written = UNSEEN.test(symbol) ? '' : narrowOne(symbol);
    for (let unit = 0; unit < written.length; unit++) {
      // The two halves of a pair that is kept stay two characters.
      const half = written === symbol ? unit : 0;
      starts.push(at + half);
      ends.push(written === symbol ? at + half + 1 : at + symbol.length);
    }
    plain += written;
    at += symbol.length;
  }
  return {
    text: plain,
    start: (index) => starts[index] ?? text.length,
    end: (index) => ends[index - 1] ?? 0,
  };
}

function narrowOne(symbol: string): string {
  const code = symbol.charCodeAt(0);
  // Han, its marks and ASCII are what they are: normalising them would be most of the cost.
  if (code < 0xb2 || (code >= 0x3000 && code < 0xd800)) return symbol;
  if (code >= BLACK_DIGITS && code < BLACK_DIGITS + 9) return String(code - BLACK_DIGITS + 1);
  const point = symbol.codePointAt(0) ?? 0;
  const black = BLACK_LETTERS.find((first) => point >= first && point < first + LETTERS);
  if (black !== undefined) return String.fromCharCode(A + point - black);
  const plain = symbol.normalize('NFKC').replace(/^[([](\w)[)\]]$/u, '$1');
  return LATIN.test(plain) ? plain : (PICTURES[symbol] ?? symbol);
}

function spread(numerals: string, digit: string): Record<string, string> {
  return Object.fromEntries(Array.from(numerals, (numeral) => [numeral, digit]));
}

/** Columns that a text takes on a terminal: 2 for Chinese and emoji, 0 for marks that sit on the letter before, else 1. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += columnsOf(letter);
  return width;
}

function columnsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(letter)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** East Asian Width W and F (Unicode UAX #11), by blocks. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** What is to be copied stays whole: a card (`张三-北京-化学97级`), a command with its number (`/确认 3`). */
const COPIED = String.raw`[\p{L}\p{N}·]{1,12}(?:-[\p{L}\p{N}·]{1,16}){1,3}|/\p{L}{1,8} \d+`;

/** A word or one Chinese letter, with the punctuation that must not be torn from it at the start or end of a line. */
const PIECE = new RegExp(
  String.raw`[“‘(〔《【「⟨(]*(?:${COPIED}|[\p{Script=Latin}\p{Nd}/@#:._%+&=?~-]+|[^\n])[,.;:!?)〕%”’,。;:!?、》】」)⟩…]*|\n`,
  'gu',
);

export interface Measure {
  /** Columns of a whole line. */
  readonly width: number;
  /** Columns that every line after the first is moved in. */
  readonly indent: number;
}

/** Breaks a text into lines that fit. A single word longer than a line is cut. */
export function wrap(text: string, { width, indent }: Measure): readonly string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(indent);
  let line = '';
  let isBegun = true;
  const close = (next: 'wrapped' | 'broken'): void => {
    lines.push(line.trimEnd());
    line = margin;
    isBegun = next === 'broken';
  };
  for (const piece of text.match(PIECE) ?? []) {
    if (piece === '\n') {
      close('broken');
      continue;
    }
    for (const part of cut(piece, width - indent)) {
      if (widthOf(line) + widthOf(part.trimEnd()) > width) close('wrapped');
      // The blank at which a line was wrapped is gone; one that somebody wrote at the start of a line stays.
      if (isBegun || part.trim() !== '') line += part;
      isBegun ||= part.trim() !== '';
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

function cut(piece: string, width: number): readonly string[] {
  if (widthOf(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const letter of piece) {
    if (widthOf(part) + columnsOf(letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Fills with blanks up to a number of columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

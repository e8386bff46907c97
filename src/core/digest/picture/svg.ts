/** The few shapes that the picture is made of. Lengths in px. */

export interface Placed {
  readonly x: number;
  readonly y: number;
}

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'bold';
}

export interface Box extends Placed {
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly radius?: number;
}

export function text(
  { x, y }: Placed,
  { size, fill, anchor = 'start', weight }: TextStyle,
  content: string,
): string {
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold}>${escape(content)}</text>`;
}

export function box({ x, y, width, height, fill, radius = 0 }: Box): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

/** Names come from people: nothing of them is markup, and nothing of them breaks the document. */
export function escape(content: string): string {
  return content
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The width of a text in half-width columns: a Chinese character takes two. */
export function columnsOf(content: string): number {
  return [...content].reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  return (letter.codePointAt(0) ?? 0) < 0x100 ? 1 : 2;
}

/**
 * Breaks a text into lines of at most so many columns, after a sign where one stands in the last third of a line; an empty text is one
 * empty line.
 */
export function wrap(content: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of content) {
    if (columnsOf(line) + widthOf(letter) > columns && line !== '') {
      const kept = uptoSign(line, columns) ?? line;
      lines.push(kept);
      line = line.slice(kept.length);
    }
    line += letter;
  }
  return [...lines, line];
}

/** Null: no sign stands near enough to the end. */
function uptoSign(line: string, columns: number): string | null {
  const kept = /^.*[;,、。:]/u.exec(line)?.[0] ?? '';
  return columnsOf(kept) * 3 > columns * 2 ? kept : null;
}

/** Cuts to a width counted in half-width columns, the ellipsis included: a Chinese character takes two. */
export function clip(content: string, columns: number): string {
  if (columnsOf(content) <= columns) return content;
  let kept = '';
  for (const letter of content) {
    if (columnsOf(kept) + widthOf(letter) > columns - 2) break;
    kept += letter;
  }
  return `${kept}…`;
}

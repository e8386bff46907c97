import { box, columnsOf, text, wrap } from './svg.js';
import { CARD, COMMAND, INK, INNER, MARGIN, NOTHING, type Part, TEXT, TITLE } from './theme.js';

/** A line of a list: what it says on the left, what belongs to it on the right. */
export interface Row {
  readonly left: string;
  readonly right: string;
}

const LINE = 42;
const GAP = 12;
/** Half-width columns that fit between the margins of a card. */
const COLUMNS: number = Math.floor((INNER - 40) / (TEXT / 2));

/** A titled list; what is long runs on in a second line, nothing is cut. Nothing where it is empty. */
export function listPart(title: string, rows: readonly Row[]): Part {
  if (rows.length === 0) return NOTHING;
  const folded = rows.map(({ left, right }) => ({ lines: linesOf(left, right), right }));
  const body = folded.reduce((sum, { lines }) => sum + lines.length * LINE + GAP, 0);
  const height = 72 + body + 10;
  return {
    height: height + 16,
    draw: (y) => {
      const marks = [
        box({ x: MARGIN, y, width: INNER, height, fill: CARD, radius: 12 }),
        text({ x: MARGIN + 20, y: y + 46 }, { size: TITLE, fill: INK, weight: 'bold' }, title),
      ];
      let top = y + 72;
      for (const row of folded) {
        marks.push(drawn(row, top));
        top += row.lines.length * LINE + GAP;
      }
      return marks.join('');
    },
  };
}

function linesOf(left: string, right: string): readonly string[] {
  return wrap(left, right === '' ? COLUMNS : COLUMNS - columnsOf(right) - 2);
}

function drawn(
  { lines, right }: { readonly lines: readonly string[]; readonly right: string },
  y: number,
): string {
  const left = lines.map((line, index) =>
    text({ x: MARGIN + 20, y: y + 30 + index * LINE }, { size: TEXT, fill: INK }, line),
  );
  const end = { x: MARGIN + INNER - 20, y: y + 30 };
  return [...left, text(end, { size: TEXT, fill: COMMAND, anchor: 'end' }, right)].join('');
}

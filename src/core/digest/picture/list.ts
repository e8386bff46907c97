import { box, clip, text } from './svg.js';
import { CARD, FAINT, INK, INNER, MARGIN, NOTHING, type Part } from './theme.js';

/** A line of a list: what it says on the left, what belongs to it on the right. */
export interface Row {
  readonly left: string;
  readonly right: string;
}

const ROW = 44;
const MOST = 10;

/** A titled list, at most ten lines; nothing where it is empty. */
export function listPart(title: string, rows: readonly Row[]): Part {
  if (rows.length === 0) return NOTHING;
  const shown = rows.slice(0, MOST);
  const height = 66 + shown.length * ROW + 14;
  return {
    height: height + 16,
    draw: (y) =>
      [
        box({ x: MARGIN, y, width: INNER, height, fill: CARD, radius: 12 }),
        text({ x: MARGIN + 20, y: y + 42 }, { size: 26, fill: INK }, title),
        ...shown.map(({ left, right }, index) => line({ left, right }, y + 66 + index * ROW)),
      ].join(''),
  };
}

function line({ left, right }: Row, y: number): string {
  return [
    text({ x: MARGIN + 20, y: y + 28 }, { size: 22, fill: INK }, clip(left, 48)),
    text({ x: MARGIN + INNER - 20, y: y + 28 }, { size: 22, fill: FAINT, anchor: 'end' }, clip(right, 24)),
  ].join('');
}

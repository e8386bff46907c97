import { box, text } from './svg.js';
import { CARD, FAINT, INK, INNER, MARGIN, type Part, SMALL } from './theme.js';

/** One number with its name and a remark under it. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly remark: string;
}

const COLUMNS = 3;
const GAP = 16;
const HEIGHT = 150;
const CELL: number = (INNER - GAP * (COLUMNS - 1)) / COLUMNS;

/** The totals as cards, three in a row. */
export function figuresPart(figures: readonly Figure[]): Part {
  const rows = Math.ceil(figures.length / COLUMNS);
  return {
    height: rows === 0 ? 0 : rows * (HEIGHT + GAP) + GAP,
    draw: (y) => figures.map((figure, index) => cell(figure, place(index, y + GAP))).join(''),
  };
}

function place(index: number, top: number): { readonly x: number; readonly y: number } {
  return {
    x: MARGIN + (index % COLUMNS) * (CELL + GAP),
    y: top + Math.floor(index / COLUMNS) * (HEIGHT + GAP),
  };
}

function cell({ name, value, remark }: Figure, { x, y }: { readonly x: number; readonly y: number }): string {
  return [
    box({ x, y, width: CELL, height: HEIGHT, fill: CARD, radius: 12 }),
    text({ x: x + 20, y: y + 40 }, { size: SMALL + 2, fill: FAINT }, name),
    text({ x: x + 20, y: y + 96 }, { size: 52, fill: INK, weight: 'bold' }, value),
    text({ x: x + 20, y: y + 132 }, { size: SMALL, fill: FAINT }, remark),
  ].join('');
}

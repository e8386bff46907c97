import { box, clip, text } from './svg.js';
import {
  BAR,
  BAR_BEFORE,
  CARD,
  FAINT,
  INK,
  INNER,
  MARGIN,
  NOTHING,
  type Part,
  SMALL,
  TEXT,
  TITLE,
} from './theme.js';

/** A bar with the same of the week before under it. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly before: number;
}

const ROW = 60;
const NAME = 290;
const FULL: number = INNER - NAME - 110;

/** Horizontal bars between a title and a legend; nothing where there are none. */
export function barsPart({ title, legend }: { title: string; legend: string }, bars: readonly Bar[]): Part {
  if (bars.length === 0) return NOTHING;
  const height = 76 + bars.length * ROW + 44;
  const most = Math.max(1, ...bars.flatMap(({ value, before }) => [value, before]));
  return {
    height: height + 16,
    draw: (y) =>
      [
        box({ x: MARGIN, y, width: INNER, height, fill: CARD, radius: 12 }),
        text({ x: MARGIN + 20, y: y + 46 }, { size: TITLE, fill: INK, weight: 'bold' }, title),
        ...bars.map((bar, index) => row(bar, y + 72 + index * ROW, most)),
        text({ x: MARGIN + 20, y: y + height - 16 }, { size: SMALL, fill: FAINT }, legend),
      ].join(''),
  };
}

function row({ name, value, before }: Bar, y: number, most: number): string {
  const x = MARGIN + NAME;
  const length = (count: number): number => Math.max(count === 0 ? 0 : 3, Math.round((FULL * count) / most));
  return [
    text({ x: x - 14, y: y + 28 }, { size: TEXT, fill: INK, anchor: 'end' }, clip(name, 18)),
    box({ x, y: y + 4, width: length(value), height: 28, fill: BAR, radius: 4 }),
    box({ x, y: y + 35, width: length(before), height: 9, fill: BAR_BEFORE, radius: 3 }),
    text({ x: x + length(value) + 12, y: y + 28 }, { size: TEXT, fill: INK }, String(value)),
  ].join('');
}

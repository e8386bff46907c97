import type { DayCount } from '../totals.js';
import { box, text } from './svg.js';
import { BAR, CARD, FAINT, INK, INNER, MARGIN, NOTHING, type Part } from './theme.js';

const TALL = 110;
const HEIGHT = 230;

/** Messages a day, as columns; nothing where nobody spoke. */
export function daysPart(title: string, days: readonly DayCount[]): Part {
  if (days.length === 0) return NOTHING;
  const most = Math.max(1, ...days.map(({ messages }) => messages));
  const width = (INNER - 40) / days.length;
  return {
    height: HEIGHT + 16,
    draw: (y) =>
      [
        box({ x: MARGIN, y, width: INNER, height: HEIGHT, fill: CARD, radius: 12 }),
        text({ x: MARGIN + 20, y: y + 42 }, { size: 26, fill: INK }, title),
        ...days.map((day, index) =>
          column(day, { x: MARGIN + 20 + index * width, y: y + 194, width }, TALL / most),
        ),
      ].join(''),
  };
}

interface Ground {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function column({ day, messages }: DayCount, { x, y, width }: Ground, perMessage: number): string {
  const height = Math.max(2, Math.round(messages * perMessage));
  const middle = Math.round(x + width / 2);
  const bar = Math.min(64, width * 0.6);
  return [
    box({ x: Math.round(middle - bar / 2), y: y - height, width: bar, height, fill: BAR, radius: 4 }),
    text({ x: middle, y: y - height - 8 }, { size: 18, fill: FAINT, anchor: 'middle' }, String(messages)),
    text({ x: middle, y: y + 24 }, { size: 18, fill: FAINT, anchor: 'middle' }, shown(day)),
  ].join('');
}

/** `2026-03-02` → `3-2`. */
function shown(day: string): string {
  return day.slice(5).split('-').map(Number).join('-');
}

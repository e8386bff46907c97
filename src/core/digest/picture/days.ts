import type { DayCount } from '../totals.js';
import { box, text } from './svg.js';
import { BAR, CARD, FAINT, INK, INNER, MARGIN, NOTHING, type Part, SMALL, TITLE } from './theme.js';

const TALL = 110;
const HEIGHT = 250;

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
        text({ x: MARGIN + 20, y: y + 46 }, { size: TITLE, fill: INK, weight: 'bold' }, title),
        ...days.map((day, index) =>
          column(day, { x: MARGIN + 20 + index * width, y: y + 206, width }, TALL / most),
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
    text({ x: middle, y: y - height - 8 }, { size: SMALL, fill: FAINT, anchor: 'middle' }, String(messages)),
    text({ x: middle, y: y + 30 }, { size: SMALL, fill: FAINT, anchor: 'middle' }, shown(day)),
  ].join('');
}

/** `2026-03-02` → `3-2`. */
function shown(day: string): string {
  return day.slice(5).split('-').map(Number).join('-');
}

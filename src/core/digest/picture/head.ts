import { box, clip, text } from './svg.js';
import { HEAD, MARGIN, ON_HEAD, ON_HEAD_FAINT, type Part, WIDTH } from './theme.js';

/** Whose week it is, and which. */
export function headPart(title: string, subtitle: string): Part {
  return {
    height: 150,
    draw: (y) =>
      [
        box({ x: 0, y, width: WIDTH, height: 150, fill: HEAD }),
        text({ x: MARGIN, y: y + 72 }, { size: 42, fill: ON_HEAD, weight: 'bold' }, clip(title, 36)),
        text({ x: MARGIN, y: y + 116 }, { size: 28, fill: ON_HEAD_FAINT }, clip(subtitle, 56)),
      ].join(''),
  };
}

import { box, clip, text, wrap } from './svg.js';
import { HEAD, MARGIN, ON_HEAD, ON_HEAD_FAINT, type Part, WIDTH } from './theme.js';

const LINE = 56;
/** Half-width columns of a title's line. */
const COLUMNS = 38;
const MOST_LINES = 2;

/** Whose week it is, and which. A long name takes two lines: its end tells one group from the next. */
export function headPart(title: string, subtitle: string): Part {
  const [first = '', ...more] = wrap(title, COLUMNS);
  const lines = [first, ...(more.length === 0 ? [] : [clip(more.join(''), COLUMNS)])].slice(0, MOST_LINES);
  const height = 94 + lines.length * LINE;
  return {
    height,
    draw: (y) =>
      [
        box({ x: 0, y, width: WIDTH, height, fill: HEAD }),
        ...lines.map((line, index) =>
          text({ x: MARGIN, y: y + 72 + index * LINE }, { size: 42, fill: ON_HEAD, weight: 'bold' }, line),
        ),
        text({ x: MARGIN, y: y + height - 34 }, { size: 28, fill: ON_HEAD_FAINT }, clip(subtitle, 56)),
      ].join(''),
  };
}

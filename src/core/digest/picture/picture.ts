import { box } from './svg.js';
import { PAPER, type Part, WIDTH } from './theme.js';

/** The font's name in the picture; the renderer brings the file. */
const FONT = 'Noto Sans SC';

/** Stacks the parts into one SVG document, 900 px wide and as tall as it takes. */
export function stack(parts: readonly Part[]): string {
  let y = 0;
  const marks: string[] = [];
  for (const part of parts) {
    marks.push(part.draw(y));
    y += part.height;
  }
  const height = y + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
    box({ x: 0, y: 0, width: WIDTH, height, fill: PAPER }),
    ...marks,
    '</svg>',
  ].join('');
}

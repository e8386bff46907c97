import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSections } from './section.js';

const SHAPE = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|市|地区|区)$/u;

/**
 * Which place lies in which, as the headings of the table of cities have it: `[地级 湖北]` says that 武汉 lies in 湖北. A name
 * that stands twice keeps its first, higher place. Without the file nothing is known to lie anywhere.
 */
export function loadAbove(directory: string): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  for (const { rest, words } of readSections(readText(join(directory, 'cities.txt')))) {
    // A heading of one or two words: the last is the nearest.
    const parent = rest.split(/\s+/u).at(-1) ?? '';
    if (parent === '') continue;
    for (const form of words.flatMap((word) => word.split('='))) {
      const short = form.replace(SHAPE, '');
      const name = short.length >= 2 ? short : form;
      if (name !== parent && !above.has(name)) above.set(name, parent);
    }
  }
  return above;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

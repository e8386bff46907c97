import type { Reading } from './reading.js';

const NONE: readonly Reading[] = [];
const MIN_LINES = 3;
/** Lines longer than this are lines, not rows of a table of characters. */
const MAX_WIDTH = 8;

/** A text that is written down in columns, read from left to right and from right to left. Others: nothing. */
export function readColumns(text: string): readonly Reading[] {
  if (!text.includes('\n')) return NONE;
  const rows = rowsOf(text);
  if (rows.length < MIN_LINES) return NONE;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => (row[column] === undefined ? [] : [row[column]])),
  );
  const forward = toReading(text, columns.flat());
  return width === 1 ? [forward] : [forward, toReading(text, columns.toReversed().flat())];
}

/** The offsets of the characters of every line that has any; blanks between them are dropped. A long line: none. */
function rowsOf(text: string): readonly (readonly number[])[] {
  const rows: number[][] = [];
  let row: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n') row = [];
    else if (/[\p{L}\p{N}]/u.test(char) && char !== '丨') {
      if (row.length === 0) rows.push(row);
      if (row.push(at) > MAX_WIDTH) return [];
    }
  }
  return rows;
}

function toReading(text: string, at: readonly number[]): Reading {
  return {
    text: at.map((offset) => text.charAt(offset)).join(''),
    starts: at,
    ends: at.map((offset) => offset + 1),
  };
}

import { stringify } from 'csv-stringify/sync';
import { type Cell, cellText, type Table } from './table.js';

/**
 * CSV in UTF-8 with a byte order mark, so that Excel reads the Chinese. A text that a spreadsheet would take for a formula
 * (`=`, `+`, `-`, `@`, tab, line break, also full-width) gets an apostrophe in front: OWASP, "CSV Injection".
 */
export function writeCsv({ head, rows }: Table): Uint8Array {
  const lines = [head, ...rows].map((row) => row.map(plain));
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows', escape_formulas: true }));
}

function plain(cell: Cell): string {
  // A line break in front is not among what the library guards against.
  return typeof cell === 'number' ? String(cell) : cellText(cell).replace(/^\n/u, "'\n");
}

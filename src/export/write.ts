import { writeCsv } from './csv.js';
import type { Table } from './table.js';
import { writeXlsx } from './xlsx.js';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a table as the bytes of a file. */
export function writeTable(table: Table, format: Format): Promise<Uint8Array> {
  return format === 'csv' ? Promise.resolve(writeCsv(table)) : writeXlsx(table);
}

import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ensureSoundXlsx } from './sound-xlsx.js';

/** Bytes. A list of a hundred thousand people is smaller. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The rows of a CSV or XLSX file as text. Which of the two it is, its first bytes say. Throws where it is neither, or a bomb. */
export async function readTable(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  if (bytes.byteLength > MOST_BYTES) throw new Error('larger than any list of people');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readXlsx(bytes) : readCsv(bytes);
}

function readCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decoded(bytes);
  const delimiter = [',', '\t', ';'].toSorted((a, b) => count(text, b) - count(text, a))[0] ?? ',';
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
}

function count(text: string, delimiter: string): number {
  return (text.split(/\r?\n/u)[0] ?? '').split(delimiter).length;
}

/** Excel in China writes CSV in GB 18030; everybody else in UTF-8. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/u, '');
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function readXlsx(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  ensureSoundXlsx(bytes);
  const rows: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes));
  return rows.map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return String(cell.getFullYear());
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

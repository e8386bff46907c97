import writeExcelFile from 'write-excel-file/node';
import { type Cell, cellText, type Table } from './table.js';

const HEAD_FILL = '#e8eef0';
const WIDEST = 60;
/** What Excel allows in the name of a sheet. */
const SHEET_NAME = /[\\/?*[\]:]/gu;

/** An Excel workbook of one sheet. Every text is stored as a text: nothing in it is ever a formula. */
export async function writeXlsx({ title, head, rows }: Table): Promise<Uint8Array> {
  const data = [
    head.map((name) => ({
      value: storable(name),
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: HEAD_FILL,
    })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = head.map((name, index) => ({ width: widthOf(name, rows, index) }));
  const sheet = cellText(title).replaceAll(SHEET_NAME, ' ').slice(0, 31);
  return writeExcelFile(data, { columns, sheet: sheet === '' ? '1' : sheet, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: Cell) {
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: storable(cellText(cell)), type: String, wrap: true };
}

/**
 * write-excel-file 4.1 looks its texts up in a plain object: one that is called as a property of every object (`constructor`)
 * would make a workbook that nobody can open. A blank at the end parts them.
 */
function storable(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** As wide as the widest of the first lines; a Chinese character takes two columns. */
function widthOf(name: string, rows: Table['rows'], index: number): number {
  const shown = [name, ...rows.slice(0, 200).map((row) => String(row[index] ?? ''))];
  return Math.min(WIDEST, Math.max(8, ...shown.map(columnsOf)));
}

function columnsOf(text: string): number {
  let columns = 2;
  for (const letter of text.slice(0, WIDEST)) columns += (letter.codePointAt(0) ?? 0) < 0x100 ? 1 : 2;
  return columns;
}
